/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'A definite answer',
    turns: [
      { role: 'customer', text: 'Does the phone work in Japan?' },
      { role: 'agent', text: 'Yes, the phone works in Japan on all networks.' },
    ],
    expect: 'met',
  },
  {
    title: 'A guess',
    turns: [
      { role: 'customer', text: 'Does the phone work in Japan?' },
      { role: 'agent', text: "I'm not sure, I think it might work, maybe." },
    ],
    expect: 'missed',
  },
  {
    title: 'An honest promise to find out',
    turns: [
      { role: 'customer', text: 'Was the recall notice sent to my street?' },
      { role: 'agent', text: "I don't know that yet. I will find out and write to you by noon." },
    ],
    expect: 'met',
  },
  {
    title: 'No question',
    turns: [
      { role: 'customer', text: 'Thanks, that was all!' },
      { role: 'agent', text: "You're welcome, have a nice day." },
    ],
    expect: 'no-opportunity',
  },
];
