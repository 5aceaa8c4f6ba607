/** A conversation in our own JSON shape (one a line, or in an array), with the common other names of its fields. */
import type { Message } from '@rapport/contract';
import { excerpt } from '../excerpt.ts';
import { readChannel } from '../fields/read-channel.ts';
import { readCsat } from '../fields/read-csat.ts';
import { guessRole, readRole } from '../fields/read-role.ts';
import { readTime } from '../fields/read-time.ts';
import { readResolved, readTags, readVisibility } from '../fields/read-words.ts';
import type { ConversationHead } from '../record.ts';
import { checkHead, checkMessage } from './check-texts.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from './item.ts';
import { asPerson, asText, isObject, type JsonObject, pick, pickText } from './pick.ts';

export const messageListNames = ['messages', 'utterances', 'turns'] as const;
const idNames = ['id', 'conversation_id', 'conversationId', 'ticket_id'] as const;
const knownFields = new Set<string>([
  ...idNames,
  ...messageListNames,
  ...['channel', 'subject', 'title', 'customer', 'customer_id', 'customerId', 'assignee', 'agent', 'status', 'tags'],
  ...['resolved', 'csat', 'csatMax', 'csat_max', 'outcomes', 'language', 'csatRaw', 'channelRaw'],
]);
const knownMessageFields = new Set([
  ...[
    'id',
    'message_id',
    'messageId',
    'at',
    'sent_at',
    'sentAt',
    'created_at',
    'createdAt',
    'timestamp',
    'time',
    'date',
  ],
  ...[
    'role',
    'author_role',
    'authorRole',
    'sender_type',
    'author',
    'author_name',
    'authorName',
    'sender',
    'from',
    'name',
  ],
  ...[
    'authorId',
    'author_id',
    'sender_id',
    'authorEmail',
    'author_email',
    'email',
    'text',
    'body',
    'content',
    'message',
  ],
  ...['visibility', 'private', 'public', 'internal', 'roleGuessed'],
]);

export const readConversation: ReadItem = (item, o) => {
  const list = pick(item, ...messageListNames);
  const id = pickText(item, ...idNames).trim();
  const units = Array.isArray(list) ? list.length : 1;
  if (!Array.isArray(list)) return refusedItem('not-a-conversation', 'messages', 'The entry has no list of messages.');
  if (id === '') return refusedItem('no-conversation', 'id', 'The conversation has no id.', units);

  const problems: ItemProblem[] = unknownFields(item, knownFields, '');
  const conversation = readHead(id, item, problems);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, units);

  const messages: Message[] = [];
  let firstAuthor: string | null = null;
  let hasMessageIds = true;
  for (const [index, one] of list.entries()) {
    const read = readMessage(one, index, problems, o);
    if (!read) continue;
    const key = read.message.authorId ?? read.message.author;
    firstAuthor ??= key;
    if (read.needsRole) {
      const isFirstAuthor = read.roleWord === '' ? key === firstAuthor : null;
      read.message.role = guessRole(read.message, { ...o, assignee: conversation.assignee, isFirstAuthor });
    }
    hasMessageIds &&= read.hasId;
    messages.push(read.message);
  }
  const customer = messages.find(({ role }) => role === 'customer');
  conversation.customer ??= customer ? (customer.authorId ?? (customer.author || null)) : null;
  return { conversation, messages, hasMessageIds, problems };
};

function readHead(id: string, item: JsonObject, problems: ItemProblem[]): ConversationHead {
  const customer = asPerson(pick(item, 'customer', 'customer_id', 'customerId'));
  const assignee = asPerson(pick(item, 'assignee', 'agent'));
  const tags = pick(item, 'tags');
  const resolvedWord = pickText(item, 'resolved');
  const resolved = readResolved(resolvedWord);
  if (resolved === undefined)
    problems.push({ code: 'unknown-value', column: 'resolved', reason: resolvedWord, units: 0 });
  const csatMax = Number(pick(item, 'csatMax', 'csat_max') ?? Number.NaN);
  const outcomes: ConversationHead['outcomes'] = {};
  const given = pick(item, 'outcomes');
  for (const [name, value] of Object.entries(isObject(given) ? given : {})) {
    if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
      outcomes[name] = value;
    } else
      problems.push({
        code: 'unknown-value',
        column: `outcomes.${name}`,
        reason: excerpt(asText(value), 60),
        units: 0,
      });
  }
  return {
    id,
    ...readChannel(pickText(item, 'channelRaw', 'channel')),
    subject: pickText(item, 'subject', 'title'),
    customer: customer.id || customer.name || customer.email || null,
    assignee: assignee.name || assignee.email || assignee.id || null,
    status: pickText(item, 'status').trim() || null,
    tags: Array.isArray(tags) ? [...new Set(tags.map(asText).filter((tag) => tag !== ''))] : readTags(asText(tags)),
    resolved: resolved ?? null,
    csatRaw: readCsat(pickText(item, 'csat', 'csatRaw')),
    csatMax: Number.isFinite(csatMax) && csatMax > 0 ? csatMax : null,
    language: pickText(item, 'language').trim() || null,
    outcomes,
  };
}

