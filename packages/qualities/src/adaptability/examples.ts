/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Another way after the first failed',
    turns: [
      { role: 'customer', text: 'The app does not open.' },
      { role: 'agent', text: 'Please restart your phone.' },
      { role: 'customer', text: "I did, it still doesn't work." },
      { role: 'agent', text: "Then let's try another way: open our website in the browser and sign in there." },
    ],
    expect: 'met',
  },
  {
    title: 'The same answer again',
    turns: [
      { role: 'customer', text: 'The app does not open.' },
      { role: 'agent', text: 'Please delete the app and install it again from the store.' },
      { role: 'customer', text: "I did that, it still doesn't work." },
      { role: 'agent', text: 'Please delete the app and install it again from the store.' },
      { role: 'customer', text: "It still doesn't work!!" },
    ],
    expect: 'missed',
  },
  {
    title: 'A flat no where another way was asked for',
    turns: [
      { role: 'customer', text: 'Can you deliver on Saturday? I work all week.' },
      { role: 'agent', text: 'No, we do not deliver on Saturdays.' },
      { role: 'customer', text: 'This is ridiculous, then I can never get it.' },
      { role: 'agent', text: 'That is our policy, we cannot change it.' },
    ],
    expect: 'missed',
  },
  {
    title: 'The first way works',
    turns: [
      { role: 'customer', text: 'How do I cancel the newsletter?' },
      { role: 'agent', text: 'Press the link at the bottom of the newsletter.' },
      { role: 'customer', text: 'That worked, thanks!' },
    ],
    expect: 'no-opportunity',
  },
];
