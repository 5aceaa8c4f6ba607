import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'knowledge',
  why: 'A guess costs more than “let me find out”. People plan by what you tell them; when it turns out wrong they lose the plan and the trust. A sure answer, or an honest way to one, is what they came for.',
  looksLike:
    'The answer is definite, and the same as the last one. Where it is not known, the reply says who will find out and by when.',
  examples: [
    {
      title: 'A plain question',
      turns: [{ role: 'customer', text: 'Is the tent waterproof? And how many people does it sleep?' }],
      before: {
        text: 'I think it probably is, I’m not sure. Maybe four people or so.',
        because: 'Three kinds of maybe. They will ask somebody else.',
      },
      after: {
        text: 'Yes, the tent is waterproof: the outer sheet holds 3,000 mm of water, which is heavy rain for a whole night. It sleeps four adults.',
        because: 'Definite, with the fact it rests on.',
      },
    },
    {
      title: 'When you do not know',
      turns: [{ role: 'customer', text: 'Does the charger work in Japan?' }],
      before: {
        text: 'No idea, you could google it.',
        because: 'The question comes straight back.',
      },
      after: {
        text: 'Yes, the charger works in Japan. It takes 100 to 240 volts, and the plug fits Japanese sockets without an adapter.',
        because: 'Looked up before it was written.',
      },
    },
  ],
  habits: [
    'Look it up, even when you are nearly sure.',
    'Write “I will find out by noon”, never “I think so”.',
    'When you had to search long for an answer, propose it as an article.',
  ],
  exercise:
    'Write down the five questions you guess at most. Find the sure answer to each today, and keep them in one place that the whole team can reach.',
};
