import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'patience',
  why: 'Somebody who is lost, slow, angry or asking for the third time already fears to be a nuisance. One hurried sentence confirms it, and they will not ask again: they will leave. Time given here is remembered long after the matter is forgotten.',
  looksLike:
    'The answer is given again in other words, step by step, without a word on how often it was said. Nothing in it hurries.',
  examples: [
    {
      title: 'The second time of asking',
      turns: [
        { role: 'customer', text: 'How do I pair the headphones with my phone?' },
        {
          role: 'agent',
          text: 'Hold the power button for five seconds until the light blinks, then choose them in your phone.',
        },
        {
          role: 'customer',
          text: 'Sorry, I am confused. I don’t understand where I choose them. I am not good with phones.',
        },
      ],
      before: {
        text: 'As I already said, hold the power button and choose them in your phone. It is all in the manual.',
        because: 'The same words again, with a sigh.',
      },
      after: {
        text: 'No problem at all, let’s go through it together, one step at a time. First, on your phone, open Settings. Then tap Bluetooth. You will see a list, and the headphones appear there as “Larkspur One”: tap that name. Tell me what you see and we go on from there.',
        because: 'Other words, small steps, and an invitation to go on.',
      },
    },
    {
      title: 'Somebody who is cross',
      turns: [
        {
          role: 'customer',
          text: 'This is ridiculous! I have been going round in circles for an hour and nothing works. Your website is useless!',
        },
      ],
      before: {
        text: 'Please calm down. You need to follow the steps on the page.',
        because: 'Nobody ever calmed down by being told to.',
      },
      after: {
        text: 'An hour of going round in circles is maddening, I’m sorry. Take your time, I will stay with you until it works. Which page do you see just now? I will walk you through it from there.',
        because: 'It makes room for the anger, and time for the fix.',
      },
    },
  ],
  habits: [
    'Never write “as I said”. Say it another way.',
    'Give one step, wait for it, then the next.',
    'Read a cross message twice: once for the noise, once for the need.',
  ],
  exercise:
    'Explain one thing you explain daily in three ways: in one sentence, in five steps, and with a comparison from the kitchen. Keep all three at hand. The next time the first does not land, use the second.',
};
