/**
 * Freshdesk: a ticket with its conversations, put together from `/tickets/{id}` and `/tickets/{id}/conversations`
 * (`conversations` beside the fields of the ticket). The first message is none of them: it is the ticket's description.
 */
import { readChannel } from '../fields/read-channel.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { asPerson, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type Body, type Part, readAttachments, readNames, readParts, refusePart } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';
import { decideRole } from '../who/decide-role.ts';
import { findRating, isRatingEntry, readRatingEntry } from './read-rating.ts';

export const freshdeskShape: JsonShape = {
  format: 'freshdesk',
  headline: 'Freshdesk tickets with their conversations',
  isEntry: (entry) =>
    (Array.isArray(entry.conversations) &&
      ('description' in entry || 'description_text' in entry || 'requester_id' in entry)) ||
    isRatingEntry(entry),
  createReader: () => readFreshdesk,
  peopleLists: { agents: 'agent', contacts: 'customer' },
};

const readFreshdesk: ReadItem = (ticket, o) => {
  if (isRatingEntry(ticket)) return readRatingEntry(ticket, o);
  const list = pick(ticket, 'conversations');
  if (!Array.isArray(list))
    return refusedItem('not-a-conversation', 'conversations', 'The ticket has no conversations in it.');
  const id = pickText(ticket, 'id');
  const opening = readDescription(ticket, id, o);
  const units = list.length + 1;
  if (ticket.deleted === true) return refusedItem('left-out', 'deleted', 'The ticket was deleted in Freshdesk.', units);
  if (id === '') return refusedItem('no-conversation', 'id', 'The ticket has no id.', units);
  const conversation = readHead(id, ticket);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, units);
  const replies = list.map((one, index): Part | ItemProblem => {
    const where = `conversations[${index}]`;
    if (!isObject(one)) return refusePart(where, 'not-a-message', '', 'The conversation is not an object.');
    return readReply(one, where, ticket, o);
  });
  return { conversation, ...readParts([opening, ...replies], o) };
};

/** Numbers from 6 on are a team's own. */
const statuses: Readonly<Record<string, string>> = { '2': 'open', '3': 'pending', '4': 'resolved', '5': 'closed' };
const sources: Readonly<Record<string, string>> = {
  '1': 'email',
  '2': 'portal',
  '3': 'phone',
  '5': 'twitter',
  '6': 'facebook',
  '7': 'chat',
  '9': 'feedback-widget',
  '10': 'email',
  '13': 'whatsapp',
};

function readHead(id: string, ticket: JsonObject): ConversationHead {
  const number = pickText(ticket, 'status');
  const status = ticket.spam === true ? 'spam' : (statuses[number] ?? number);
  const source = pickText(ticket, 'source');
  const requester = asPerson(pick(ticket, 'requester'));
  return {
    ...emptyHead(id),
    ...readChannel(sources[source] ?? source),
    subject: pickText(ticket, 'subject'),
    customer: pickText(ticket, 'requester_id') || requester.id || requester.email || null,
    assignee: pickText(ticket, 'responder_id') || null,
    status: status || null,
    tags: readNames(pick(ticket, 'tags')),
    resolved: number === '' ? null : number === '4' || number === '5',
    ...findRating(ticket),
  };
}

/** The person behind an id, where the ticket itself describes its requester. */
function findAuthor(id: string, ticket: JsonObject): Part['author'] {
  const requester = asPerson(pick(ticket, 'requester'));
  const isRequester = id !== '' && id === (pickText(ticket, 'requester_id') || requester.id);
  return isRequester ? { ...requester, id } : { id, name: '', email: '' };
}

/** Written by the requester; of an outgoing ticket by the agent who made it. */
function readDescription(ticket: JsonObject, id: string, o: ItemOptions): Part {
  const requester = pickText(ticket, 'requester_id') || asPerson(pick(ticket, 'requester')).id;
  const isOutgoing = pickText(ticket, 'source') === '10';
  const author = findAuthor(isOutgoing ? pickText(ticket, 'responder_id') : requester, ticket);
  const said = isOutgoing ? ('agent' as const) : null;
  const decided = decideRole({ said, id: author.id, email: author.email, isOpener: true }, o);
  return {
    where: 'description',
    id: id === '' ? '' : `description-${id}`,
    written: pickText(ticket, 'created_at'),
    // Whose request it is, Freshdesk says itself.
    ...(decided.role === 'customer' ? { role: 'customer', isGuess: false } : decided),
    author,
    body: findBody(ticket, 'description', 'description_text'),
    attachments: readAttachments(ticket.attachments),
    isInternal: false,
  };
}

function readReply(reply: JsonObject, where: string, ticket: JsonObject, o: ItemOptions): Part {
  const id = pickText(reply, 'user_id');
  const found = findAuthor(id, ticket);
  const from = /^\s*"?([^"<]{0,200}?)"?\s*<([^<>\s]{3,320})>/.exec(pickText(reply, 'from_email'));
  const isIncoming = reply.incoming === true;
  const isPrivate = reply.private === true;
  // Rules and bots leave their number on what they send.
  const isBot = !isIncoming && (reply.auto_response === true || pickText(reply, 'automation_id') !== '');
  const isSaid = typeof reply.incoming === 'boolean' || isPrivate;
  const said = !isSaid ? null : isIncoming ? ('customer' as const) : ('agent' as const);
  const isRequester = id === '' ? null : id === pickText(ticket, 'requester_id');
  return {
    where,
    id: pickText(reply, 'id'),
    written: pickText(reply, 'created_at'),
    ...decideRole({ isBot, said, id, email: found.email, isOpener: isRequester }, o),
    // The address of an outgoing mail is the mailbox and not the person.
    author: {
      ...found,
      name: found.name || (isIncoming ? (from?.[1]?.trim() ?? '') : ''),
      email: found.email || (isIncoming ? (from?.[2] ?? '') : ''),
    },
    body: findBody(reply, 'body', 'body_text'),
    attachments: readAttachments(reply.attachments),
    isInternal: isPrivate,
  };
}

/** The HTML knows what is quoted; the plain form has run it together with the rest. */
function findBody(from: JsonObject, htmlName: string, plainName: string): Body {
  const html = pickText(from, htmlName);
  return html.trim() === '' ? { text: pickText(from, plainName), form: 'plain' } : { text: html, form: 'html' };
}
