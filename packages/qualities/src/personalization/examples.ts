/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Uses what was told',
    turns: [
      { role: 'customer', text: "I'm a nurse on night shifts, so I can't take parcels in the morning." },
      {
        role: 'agent',
        text: 'Since you work night shifts as a nurse, I have booked the parcel for the evening, after six.',
      },
    ],
    expect: 'met',
  },
  {
    title: 'A form letter to somebody who told their story',
    turns: [
      { role: 'customer', text: 'I am in a wheelchair and live on the third floor. My new bed was left downstairs.' },
      { role: 'agent', text: 'Dear customer, deliveries are made to the kerb. See our terms.' },
    ],
    expect: 'missed',
  },
  {
    title: 'Nothing personal was given',
    turns: [
      { role: 'customer', text: 'What does shipping cost?' },
      { role: 'agent', text: 'Shipping costs 5 euros.' },
    ],
    expect: 'no-opportunity',
  },
  {
    title: 'A wish for the occasion',
    turns: [
      { role: 'customer', text: "I need the cake by Saturday, it's my daughter's 6th birthday." },
      { role: 'agent', text: 'The cake will be there on Friday evening. Happy birthday to your daughter!' },
    ],
    expect: 'met',
  },
];
