/** Roles and the reasons for a guess, in words. */
import type { Author, AuthorRole } from '@rapport/contract';
import type { KeyActionId } from '../keys/key-actions.ts';

export const roleOrder = ['agent', 'customer', 'bot', 'system'] as const satisfies readonly AuthorRole[];

export const roleNames: Record<AuthorRole, string> = {
  agent: 'Agent',
  customer: 'Customer',
  bot: 'Bot',
  system: 'System',
};

export const roleKeys: Record<AuthorRole, KeyActionId> = {
  agent: 'role-agent',
  customer: 'role-customer',
  bot: 'role-bot',
  system: 'role-system',
};

export const hintWords: Record<Author['hints'][number], string | null> = {
  'same-text': 'Often the same text',
  'instant-replies': 'Answers within 5 s',
  'round-the-clock': 'Writes round the clock',
  'shared-name': 'Shared mailbox',
  'said-by-file': null,
  'guessed-first-author': 'Guessed',
  'said-by-person': 'Said by you',
};
