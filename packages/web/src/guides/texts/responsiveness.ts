import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'responsiveness',
  why: 'Waiting without a word feels twice as long as waiting with one. A promised update that does not come does more harm than none promised. People plan their day around what you said.',
  looksLike:
    'An answer, or a first sign of one, while it still matters. A promised time that is kept, or moved before it has passed.',
  examples: [
    {
      title: 'A chat on a weekday morning',
      turns: [
        {
          role: 'customer',
          text: 'Hello, I am at the counter with my voucher and the code is refused. Can you help?',
          at: '2025-03-04T10:00:00.000Z',
        },
      ],
      before: {
        text: 'Hello, the code works again now. Please try once more.',
        at: '2025-03-04T13:10:00.000Z',
        because: 'Right, three hours after they left the counter.',
      },
      after: {
        text: 'Hello, I see the voucher. The code works again now, please try once more while I stay with you.',
        at: '2025-03-04T10:00:40.000Z',
        because: 'While they still stand there.',
      },
    },
    {
      title: 'A small question',
      turns: [
        {
          role: 'customer',
          text: 'Good morning, is the museum shop open on Sunday?',
          at: '2025-03-05T09:00:00.000Z',
        },
      ],
      before: {
        text: 'Good morning, yes, from ten to five.',
        at: '2025-03-05T15:00:00.000Z',
        because: 'Six hours for six words.',
      },
      after: {
        text: 'Good morning, yes, from ten to five.',
        at: '2025-03-05T09:01:00.000Z',
        because: 'The same words, a minute later.',
      },
    },
  ],
  habits: [
    'Where the answer takes long, send a line that says so, with a time.',
    'Promise a time you will keep, then set the alarm before it.',
    'When you are going to be late, write before you are.',
  ],
  exercise:
    'For one day, note each time you write “soon”, “shortly” or “as soon as possible”. Replace each with a time, and count in the evening how many you kept.',
};
