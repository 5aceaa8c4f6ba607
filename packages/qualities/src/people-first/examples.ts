/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'The person before the process',
    turns: [
      { role: 'customer', text: "My card was stolen and somebody is spending my money, I'm scared." },
      {
        role: 'agent',
        text: "Oh no, having your card stolen is really scary, I'm so sorry. I have blocked it just now, nothing more can be taken. Which payments were not yours?",
      },
    ],
    expect: 'met',
  },
  {
    title: 'Process at once',
    turns: [
      { role: 'customer', text: 'The fridge you delivered is broken and all our food is spoilt.' },
      { role: 'agent', text: 'Please provide the serial number and the date of purchase.' },
    ],
    expect: 'missed',
  },
  {
    title: 'Process first, person later',
    turns: [
      { role: 'customer', text: "My laptop died the night before my exam and I'm desperate." },
      {
        role: 'agent',
        text: "Hold the power button for ten seconds. I'm so sorry, a laptop that dies the night before your exam must be awful.",
      },
    ],
    expect: 'partly',
  },
  {
    title: 'A plain question opens nothing',
    turns: [
      { role: 'customer', text: 'Do you ship to Norway?' },
      { role: 'agent', text: 'Yes, we ship to Norway within five days.' },
    ],
    expect: 'no-opportunity',
  },
];
