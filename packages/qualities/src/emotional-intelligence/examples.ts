/** Short dialogues that are test, documentation and help at once. */
import type { QualityExample } from '../quality-definition.ts';

export const examples: readonly QualityExample[] = [
  {
    title: 'Meets the anger before the facts',
    turns: [
      {
        role: 'customer',
        text: 'This is a disgrace!! You have charged me three times and now I cannot pay my rent. I am furious.',
      },
      {
        role: 'agent',
        text: 'You have every right to be furious. Three charges in the week the rent is due is awful, and that is our mistake. I have sent all the money back just now.',
      },
    ],
    expect: 'met',
  },
  {
    title: 'The same script regardless',
    turns: [
      {
        role: 'customer',
        text: 'I am absolutely furious, this is the worst service I have ever had. My wedding dress is ruined!!',
      },
      { role: 'agent', text: 'Please fill in the complaint form on our website. Processing takes 14 days.' },
    ],
    expect: 'missed',
  },
  {
    title: 'Pours oil on it',
    turns: [
      { role: 'customer', text: 'You people are useless, I have been lied to three times and I am furious!' },
      { role: 'agent', text: 'Calm down. Shouting at us does not make it go faster.' },
    ],
    expect: 'missed',
  },
  {
    title: 'A set phrase for a strong feeling',
    turns: [
      { role: 'customer', text: 'I am furious, this is a nightmare. You have ruined our honeymoon!!' },
      { role: 'agent', text: 'We apologise for any inconvenience caused. Please send us the booking number.' },
    ],
    expect: 'partly',
  },
  {
    title: 'A calm customer opens nothing',
    turns: [
      { role: 'customer', text: 'Hello, could you tell me how I change my address?' },
      { role: 'agent', text: 'Of course. Go to Settings, then Address, and press Save.' },
    ],
    expect: 'no-opportunity',
  },
];
