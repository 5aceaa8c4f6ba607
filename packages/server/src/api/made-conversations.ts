/** For tests: three conversations of two customers, with enough in them for every list and every door. */
import type { Conversation } from '@rapport/contract';
import { conversationOf } from './test-app.ts';

export const lateTent: Conversation = conversationOf(
  'tent',
  [
    [
      'Kim Doe',
      'My tent was meant to arrive on Wednesday and I am really upset. It is my daughter’s first camping trip.',
    ],
    ['Agent: Dana', 'Please give me your order number so that I can check the tracking.'],
    [
      'Kim Doe',
      'I already gave you the order number. This is the second time I tell you. I want to speak to a manager.',
    ],
    [
      'Agent: Dana',
      'I am so sorry, that trip matters and we let you down. I have refunded the delivery charge of $20 and I will email you the tracking number by 3 pm today.',
    ],
    ['Kim Doe', 'Thank you, that helps a lot.'],
  ],
  { csatRaw: '4', csatMax: 5, subject: 'Late tent' },
);
export const quickQuestion: Conversation = conversationOf(
  'stove',
  [
    ['Lee Poe', 'Hello, does the small stove work with any gas cartridge?'],
    [
      'Agent: Omar',
      'Good morning Lee! Yes, it works with every screw-on cartridge. Is there anything else I can help with?',
    ],
    ['Lee Poe', 'No, that is all. Thank you!'],
  ],
  { customer: 'Lee Poe', csatRaw: '2', csatMax: 5, channel: 'email' },
);
export const again: Conversation = conversationOf(
  'tent-2',
  [
    ['Kim Doe', 'Hi again, the tracking number you promised never came. I am still waiting and this is frustrating.'],
    ['Agent: Dana', 'I understand how frustrating that is. Here is the number: 4711. It arrives tomorrow.'],
  ],
  { subject: 'Tracking number' },
);
// Later than the first one, so that it has an earlier conversation.
again.messages.forEach((message, index) => {
  message.at = new Date(Date.UTC(2025, 0, 8, 9, index)).toISOString();
});
