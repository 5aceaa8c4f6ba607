import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'empathy',
  why: 'Somebody whose evening is spoiled wants two things: a fix, and to know that another person sees what it cost. People wait far more calmly for the first once they have the second. A reply that goes straight to the process tells them that they are a case number.',
  looksLike:
    'The first sentence names this customer’s own loss or feeling, in words that would fit nobody else’s message. The help comes right after it.',
  examples: [
    {
      title: 'A present that did not come',
      turns: [
        {
          role: 'customer',
          text: 'I am so upset. The telescope was for my grandson’s birthday and it still has not arrived. The party was yesterday and he cried.',
        },
      ],
      before: {
        text: 'The tracking shows the parcel at the depot. Delivery takes three to five working days.',
        because: 'True, and silent about the boy and the birthday.',
      },
      after: {
        text: 'I’m so sorry that your grandson’s birthday passed without his telescope, and that he cried over it. I have asked the depot to send it out tonight, and I will tell you by 5 pm whether it left.',
        because: 'The birthday and the tears come first, the depot second.',
      },
    },
    {
      title: 'A flooded kitchen',
      turns: [
        {
          role: 'customer',
          text: 'The dishwasher you repaired last week flooded our kitchen again. The new floor is ruined and I am really angry.',
        },
      ],
      before: {
        text: 'I understand your frustration. Please send us your order number.',
        because: 'The words of care fit any message ever written. That is half.',
      },
      after: {
        text: 'A kitchen flooded twice and a new floor ruined: I’m very sorry, that is awful after a repair that should have ended it. A fitter can be with you tomorrow at 8, and I am opening the claim for the floor now.',
        because: 'It names the second flood and the floor before it offers anything.',
      },
    },
  ],
  habits: [
    'Read the customer’s first line again before you open the order.',
    'Say what happened to them in your own words before you say what you will do.',
    'Cross out “I understand your frustration” and write what the frustration is about.',
  ],
  exercise:
    'Take five messages that upset somebody. For each, write one sentence that could only be an answer to that message. Give the five to a colleague in another order, with the messages: they should be able to match them.',
};
