/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Calm under an insult',
    turns: [
      { role: 'customer', text: 'You idiots lost my parcel, are you all stupid?' },
      {
        role: 'agent',
        text: "I'm sorry about the lost parcel. I will find out today where it is and write to you before five.",
      },
    ],
    expect: 'met',
  },
  {
    title: 'Gives the insult back',
    turns: [
      { role: 'customer', text: 'You are a bunch of clowns.' },
      { role: 'agent', text: 'Takes one to know one.' },
    ],
    expect: 'missed',
    response: 'Takes one to know one.',
  },
  {
    title: 'Swears',
    turns: [
      { role: 'customer', text: 'Where is my refund?' },
      { role: 'agent', text: 'I have no idea where your damn refund is, this system is shit.' },
    ],
    expect: 'missed',
  },
  {
    title: 'Polite in a calm conversation',
    turns: [
      { role: 'customer', text: 'Could you send me the invoice for May?' },
      { role: 'agent', text: 'Of course, I have just sent the invoice for May to your e-mail address.' },
    ],
    expect: 'met',
  },
  {
    title: 'A bot is never judged',
    turns: [
      { role: 'customer', text: 'You are useless' },
      { role: 'bot', text: 'Takes one to know one.' },
      { role: 'customer', text: 'A human please' },
      { role: 'agent', text: "Hello, I'm here now. How can I help you?" },
    ],
    expect: 'met',
  },
];
