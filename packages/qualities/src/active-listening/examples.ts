/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Every question is answered',
    turns: [
      { role: 'customer', text: 'Can I change the delivery address, and how long will it take?' },
      {
        role: 'agent',
        text: 'Yes, you can change the delivery address in your account until tonight. Delivery will take three days.',
      },
    ],
    expect: 'met',
  },
  {
    title: 'Asks for what was given',
    turns: [
      { role: 'customer', text: 'My order number is 4471-882. The blue lamp arrived with a cracked shade.' },
      { role: 'agent', text: 'Could you please give me your order number?' },
    ],
    expect: 'missed',
    response: 'Could you please give me your order number?',
  },
  {
    title: 'The question is passed over and has to be repeated',
    turns: [
      { role: 'customer', text: 'Is the pump covered by the warranty?' },
      { role: 'agent', text: 'Thank you for contacting us!' },
      { role: 'customer', text: 'I asked if the pump is covered by the warranty?' },
      { role: 'agent', text: 'Have a great day!' },
    ],
    expect: 'missed',
  },
  {
    title: 'Answered three turns later',
    turns: [
      { role: 'customer', text: 'Does the router work with fibre?' },
      { role: 'agent', text: 'Hi there!' },
      { role: 'customer', text: 'Hello' },
      { role: 'agent', text: 'One moment please.' },
      { role: 'customer', text: 'ok' },
      { role: 'agent', text: 'Yes, this router works with fibre.' },
    ],
    expect: 'partly',
  },
  {
    title: 'Nothing asked and nothing told',
    turns: [
      { role: 'customer', text: 'Hello' },
      { role: 'agent', text: 'Hello, how can I help you today?' },
    ],
    expect: 'no-opportunity',
  },
];
