/** The five steps of an import by name, and what each will do. */
import type { Phase } from './import-phase.ts';

export const stepNames: Record<Phase, string> = {
  read: 'Read',
  mask: 'Mask private details',
  who: 'Who is who',
  score: 'Score 14 qualities',
  find: 'Find what matters',
};

export const waitingWords: Record<Phase, string> = {
  read: 'Rows that cannot be read are kept aside and named; the good ones go on.',
  mask: 'Cards, IBANs, keys, e-mail addresses and phone numbers, before anything is stored.',
  who: 'You look at who was guessed to be an agent, a customer or a bot. Half a minute.',
  score: 'Every reply of every agent, with the words that prove it.',
  find: 'What customers did after each miss, and what to work on first.',
};
