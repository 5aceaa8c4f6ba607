/** One CSV row → the message in it and what it says about its conversation. */
import type { IntakeField, IntakePlan, Message } from '@rapport/contract';
import { findBadCharacter } from '../decode-text.ts';
import { excerpt } from '../excerpt.ts';
import { type AskedCell, readEffort, readRecommend } from '../fields/read-asked.ts';
import { readChannel } from '../fields/read-channel.ts';
import { parseCsat, readCsat } from '../fields/read-csat.ts';
import { readRole } from '../fields/read-role.ts';
import { readTime } from '../fields/read-time.ts';
import { readResolved, readTags, readVisibility } from '../fields/read-words.ts';
import type { IntakeLimits } from '../limits.ts';
import type { ProblemCode } from '../problem.ts';
import type { ConversationHead } from '../record.ts';

export type RowPlan = Pick<IntakePlan, 'mapping' | 'dayFirst' | 'timeZone' | 'effortScale'> & {
  /** Column number of each mapped field. */
  indexOf: ReadonlyMap<IntakeField, number>;
};

export interface RowRead {
  conversation: ConversationHead;
  message: Message;
  hasMessageId: boolean;
  /** The file says nothing usable about who wrote it. */
  needsRole: boolean;
  warnings: { code: ProblemCode; column: string; value: string }[];
}

export interface RowRefused {
  code: ProblemCode;
  column: string | null;
  reason: string;
}

const shortFields: readonly IntakeField[] = [
  'author_name',
  'author_id',
  'author_email',
  'channel',
  'assignee',
  'status',
  'language',
  'tags',
  'csat',
  'nps',
  'ces',
];

/** `unit` numbers the row within the file, from 1; it makes an id where the file has none. */
export function readRow(
  cells: readonly string[],
  unit: number,
  plan: RowPlan,
  limits: IntakeLimits,
): RowRead | RowRefused {
  const get = (field: IntakeField): string => {
    const index = plan.indexOf.get(field);
    return index === undefined ? '' : (cells[index] ?? '');
  };
  const column = (field: IntakeField): string => plan.mapping[field] ?? field;
  const refused = (code: ProblemCode, field: IntakeField, reason: string): RowRefused => ({
    code,
    column: column(field),
    reason,
  });

  for (const field of plan.indexOf.keys()) {
    const bad = findBadCharacter(get(field));
    if (bad) return refused(bad, field, `The cell “${column(field)}” holds a character that cannot be stored.`);
  }
  const id = get('conversation_id').trim();
  if (id === '')
    return refused('no-conversation', 'conversation_id', 'The row does not say which conversation it belongs to.');
  for (const field of ['conversation_id', 'message_id'] as const) {
    if (get(field).length > limits.idLength)
      return refused('id-too-long', field, `The id has ${get(field).length} characters.`);
  }
  for (const field of shortFields) {
    if (get(field).length > limits.nameLength)
      return refused('name-too-long', field, `The cell “${column(field)}” has ${get(field).length} characters.`);
  }

  const warnings: RowRead['warnings'] = [];
  const sentAt = get('sent_at');
  let at: string | null = null;
  if (sentAt.trim() !== '') {
    const time = readTime(sentAt, { dayFirst: plan.dayFirst ?? false, timeZone: plan.timeZone });
    if (time.kind === 'bad')
      return refused('bad-date', 'sent_at', `“${excerpt(sentAt, 60)}” is not a time that can be read.`);
    if (time.kind === 'instant') at = time.at;
    else warnings.push({ code: 'no-time-zone', column: column('sent_at'), value: '' });
  }

  const roleWord = get('author_role');
  const role = roleWord === '' ? null : readRole(roleWord);
  if (role === null && roleWord.trim() !== '') {
    warnings.push({ code: 'unknown-role', column: column('author_role'), value: excerpt(roleWord, 60) });
  }
  const visibility = readVisibility(get('visibility'), column('visibility'));
  if (visibility === undefined)
    warnings.push({ code: 'unknown-value', column: column('visibility'), value: excerpt(get('visibility'), 60) });
  const resolved = readResolved(get('resolved'));
  if (resolved === undefined)
    warnings.push({ code: 'unknown-value', column: column('resolved'), value: excerpt(get('resolved'), 60) });

  const csatRaw = readCsat(get('csat'));
  // The raw answer is kept; that it counts for nothing is said, for it may be the end of a text cut at a delimiter.
  if (csatRaw !== null && parseCsat(csatRaw) === null)
    warnings.push({ code: 'unknown-value', column: column('csat'), value: excerpt(csatRaw, 60) });

  const answered = (field: 'nps' | 'ces', read: AskedCell): ConversationHead['outcomes'] => {
    if (read !== null) return read;
    warnings.push({ code: 'unknown-value', column: column(field), value: excerpt(get(field), 60) });
    return {};
  };
  const outcomes = {
    ...answered('nps', readRecommend(get('nps'))),
    ...answered('ces', readEffort(get('ces'), plan.effortScale)),
  };

  const name = get('author_name');
  const authorId = get('author_id');
  const authorEmail = get('author_email');
  const messageId = get('message_id').trim();
  const csatMax = Number(get('csat_max') || Number.NaN);
  const isCustomer = role === 'customer';
  return {
    hasMessageId: messageId !== '',
    needsRole: role === null,
    warnings,
    message: {
      id: messageId === '' ? `row-${unit}` : messageId,
      at,
      role: role ?? 'system',
      ...(role === null ? { roleGuessed: true } : {}),
      author: name || authorEmail || authorId,
      ...(authorId === '' ? {} : { authorId }),
      ...(authorEmail === '' ? {} : { authorEmail }),
      text: get('body'),
      // An unknown word is read as internal: a note shown to nobody is the smaller error than a note scored as a reply.
      visibility: visibility ?? 'internal',
    },
    conversation: {
      id,
      ...readChannel(get('channel')),
      subject: get('subject'),
      customer: isCustomer ? authorId || name || authorEmail || null : null,
      assignee: get('assignee').trim() || null,
      status: get('status').trim() || null,
      tags: readTags(get('tags')),
      resolved: resolved ?? null,
      csatRaw,
      csatMax: Number.isFinite(csatMax) && csatMax > 0 ? csatMax : null,
      language: get('language').trim() || null,
      outcomes,
    },
  };
}
