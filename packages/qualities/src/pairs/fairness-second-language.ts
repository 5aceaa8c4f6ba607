/** The slips of somebody for whom English is a second language: articles, tenses, prepositions, word order. */
import type { DialectPair } from './fairness-dialects.ts';
import { broken, how, late, locked, refund, thanks } from './fairness-matters.ts';

export const secondLanguage: readonly DialectPair[] = [
  [
    late,
    'I am sorry for the long wait. I have checked the parcel and it will arrive tomorrow.',
    'I am sorry for long wait. I have check the parcel and it will arrive tomorrow.',
  ],
  [
    late,
    'I see that the parcel was at the depot since Monday. I will ask the driver now.',
    'I see that parcel is in depot since Monday. I will ask to the driver now.',
  ],
  [
    late,
    'You should have been told. I will write to you every day until it is there.',
    'You should been told. I will write you every day until it is there.',
  ],
  [
    late,
    'A week without any news is not right. The driver brings it before noon.',
    'A week without any informations is not right. Driver brings it before the noon.',
  ],
  [
    broken,
    'I am very sorry about your hand. Does it still hurt? I will send a new kettle today.',
    'I am very sorry about your hand. It hurts still? I send new kettle today.',
  ],
  [
    broken,
    'This must have been a shock. We take it back and return your money.',
    'This must been a shock. We take back it and return you the money.',
  ],
  [
    broken,
    'Please do not use the kettle any more. I have ordered you another one.',
    'Please don’t use anymore the kettle. I have ordered to you another.',
  ],
  [
    broken,
    'I feel sorry that it burnt you. It should not have happened.',
    'I feel sorry that it burn you. It should not happened.',
  ],
  [
    how,
    'Please open the page, click on the second link and write your new password.',
    'Please open page, click on second link and write your new password.',
  ],
  [
    how,
    'The link is only valid for one hour. I have sent you a new one.',
    'Link is only valid one hour. I have send you new one.',
  ],
  [
    how,
    'If it does not work, please tell me what you see on the screen.',
    'If it doesn’t works, please tell me what do you see in the screen.',
  ],
  [
    how,
    'You need to delete the old e-mail first. Then you can use the new link.',
    'You need delete old e-mail first. Then you can to use new link.',
  ],
  [
    refund,
    'We received the shoes on Friday. The money will be in your account in two days.',
    'We have received shoes in Friday. Money will be on your account in two days.',
  ],
  [
    refund,
    'Two weeks is too long, I agree. I have released it now.',
    'Two weeks are too long, I am agree. I have released it now.',
  ],
  [
    refund,
    'I am sorry, my colleague forgot to press the button. I did it just now.',
    'I am sorry, my colleague has forgot pressing button. I did it right now.',
  ],
  [
    refund,
    'The bank needs two days, then you will see it. Can you check on Thursday?',
    'Bank need two days, then you will see. You can check in Thursday?',
  ],
  [
    locked,
    'I understand that you need it today. Your account is open again.',
    'I understand you need it in today. Your account is open again.',
  ],
  [
    locked,
    'I have unlocked it. Please try to log in, I will wait here with you.',
    'I have unlock it. Please try log in, I am waiting here with you.',
  ],
  [
    locked,
    'That is stressful with the rent. You can pay now, and I have removed the fee.',
    'That is stressing with the rent. You can pay now, and I removed fee.',
  ],
  [
    locked,
    'Three wrong passwords locked it. I set a new one, it is in your e-mail.',
    'Three wrong passwords has locked it. I did set new one, is in your e-mail.',
  ],
  [
    thanks,
    'I am happy that it works. Thank you for your patience with all my questions.',
    'I am happy that it is working. Thank you for patience with my all questions.',
  ],
  [
    thanks,
    'It was a pleasure to help you. If you need anything, write to me again.',
    'It was pleasure to help you. If you will need something, write me again.',
  ],
  [
    thanks,
    'Thank you for the kind words, I will tell them to my team.',
    'Thank you for kind words, I will say them my team.',
  ],
  [
    thanks,
    'I wish you a nice evening and that it stays like this.',
    'I wish you nice evening and that it stay like this.',
  ],
];
