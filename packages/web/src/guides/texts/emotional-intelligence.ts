import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'emotional-intelligence',
  why: 'A cheerful reply to a furious message is read as mockery, and a stiff one to a happy message as coldness. People feel within one line whether the other side has noticed how they are. Meeting the mood does not mean sharing it.',
  looksLike: 'Calm and direct to anger, gentle to worry, warm to joy. No exclamation marks where somebody grieves.',
  examples: [
    {
      title: 'Fury',
      turns: [
        {
          role: 'customer',
          text: 'I am absolutely furious!! This is the THIRD time you have lost my parcel and nobody cares. I am sick of this!',
        },
      ],
      before: {
        text: 'Hi there! Great news, your parcel is on its way :)',
        because: 'Sunshine poured on a fire.',
      },
      after: {
        text: 'I’m really sorry. Three lost parcels would make anyone furious, and you have every right to be. I am taking this over myself: I have asked the carrier where the parcel is, and I will call you before 4 pm today.',
        because: 'It names the anger, calmly, and then acts.',
      },
    },
    {
      title: 'Fear',
      turns: [
        {
          role: 'customer',
          text: 'I am really worried and close to tears. My whole savings are in that account and since last night I am locked out of it.',
        },
      ],
      before: {
        text: 'Use the reset form on the website. Processing takes two days.',
        because: 'The fear is still there, and now it has two days.',
      },
      after: {
        text: 'I can hear how frightening it is to be locked out of your savings, and I’m sorry. Your money is safe: nothing has moved since last night. I am staying with you now, and we will unlock the account together in a few minutes.',
        because: 'First the fear, then the fact that answers it.',
      },
    },
  ],
  habits: [
    'Name the mood to yourself in one word before you begin to write.',
    'Drop the greeting formula where somebody is beside themselves.',
    'Leave smileys to those who sent one first.',
  ],
  exercise:
    'Answer one and the same question three times: to somebody furious, somebody frightened and somebody delighted. The facts stay, everything else changes.',
};
