/** What would break storage or an index, looked for before anything is kept. */
import type { Message } from '@rapport/contract';
import { findBadCharacter } from '../decode-text.ts';
import type { IntakeLimits } from '../limits.ts';
import type { ConversationHead } from '../record.ts';
import type { ItemProblem } from './item.ts';

/** Null when the message can be stored. */
export function checkMessage(message: Message, limits: IntakeLimits): ItemProblem | null {
  if (message.text.length > limits.cellBytes) {
    return problem('cell-too-long', 'text', `The text has ${message.text.length} characters.`);
  }
  if (message.id.length > limits.idLength)
    return problem('id-too-long', 'id', `The id has ${message.id.length} characters.`);
  for (const field of ['text', 'author', 'id', 'authorId', 'authorEmail'] as const) {
    const value = message[field] ?? '';
    const bad = findBadCharacter(value);
    if (bad) return problem(bad, field, `The field “${field}” holds a character that cannot be stored.`);
    if (field !== 'text' && value.length > limits.nameLength) {
      return problem('name-too-long', field, `The field “${field}” has ${value.length} characters.`);
    }
  }
  return null;
}

/** Null when the conversation itself can be stored. */
export function checkHead(head: ConversationHead, limits: IntakeLimits): ItemProblem | null {
  if (head.id.length > limits.idLength) return problem('id-too-long', 'id', `The id has ${head.id.length} characters.`);
  const named: [string, string][] = [
    ['id', head.id],
    ['channel', head.channelRaw ?? ''],
    ['customer', head.customer ?? ''],
    ['assignee', head.assignee ?? ''],
    ['status', head.status ?? ''],
    ['csat', head.csatRaw ?? ''],
    ['language', head.language ?? ''],
    ['csatAgentId', head.csatAgentId ?? ''],
    ['followUpOf', head.followUpOf ?? ''],
    ...head.tags.map((tag): [string, string] => ['tags', tag]),
    ...Object.keys(head.outcomes).map((name): [string, string] => ['outcomes', name]),
  ];
  const long = [['subject', head.subject] as const, ['csatComment', head.csatComment ?? ''] as const];
  for (const [field, value] of [...named, ...long]) {
    const bad = findBadCharacter(value);
    if (bad) return problem(bad, field, `The field “${field}” holds a character that cannot be stored.`);
    const longest = field === 'subject' || field === 'csatComment' ? limits.cellBytes : limits.nameLength;
    if (value.length > longest) {
      return problem('name-too-long', field, `The field “${field}” has ${value.length} characters.`);
    }
  }
  return null;
}

const problem = (code: ItemProblem['code'], column: string, reason: string): ItemProblem => ({
  code,
  column,
  reason,
  units: 1,
});
