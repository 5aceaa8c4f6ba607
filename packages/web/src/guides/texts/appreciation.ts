import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'appreciation',
  why: 'A customer who waited, sent photographs or told you what is broken has done part of your work. Thanks for that very thing tells them it was worth it. “Thank you for contacting us” thanks nobody for nothing.',
  looksLike: 'A thank you that names what the customer did: the wait, the photos, the tip, the years.',
  examples: [
    {
      title: 'They helped to make it better',
      turns: [
        {
          role: 'customer',
          text: 'You should show inches in the size table of the boots, that would help everyone abroad. I made a screenshot of the place for you.',
        },
      ],
      before: {
        text: 'We will forward it to the department.',
        because: 'Their evening’s work, filed.',
      },
      after: {
        text: 'Thank you for telling us about the size table and for making the screenshot, it showed us at once what was missing. The inches are on the page since this morning.',
        because: 'It says what for, and what came of it.',
      },
    },
    {
      title: 'They waited',
      turns: [
        {
          role: 'customer',
          text: 'I have been waiting for two weeks now for the replacement. I was patient, but is there any news?',
        },
      ],
      before: {
        text: 'It was sent today.',
        because: 'Two patient weeks, unnoticed.',
      },
      after: {
        text: 'Thank you for being so patient for two whole weeks. The replacement left us today, and it will be with you on Thursday.',
        because: 'The patience is seen before the news.',
      },
    },
  ],
  habits: [
    'Thank for one thing they did, by its name.',
    'Pass good words on to the person they are about.',
    'End a long conversation by thanking for what it took.',
  ],
  exercise:
    'Search your last twenty replies for “thank”. Strike every one that would fit any message. For three of the rest, write what the customer did and what it changed.',
};
