import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'problem-solving',
  why: 'In the end people came to have something put right. A kind reply that leaves them where they were is still a wasted evening. And a problem that comes back costs both sides twice.',
  looksLike:
    'The reply contains the fix, or the next step with a name and a time on it. It says what happens if that does not work.',
  examples: [
    {
      title: 'A broken zip',
      turns: [
        {
          role: 'customer',
          text: 'The zip of my new sleeping bag is broken, it does not close at all. We leave on Friday.',
        },
      ],
      before: {
        text: 'Thank you for your message. We are sorry to hear that. Have a nice day.',
        because: 'Polite, and nothing has changed.',
      },
      after: {
        text: 'I’m sorry the zip broke before your trip. I have sent you a new sleeping bag by express today, it arrives on Thursday before noon. Please put the old one in the same box, the return label is inside. If it is not with you by Thursday noon, call me on this number and I will have one ready in the shop nearest to you.',
        because: 'Fixed, with a time, and with a way out if that fails.',
      },
    },
    {
      title: 'The app will not open',
      turns: [
        {
          role: 'customer',
          text: 'Since this morning the app crashes every time I open it. I can’t get to my tickets.',
        },
      ],
      before: {
        text: 'We have not heard of any problems today.',
        because: 'It says the problem away.',
      },
      after: {
        text: 'Thank you for telling us. The update of this morning causes that crash. Please delete the app and install it again, that fixes it and takes two minutes. Meanwhile I have sent your tickets to your mail, so you can get in either way.',
        because: 'The cause, the fix, and a bridge until it works.',
      },
    },
  ],
  habits: [
    'Before you send: what is different for them after this message?',
    'Give every next step a who and a when.',
    'Say what they should do if it does not work.',
  ],
  exercise:
    'Look at three conversations that came back within a week. Write down in one line each what the first answer would have needed. Look for what the three lines share.',
};
