/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Within minutes in a chat',
    turns: [
      { role: 'customer', at: '2026-03-02T09:00:00Z', text: 'Hi, is anybody there? My order is missing.' },
      { role: 'agent', at: '2026-03-02T09:01:00Z', text: "Hello, I'm looking for your order right now." },
    ],
    expect: 'met',
  },
  {
    title: 'An hour of silence in a chat',
    turns: [
      { role: 'customer', at: '2026-03-02T09:00:00Z', text: 'Hi, my order is missing.' },
      { role: 'agent', at: '2026-03-02T10:10:00Z', text: 'Hello, which order is it?' },
    ],
    expect: 'missed',
  },
  {
    title: 'Had to chase',
    turns: [
      { role: 'customer', text: 'When will the refund come?' },
      { role: 'agent', text: 'We will get back to you tomorrow.' },
      { role: 'customer', text: 'Any news? I have heard nothing since.' },
      { role: 'agent', text: 'It is on its way.' },
    ],
    expect: 'missed',
    trigger: 'Any news?',
  },
  {
    title: 'No times and nobody chases',
    turns: [
      { role: 'customer', text: 'Is the blue one in stock?' },
      { role: 'agent', text: 'Yes, it is.' },
    ],
    expect: 'no-opportunity',
  },
];
