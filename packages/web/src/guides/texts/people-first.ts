import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'people-first',
  why: 'Forms and numbers are how a company thinks. Somebody who is stuck thinks of themselves, their child, their evening. A reply that begins with the person gets its form filled in gladly; one that begins with the form gets a complaint.',
  looksLike: 'The person and their trouble come before the procedure, in the order of the sentences.',
  examples: [
    {
      title: 'A missing suitcase',
      turns: [
        {
          role: 'customer',
          text: 'My suitcase did not arrive and I am stuck in Oslo without winter clothes. My daughter’s medicine is in it. What shall I do?',
        },
      ],
      before: {
        text: 'Please fill in the property irregularity form. Without the reference number we cannot process your request.',
        because: 'The form comes first, the child not at all.',
      },
      after: {
        text: 'Your daughter’s medicine comes first: I’m so sorry you are stuck in Oslo without it. The pharmacy at the central station is open all night and we will pay for what she needs. For warm clothes you can spend 150 euros tonight. I have started the search for the suitcase for you.',
        because: 'The child, the cold, then the suitcase.',
      },
    },
    {
      title: 'Locked out',
      turns: [
        {
          role: 'customer',
          text: 'I have been locked out of my flat since nine, your smart lock does not open. It is raining and I am eight months pregnant.',
        },
      ],
      before: {
        text: 'Please state your customer number and the serial number of the lock.',
        because: 'Two numbers, in the rain.',
      },
      after: {
        text: 'I’m so sorry you are standing in the rain, eight months pregnant. A locksmith is on the way to you now and will be there in twenty minutes, at our cost. Is there somewhere dry you can wait until then? I will look after the numbers later.',
        because: 'The person is safe before anything is filled in.',
      },
    },
  ],
  habits: [
    'Write the sentence about the person first, then the one about the process.',
    'Fill in yourself whatever you can look up.',
    'Ask for a number only when you say what it is for.',
  ],
  exercise:
    'Take five replies that begin with “Please”. Move that sentence to the end, and write what should stand before it.',
};
