/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Short, clear, next step said',
    turns: [
      { role: 'customer', text: 'How do I reset my password?' },
      {
        role: 'agent',
        text: 'Press Forgot password on the sign-in page. You will get an e-mail with a link within a minute.',
      },
    ],
    expect: 'met',
  },
  {
    title: 'Codes nobody outside knows',
    turns: [
      { role: 'customer', text: "Why was my parcel not delivered? I don't get it." },
      { role: 'agent', text: 'The consignment shows XSTA without XLOD, so the RMA goes via HUB4 after the QCP scan.' },
    ],
    expect: 'partly',
  },
  {
    title: 'A closed door',
    turns: [
      { role: 'customer', text: 'Can I change my seat?' },
      { role: 'agent', text: 'Unfortunately it is not possible to change seats. We cannot make exceptions.' },
    ],
    expect: 'partly',
  },
  {
    title: 'One sentence that runs on',
    turns: [
      { role: 'customer', text: 'When will the engineer come?' },
      {
        role: 'agent',
        text: 'The engineer will come on Tuesday or possibly on Wednesday depending on how the other appointments in the area go which we only know on the day itself and which also depends on the parts that are in the van at that moment and on the traffic between the depot and your street in the morning.',
      },
    ],
    expect: 'partly',
  },
];
