import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'professionalism',
  why: 'People judge a whole company by the calmest or the sharpest sentence it ever sent them. Politeness costs nothing and is noticed most where it is hardest: under attack. One sarcastic line undoes ten good replies.',
  looksLike:
    'Polite from hello to goodbye, whatever the other side writes. No blame, no sarcasm, no slang that they did not use first, no shouting in capitals.',
  examples: [
    {
      title: 'Under attack',
      turns: [{ role: 'customer', text: 'Are you all idiots? I have waited three weeks for a simple cable.' }],
      before: {
        text: 'If you had read the order page you would know. It is your own fault for not checking. Calm down.',
        because: 'Three blows back. Now there are two angry people.',
      },
      after: {
        text: 'Hello, thank you for writing. Three weeks for a cable is far too long, and I’m sorry. I have just sent one by courier, and it should be with you tomorrow before noon. Please let me know if it is not.',
        because: 'It answers the wait and lets the insult go by.',
      },
    },
    {
      title: 'An honest slip',
      turns: [{ role: 'customer', text: 'I typed the wrong address in my order. Can it still be changed?' }],
      before: {
        text: 'lol people always do that. You should have been more careful, it’s not our problem.',
        because: 'It laughs at them, and shrugs.',
      },
      after: {
        text: 'Good morning, and thank you for telling us so early. Yes, it can still be changed. Please send me the right address and I will correct the order straight away.',
        because: 'Courteous, and not a word on whose slip it was.',
      },
    },
  ],
  habits: [
    'Answer the need in the message, not its tone.',
    'Leave “you should have” unwritten.',
    'After a hard message, stand up once before you reply.',
  ],
  exercise:
    'Find the rudest message of the week. Write down what it asks for, with every insult removed. Answer only that. Read your answer aloud as if to your grandmother.',
};
