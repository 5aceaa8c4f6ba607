import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'humility',
  why: 'Customers forgive mistakes more easily than excuses. “We got this wrong” ends an argument; “there was an issue” starts one. The same holds for a no: said plainly, with a reason and another way, it is a service.',
  looksLike:
    'The fault is owned with “we” or “I” before the remedy. A no comes with its reason and with what is possible instead.',
  examples: [
    {
      title: 'The wrong size, twice',
      turns: [
        {
          role: 'customer',
          text: 'You sent me the wrong size again, although I ordered a 42. That is the second time you got it wrong.',
        },
      ],
      before: {
        text: 'Sizes can differ by brand. Please check the size table before you order.',
        because: 'The fault is nobody’s, and the lesson is the customer’s.',
      },
      after: {
        text: 'You are right, that was our mistake: we sent you the wrong size twice, and I’m sorry. The 42 left us today by express, and you can keep the other pair until it is there.',
        because: 'Owned, apologised for, and put right, in that order.',
      },
    },
    {
      title: 'A no',
      turns: [
        { role: 'customer', text: 'Can you give me a full refund for the boots? I have worn them for seven months.' },
      ],
      before: {
        text: 'No, that is not possible. It is our policy.',
        because: 'A wall with a sign on it.',
      },
      after: {
        text: 'I’m sorry, I can’t refund boots that have been worn for seven months, because we could not sell them again. What I can do is have them resoled for you free of charge, or give you 20% off a new pair. Which would help you more?',
        because: 'The no has a reason, and two ways to go on from it.',
      },
    },
  ],
  habits: [
    'Say “we” when it was us. Never “there was”.',
    'Own first, explain later, and only if it helps them.',
    'Never send a no alone: a reason and another way go with it.',
  ],
  exercise:
    'Collect five replies that contain “unfortunately” or “policy”. Rewrite each so that it says who decided, why, and what is possible instead, without either word.',
};
