/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Owns the fault',
    turns: [
      { role: 'customer', text: 'You charged me twice and nobody told me. This is not acceptable.' },
      {
        role: 'agent',
        text: "You're right, and that is our mistake. We should have told you at once. The second charge is on its way back.",
      },
    ],
    expect: 'met',
  },
  {
    title: 'An apology that blames',
    turns: [
      { role: 'customer', text: 'You sent the wrong size again, this is really annoying.' },
      { role: 'agent', text: "I'm sorry if you feel that way, but you should have read the size chart." },
    ],
    expect: 'missed',
  },
  {
    title: 'A graceful no',
    turns: [
      { role: 'customer', text: 'Can I still return the shoes? It has been 40 days.' },
      {
        role: 'agent',
        text: "I'm sorry, we can't take the shoes back after 30 days because the shop no longer gets them replaced. What I can do instead is offer you a voucher for half the price.",
      },
    ],
    expect: 'met',
  },
  {
    title: 'A flat no',
    turns: [
      { role: 'customer', text: 'Can I get a refund for the ticket?' },
      { role: 'agent', text: 'No, we cannot refund this ticket.' },
    ],
    expect: 'missed',
  },
  {
    title: 'No fault and no refusal',
    turns: [
      { role: 'customer', text: 'Which train goes to the airport?' },
      { role: 'agent', text: 'The S8 goes to the airport every 20 minutes.' },
    ],
    expect: 'no-opportunity',
  },
];
