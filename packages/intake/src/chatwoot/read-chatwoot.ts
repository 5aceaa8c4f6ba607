/**
 * Chatwoot: conversations with their messages as the REST API gives them, messages by themselves (an answer of
 * `/messages`, or the webhook `message_created`), and answers to its CSAT survey. REST writes the kind of a message as a
 * number and times as seconds; webhooks write words and dates. Both are read everywhere.
 */
import { readChannel } from '../fields/read-channel.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { asPerson, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type Part, pickObject, readNames, readParts, refusePart } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';
import { findCsat, isCsatEntry, readCsatEntry } from './read-csat-answer.ts';
import { readMessage } from './read-message.ts';

export const chatwootShape: JsonShape = {
  format: 'chatwoot',
  headline: 'Chatwoot conversations with their messages',
  isEntry: (entry) => isConversation(entry) || isMessage(entry) || isCsatEntry(entry),
  createReader: () => readChatwoot,
  peopleLists: { agents: 'agent' },
};

const isConversation = (entry: JsonObject): boolean =>
  Array.isArray(entry.messages) &&
  'inbox_id' in entry &&
  (isObject(entry.meta) || 'additional_attributes' in entry || 'contact_inbox' in entry);

/** Its kind and its conversation together are nobody else's. */
const isMessage = (entry: JsonObject): boolean =>
  'message_type' in entry && ('conversation_id' in entry || isObject(entry.conversation)) && 'content' in entry;

const readChatwoot: ReadItem = (entry, o) => {
  if (isConversation(entry) || Array.isArray(entry.messages)) return readConversation(entry, o);
  if (isCsatEntry(entry)) return readCsatEntry(entry, o);
  if (isMessage(entry)) return readLoneMessage(entry, o);
  return refusedItem('not-a-conversation', 'messages', 'The conversation has no messages in it.');
};

function readConversation(entry: JsonObject, o: ItemOptions): ReturnType<ReadItem> {
  const list: readonly unknown[] = Array.isArray(entry.messages) ? entry.messages : [];
  const id = pickText(entry, 'id', 'display_id');
  if (id === '') return refusedItem('no-conversation', 'id', 'The conversation has no id.', list.length);
  const conversation = { ...readHead(id, entry), ...findCsat(list) };
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, list.length);
  const warnings: ItemProblem[] = [];
  const contact = asPerson(pick(pickObject(entry, 'meta'), 'sender'));
  const parts = list.map((one, index) => readOne(one, `messages[${index}]`, contact, warnings, o));
  const read = readParts(parts, o);
  // The list of conversations shows the last message of each and looks complete.
  if (list.length === 1 && 'last_non_activity_message' in entry) {
    warnings.push({ code: 'only-last-message', column: 'messages', reason: '', units: 0 });
  }
  return { conversation, ...read, problems: [...read.problems, ...warnings] };
}

/** A webhook tells of the conversation around the message; an answer of `/messages` only names it. */
function readLoneMessage(entry: JsonObject, o: ItemOptions): ReturnType<ReadItem> {
  const around = pickObject(entry, 'conversation');
  const id = pickText(around, 'id', 'display_id') || pickText(entry, 'conversation_id');
  if (id === '') return refusedItem('no-conversation', 'conversation_id', 'The message names no conversation.');
  const conversation = { ...readHead(id, around), ...findCsat([entry]) };
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason);
  const contact = asPerson(pick(pickObject(around, 'meta'), 'sender'));
  const warnings: ItemProblem[] = [];
  const read = readParts([readOne(entry, 'message', contact, warnings, o)], o);
  return { conversation, ...read, problems: [...read.problems, ...warnings] };
}

function readOne(
  message: unknown,
  where: string,
  contact: { id: string; name: string; email: string },
  warnings: ItemProblem[],
  o: ItemOptions,
): Part | ItemProblem {
  if (!isObject(message)) return refusePart(where, 'not-a-message', '', 'The message is not an object.');
  return readMessage(message, { where, contact, warnings }, o);
}

function readHead(id: string, entry: JsonObject): ConversationHead {
  const meta = pickObject(entry, 'meta');
  const contact = asPerson(pick(meta, 'sender'));
  const assignee = asPerson(pick(meta, 'assignee'));
  const attributes = pickObject(entry, 'additional_attributes');
  const status = pickText(entry, 'status');
  const channel = pickText(meta, 'channel') || pickText(entry, 'channel');
  return {
    ...emptyHead(id),
    // Channel::WebWidget, Channel::Email …
    ...readChannel(channel.startsWith('Channel::') ? (channelWords[channel.slice(9)] ?? channel.slice(9)) : channel),
    subject: pickText(attributes, 'mail_subject', 'subject'),
    // Contacts and agents count their ids apart from each other.
    customer: contact.id === '' ? contact.email || contact.name || null : `contact-${contact.id}`,
    assignee: assignee.id === '' ? assignee.name || null : `user-${assignee.id}`,
    status: status || null,
    tags: readNames(pick(entry, 'labels')),
    resolved: status === '' ? null : status === 'resolved',
    language: pickText(attributes, 'conversation_language') || null,
  };
}

const channelWords: Record<string, string> = {
  WebWidget: 'web-widget',
  TwilioSms: 'sms',
  Sms: 'sms',
  FacebookPage: 'facebook-messenger',
  TwitterProfile: 'twitter-dm',
  Instagram: 'instagram-dm',
  Api: 'chat',
};