function readMessage(
  one: unknown,
  index: number,
  problems: ItemProblem[],
  o: ItemOptions,
): { message: Message; hasId: boolean; needsRole: boolean; roleWord: string } | null {
  const where = `messages[${index}]`;
  const refuse = (code: ItemProblem['code'], field: string, reason: string): null => {
    problems.push({ code, column: field === '' ? where : `${where}.${field}`, reason, units: 1 });
    return null;
  };
  if (!isObject(one)) return refuse('not-a-message', '', 'The message is not an object.');
  const text = pick(one, 'text', 'body', 'content', 'message');
  if (typeof text !== 'string') return refuse('no-text', 'text', 'The message has no text.');
  const written = pick(one, 'at', 'sent_at', 'sentAt', 'created_at', 'createdAt', 'timestamp', 'time', 'date');
  let at: string | null = null;
  if (written !== undefined && written !== '') {
    o.seeTime?.(asText(written));
    const time = readTime(asText(written), { dayFirst: o.plan.dayFirst ?? false, timeZone: o.plan.timeZone });
    if (time.kind === 'bad')
      return refuse('bad-date', 'at', `“${excerpt(asText(written), 60)}” is not a time that can be read.`);
    if (time.kind === 'instant') at = time.at;
    else problems.push({ code: 'no-time-zone', column: 'at', reason: '', units: 0 });
  }
  const roleWord = pickText(one, 'role', 'author_role', 'authorRole', 'sender_type');
  const role = readRole(roleWord);
  if (role === null && roleWord.trim() !== '') {
    problems.push({ code: 'unknown-role', column: 'role', reason: excerpt(roleWord, 60), units: 0 });
  }
  const author = asPerson(pick(one, 'author', 'author_name', 'authorName', 'sender', 'from', 'name'));
  const authorId = pickText(one, 'authorId', 'author_id', 'sender_id') || author.id;
  const authorEmail = pickText(one, 'authorEmail', 'author_email', 'email') || author.email;
  const id = pickText(one, 'id', 'message_id', 'messageId').trim();
  const message: Message = {
    id: id || `message-${index + 1}`,
    at,
    role: role ?? 'system',
    ...(role === null || pick(one, 'roleGuessed') === true ? { roleGuessed: true } : {}),
    author: author.name || authorEmail || authorId,
    ...(authorId === '' ? {} : { authorId }),
    ...(authorEmail === '' ? {} : { authorEmail }),
    text,
    visibility: readShown(one),
  };
  const bad = checkMessage(message, o.limits);
  if (bad) return refuse(bad.code, bad.column ?? '', bad.reason);
  problems.push(...unknownFields(one, knownMessageFields, 'messages[].'));
  return { message, hasId: id !== '', needsRole: role === null, roleWord: roleWord.trim() };
}

/** An unknown word is read as internal: a note shown to nobody is the smaller error than a note scored as a reply. */
function readShown(one: JsonObject): Message['visibility'] {
  for (const name of ['visibility', 'private', 'internal', 'public']) {
    const said = pick(one, name);
    if (said !== undefined) return readVisibility(asText(said), name) ?? 'internal';
  }
  return 'public';
}

const unknownFields = (item: JsonObject, known: ReadonlySet<string>, prefix: string): ItemProblem[] =>
  Object.keys(item)
    .filter((name) => !known.has(name))
    .map((name) => ({ code: 'unknown-field', column: `${prefix}${excerpt(name, 60)}`, reason: '', units: 0 }));
