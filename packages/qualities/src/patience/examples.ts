/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Explains anew without hurry',
    turns: [
      { role: 'customer', text: 'How do I connect the printer?' },
      { role: 'agent', text: 'Open Settings and choose Add printer.' },
      { role: 'customer', text: "I don't understand, where is that?" },
      {
        role: 'agent',
        text: "No problem, we'll go step by step. First press the round button at the bottom left of the screen. Tell me what you see then.",
      },
    ],
    expect: 'met',
  },
  {
    title: 'Pushes on',
    turns: [
      { role: 'customer', text: "I'm sorry, I am confused, I don't understand which box to tick." },
      { role: 'agent', text: 'Please hurry up, I have other customers waiting.' },
    ],
    expect: 'missed',
  },
  {
    title: 'Reminds that it was said before',
    turns: [
      { role: 'customer', text: 'Which form do I need?' },
      { role: 'agent', text: 'You need form B.' },
      { role: 'customer', text: "Sorry, I don't understand. Which one is form B?" },
      {
        role: 'agent',
        text: 'As I already said, you need form B. It is the green one on the second page of our website.',
      },
    ],
    expect: 'partly',
  },
  {
    title: 'Nothing that tries patience',
    turns: [
      { role: 'customer', text: 'What is the price of the large tin?' },
      { role: 'agent', text: 'The large tin costs 18 euros.' },
    ],
    expect: 'no-opportunity',
  },
];
