import type { Guide } from '../guide.ts';

export const guide: Guide = {
  quality: 'adaptability',
  why: 'When the first answer did not work, the same answer again is an insult to the person who tried it. Rules were written for the usual case, and some people are not in it. Trying another way shows that somebody is thinking.',
  looksLike:
    'After “that did not work” comes something new. Where a rule does not fit, the reply looks for what it was meant to do.',
  examples: [
    {
      title: 'The first fix failed',
      turns: [
        { role: 'customer', text: 'My speaker does not connect to the wifi any more.' },
        { role: 'agent', text: 'Please restart the speaker and try again.' },
        { role: 'customer', text: 'I did that, and it still doesn’t work.' },
      ],
      before: {
        text: 'Please restart the speaker and try again.',
        because: 'The very sentence that failed.',
      },
      after: {
        text: 'Thank you for trying. Let’s try another way then: please connect the speaker with the cable in the box, and I will reset it from here. If that does not help either, I will send you a new one today.',
        because: 'A different way, and one more behind it.',
      },
    },
    {
      title: 'Another channel',
      turns: [
        { role: 'customer', text: 'I need a copy of my invoice for the tax office.' },
        { role: 'agent', text: 'You can download it in your account under Invoices.' },
        { role: 'customer', text: 'I tried that and it didn’t work: I still can’t log in, my phone was stolen.' },
      ],
      before: {
        text: 'You can download it in your account under Invoices. Just log in.',
        because: 'It sends them to the locked door again.',
      },
      after: {
        text: 'Then we take another way: instead of the account I can send the invoice by post or to this address. I have attached it here, so you have it right now. Would you like me to help you with the login as well?',
        because: 'The account was never the point, the invoice was.',
      },
    },
  ],
  habits: [
    'Read what they tried already, and strike it from your answer.',
    'Keep a second way ready before you send the first.',
    'When a rule hurts, ask what it is for, and who may bend it.',
  ],
  exercise:
    'List your three most frequent fixes. Under each write what you do when it fails, and what after that. Share the list: somebody knows a fourth way.',
};
