/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'The reply names what was lost',
    turns: [
      {
        role: 'customer',
        text: "My tent was meant to arrive on Wednesday. It's my daughter's first camping trip and now we have nothing to sleep in. I'm so disappointed.",
      },
      {
        role: 'agent',
        text: "I'm so sorry, missing the tent for your daughter's first camping trip is a horrible way to start a holiday. I'll find out now where it is.",
      },
    ],
    expect: 'met',
    response:
      "I'm so sorry, missing the tent for your daughter's first camping trip is a horrible way to start a holiday.",
  },
  {
    title: 'Understanding is claimed and nothing of the case is named',
    turns: [
      {
        role: 'customer',
        text: 'I am really upset. The washing machine flooded the kitchen again and the floor is ruined.',
      },
      { role: 'agent', text: 'I completely understand your frustration. Please send us your order number.' },
    ],
    expect: 'partly',
    response: 'I completely understand your frustration.',
  },
  {
    title: 'Straight to the tracking',
    turns: [
      {
        role: 'customer',
        text: 'This is so frustrating. The birthday present for my son still has not arrived and the party is tomorrow.',
      },
      { role: 'agent', text: 'The tracking shows the parcel at the depot. Delivery takes three to five days.' },
    ],
    expect: 'missed',
  },
  {
    title: 'Late is half',
    turns: [
      {
        role: 'customer',
        text: "I'm really angry. You cancelled my flight and I am stranded at the airport with two kids.",
      },
      { role: 'agent', text: 'What is your booking number?' },
      { role: 'customer', text: 'KX83PL' },
      {
        role: 'agent',
        text: "Thank you. Being stranded at the airport with two kids must be exhausting, I'm sorry. I have booked you on the flight at 7 pm.",
      },
    ],
    expect: 'partly',
  },
  {
    title: 'A plain question opens nothing',
    turns: [
      { role: 'customer', text: 'Hi, what are your opening hours on Saturday?' },
      { role: 'agent', text: 'Hello! We are open from 9 am to 4 pm on Saturdays.' },
    ],
    expect: 'no-opportunity',
  },
  {
    title: 'Brushed aside',
    turns: [
      {
        role: 'customer',
        text: "I'm worried, my elderly mother has been without heating for two days and she is freezing.",
      },
      { role: 'agent', text: "It's not that cold outside. Calm down and wait for the engineer." },
    ],
    expect: 'missed',
  },
];
