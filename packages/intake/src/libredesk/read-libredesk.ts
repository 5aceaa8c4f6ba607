/**
 * LibreDesk: a conversation with its messages put together from two addresses of its API (`messages` beside the fields of
 * the conversation), plain or inside the envelope {"status", "data"}, and the bodies of its webhooks.
 */
import type { AuthorRole } from '@rapport/contract';
import { readChannel } from '../fields/read-channel.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import {
  asFullPerson,
  type Body,
  type Part,
  pickObject,
  readAttachments,
  readNames,
  readParts,
  refusePart,
} from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';
import { decideRole } from '../who/decide-role.ts';

export const libredeskShape: JsonShape = {
  format: 'libredesk',
  headline: 'LibreDesk conversations with their messages',
  isEntry: (entry) => isConversation(unwrap(entry)) || isMessage(unwrap(entry)),
  createReader: () => readLibredesk,
};

/** {"status":"success","data":{…}} around an answer, {"event","timestamp","payload":{…}} around a webhook. */
function unwrap(entry: JsonObject): JsonObject {
  if ('uuid' in entry) return entry;
  const inner = pick(entry, 'data', 'payload');
  return isObject(inner) ? inner : entry;
}

const isConversation = (entry: JsonObject): boolean =>
  'uuid' in entry && 'reference_number' in entry && (findMessages(entry) !== null || 'inbox_channel' in entry);
const isMessage = (entry: JsonObject): boolean =>
  'uuid' in entry && 'conversation_uuid' in entry && ('content' in entry || 'text_content' in entry);

const readLibredesk: ReadItem = (entry, o) => {
  const item = unwrap(entry);
  if (isMessage(item)) return readAll(pickText(item, 'conversation_uuid'), {}, [item], o);
  const list = findMessages(item);
  if (list === null) return refusedItem('not-a-conversation', 'messages', 'The conversation has no messages in it.');
  return readAll(pickText(item, 'uuid', 'id'), item, list, o);
};

/** A plain list, or a page of the API as it came. */
function findMessages(item: JsonObject): readonly unknown[] | null {
  const given = pick(item, 'messages');
  if (Array.isArray(given)) return given;
  const page = isObject(given) ? (pick(pickObject(given, 'data'), 'results') ?? pick(given, 'results')) : null;
  return Array.isArray(page) ? page : null;
}

function readAll(id: string, item: JsonObject, list: readonly unknown[], o: ItemOptions): ReturnType<ReadItem> {
  if (id === '') return refusedItem('no-conversation', 'uuid', 'The conversation has no id.', list.length);
  const conversation = readHead(id, item);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, list.length);
  const contact = asFullPerson(pick(item, 'contact'));
  const parts = list.map((one, index): Part | ItemProblem =>
    isObject(one)
      ? readMessage(one, `messages[${index}]`, contact, o)
      : refusePart(`messages[${index}]`, 'not-a-message', '', 'The message is not an object.'),
  );
  return { conversation, ...readParts(parts, o) };
}

function readHead(id: string, item: JsonObject): ConversationHead {
  const contact = asFullPerson(pick(item, 'contact'));
  const status = pickText(item, 'status');
  const category = pickText(item, 'status_category');
  const assignee = pickText(item, 'assigned_user_id');
  const rating = pickText(item, 'csat_rating');
  const isAnswered = rating !== '' && rating !== '0';
  const feedback = pickText(item, 'csat_feedback');
  return {
    ...emptyHead(id),
    ...readChannel(pickText(item, 'inbox_channel')),
    subject: pickText(item, 'subject'),
    customer: pickText(item, 'contact_id') || contact.id || contact.email || null,
    assignee: assignee === '0' ? null : assignee || null,
    status: status || null,
    tags: readNames(pick(item, 'tags')),
    resolved: status === '' ? null : category === 'resolved' || /^(?:resolved|closed)$/i.test(status),
    csatRaw: isAnswered ? rating : null,
    csatMax: isAnswered ? 5 : null,
    ...(feedback === '' || !isAnswered ? {} : { csatComment: feedback }),
  };
}

const roleOfType: Readonly<Record<string, AuthorRole>> = {
  agent: 'agent',
  contact: 'customer',
  visitor: 'customer',
  ai_assistant: 'bot',
  system: 'system',
};

function readMessage(
  message: JsonObject,
  where: string,
  contact: { id: string; name: string; email: string },
  o: ItemOptions,
): Part {
  const described = asFullPerson(pick(message, 'author'));
  const authorType = pickText(pickObject(message, 'author'), 'type');
  const type = pickText(message, 'type');
  const senderType = pickText(message, 'sender_type');
  const meta = pickObject(message, 'meta');
  const isFromContact = senderType === 'contact' || authorType === 'contact' || type === 'incoming';
  const id = described.id || pickText(message, 'sender_id', 'author_id') || (isFromContact ? contact.id : '');
  const author = isFromContact && described.name === '' ? { ...contact, id } : { ...described, id };
  const isEvent = type === 'activity' || meta.is_csat === true;
  const said = roleOfType[authorType] ?? roleOfType[senderType] ?? (type === 'incoming' ? 'customer' : null);
  const isBot = authorType === 'ai_assistant' || meta.is_automated === true;
  return {
    where,
    id: pickText(message, 'uuid', 'id'),
    written: pickText(message, 'created_at'),
    ...(isEvent
      ? { role: 'system' as const, isGuess: false }
      : decideRole({ isBot, said, id: author.id, email: author.email, isOpener: false }, o)),
    author,
    body: findBody(message),
    attachments: readAttachments(message.attachments),
    isInternal: message.private === true || type === 'activity',
  };
}

/** `content` keeps the lines as they were written; `text_content` is the same without its marks. */
function findBody(message: JsonObject): Body {
  const content = pickText(message, 'content');
  const isHtml = pickText(message, 'content_type') === 'html';
  if (content.trim() !== '') return { text: content, form: isHtml ? 'html' : 'unknown' };
  return { text: pickText(message, 'text_content'), form: 'plain' };
}
