/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Solved and confirmed',
    turns: [
      { role: 'customer', text: 'My internet is down since this morning.' },
      { role: 'agent', text: 'I have reset the line from here. Please restart the router now. Does it work?' },
      { role: 'customer', text: 'Yes, it works again, thank you!' },
      { role: 'agent', text: 'Great, enjoy your evening.' },
    ],
    expect: 'met',
  },
  {
    title: 'Left open',
    turns: [
      { role: 'customer', text: 'The heating is still broken and nobody came.' },
      { role: 'agent', text: 'We have noted this.' },
      { role: 'customer', text: 'This is ridiculous, it is still not working and I am freezing.' },
    ],
    expect: 'missed',
  },
  {
    title: 'Handed on',
    turns: [
      { role: 'customer', text: 'My invoice is wrong, the amount is too high.' },
      { role: 'agent', text: 'Please contact the billing team about this.' },
    ],
    expect: 'partly',
  },
  {
    title: 'A concrete solution',
    turns: [
      { role: 'customer', text: 'The mug arrived broken.' },
      { role: 'agent', text: "I'm sending you a new mug today, it will arrive on Thursday." },
    ],
    expect: 'met',
  },
  {
    title: 'Nothing to solve',
    turns: [
      { role: 'customer', text: 'Thank you for the lovely service yesterday!' },
      { role: 'agent', text: 'Thank you, Maria, that made our day.' },
    ],
    expect: 'no-opportunity',
  },
];
