import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'personalization',
  why: 'When people tell you about a wedding on Saturday they are telling you what a good answer looks like. An answer that takes it up fits; one that does not could have come from a machine. Nobody wants to be a name pasted into a form letter.',
  looksLike:
    'The reply uses what the customer told: the date that matters, the person it is for, what they tried already.',
  examples: [
    {
      title: 'A wedding on Saturday',
      turns: [
        {
          role: 'customer',
          text: 'I ordered the grey suit for my sister’s wedding on Saturday. I am the one who walks her in. Will it be here in time?',
        },
      ],
      before: {
        text: 'Dear customer, orders are delivered within three to seven working days.',
        because: 'It answers everybody, and so not him.',
      },
      after: {
        text: 'You are walking your sister in on Saturday, so the grey suit has to be with you well before the wedding. It left us this morning and arrives on Thursday. If the fit is not right, our tailor can take it in on Friday at ten.',
        because: 'Saturday is the measure of every date in it.',
      },
    },
    {
      title: 'New to the matter',
      turns: [
        {
          role: 'customer',
          text: 'My wife just had our second child and we need a double pushchair that fits a small lift. We live on the fifth floor. Which one would you take?',
        },
      ],
      before: {
        text: 'All our models are on the website. You can filter by price.',
        because: 'The lift, the floor and the children are left to the filter.',
      },
      after: {
        text: 'Congratulations on your second child! For a small lift on the fifth floor I would take the Duo: both children sit one behind the other, so it is only 62 cm wide. You can fold it with one hand while the baby is on your arm.',
        because: 'Every fact they gave has a place in the advice.',
      },
    },
  ],
  habits: [
    'Find the one thing in the message that only this person could have written, and use it.',
    'Turn “within three to five days” into their day.',
    'Replace “Dear customer” with nothing, rather than with a pasted name.',
  ],
  exercise:
    'Go through yesterday’s replies and mark each word that depends on who asked. Where a reply has no mark, write one sentence that would earn one.',
};
