/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Names what the customer did',
    turns: [
      {
        role: 'customer',
        text: 'I sent you the photos of the meter as you asked. I also have a suggestion: print the number larger.',
      },
      { role: 'agent', text: 'Thank you for taking the photos of the meter, they show exactly where the fault is.' },
    ],
    expect: 'met',
  },
  {
    title: 'Rote thanks',
    turns: [
      { role: 'customer', text: 'I have a suggestion: you should print the dates on the first page.' },
      { role: 'agent', text: 'Thank you for your feedback.' },
    ],
    expect: 'partly',
  },
  {
    title: 'Feedback meets silence',
    turns: [
      { role: 'customer', text: 'You should tell people about the fee before they book, that would help everyone.' },
      { role: 'agent', text: 'The fee is listed in section four.' },
    ],
    expect: 'missed',
  },
  {
    title: 'Nothing to thank for',
    turns: [
      { role: 'customer', text: 'When does the shop close?' },
      { role: 'agent', text: 'At six.' },
    ],
    expect: 'no-opportunity',
  },
];
