/**
 * Zendesk: a ticket with its comments (export as NDJSON or JSON, API answers put together, the shape Zendesk QA imports),
 * ticket events of the incremental export, and ratings of both rating systems.
 */

import { checkHead } from '../json/check-texts.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type Part, pickObject, readParts, refusePart } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';
import { addPeople } from '../who/people.ts';
import { readComment } from './read-comment.ts';
import { isRatingEntry, readRatingEntry } from './read-ratings.ts';
import { readSideConversations } from './read-side-conversations.ts';
import { readTicketHead } from './read-ticket-head.ts';
import { findTicketPeople, type TicketPeople } from './ticket-people.ts';

export const zendeskShape: JsonShape = {
  format: 'zendesk',
  headline: 'Zendesk tickets with their comments',
  isEntry: (entry) =>
    Array.isArray(entry.comments) ||
    Array.isArray(entry.audits) ||
    Array.isArray(entry.child_events) ||
    isRatingEntry(entry),
  createReader: () => readZendesk,
  peopleLists: { users: null },
};

const readZendesk: ReadItem = (entry, o) => {
  if (Array.isArray(entry.child_events)) return readTicketEvent(entry, entry.child_events, o);
  if (isRatingEntry(entry)) return readRatingEntry(entry, o);
  return readTicket(entry, o);
};

function readTicket(entry: JsonObject, o: ItemOptions): ReturnType<ReadItem> {
  // Answers of several addresses, put together: {"ticket": {…}, "comments": […], "users": […]}.
  const inner = pick(entry, 'ticket');
  const ticket = isObject(inner) ? { ...entry, ...inner } : entry;
  const comments = findComments(ticket) ?? findComments(entry);
  const units = Math.max(1, comments?.length ?? 0);
  if (pickText(ticket, 'status') === 'deleted') {
    return refusedItem('left-out', 'status', 'The ticket was deleted in Zendesk.', units);
  }
  if (!comments) return refusedItem('not-a-conversation', 'comments', 'The ticket has no comments in it.');
  const id = pickText(ticket, 'id', 'ticket_id');
  if (id === '') return refusedItem('no-conversation', 'id', 'The ticket has no id.', units);
  const conversation = readTicketHead(id, ticket, entry);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, units);

  const options = withUsers(entry, o);
  const people = findTicketPeople(ticket, comments, options);
  const sides = readSideConversations(ticket, options);
  const spoken = comments.flatMap((one, index) => readOne(one, `comments[${index}]`, index === 0, people, options));
  return finish(conversation, [...spoken, ...sides], options);
}

/** An event of the incremental export carries what was changed at once; only its comments are messages. */
function readTicketEvent(event: JsonObject, children: readonly unknown[], o: ItemOptions): ReturnType<ReadItem> {
  const comments = children.flatMap((child, index) => (isComment(child) ? [{ child, index }] : []));
  const id = pickText(event, 'ticket_id');
  if (id === '') return refusedItem('no-conversation', 'ticket_id', 'The event has no ticket.', comments.length);
  const created = children.filter(isObject).find((child) => pickText(child, 'event_type', 'type') === 'Create');
  const changed = children.filter(isObject).find((child) => pickText(child, 'status') !== '');
  const conversation = readTicketHead(id, created ?? { status: changed?.status }, event);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, comments.length);
  const options = withUsers(event, o);
  const times = { created_at: pick(event, 'created_at', 'timestamp') };
  const list = comments.map(({ child }) => child);
  const people = { ...findTicketPeople(created ?? {}, list, options), knowsRequester: created !== undefined };
  const parts = comments.flatMap(({ child, index }) =>
    readOne({ ...times, ...child }, `child_events[${index}]`, created !== undefined, people, options),
  );
  return finish(conversation, parts, options);
}

const isComment = (child: unknown): child is JsonObject =>
  isObject(child) && pickText(child, 'event_type', 'type') === 'Comment';

/** The comments of a ticket, or those inside its audits, which know their times. */
function findComments(ticket: JsonObject): readonly unknown[] | null {
  if (Array.isArray(ticket.comments)) return ticket.comments;
  if (!Array.isArray(ticket.audits)) return null;
  return ticket.audits.filter(isObject).flatMap((audit) => {
    const events: readonly unknown[] = Array.isArray(audit.events) ? audit.events : [];
    return events.filter(isComment).map((event) => ({ created_at: audit.created_at, via: audit.via, ...event }));
  });
}

function readOne(
  comment: unknown,
  where: string,
  isFirst: boolean,
  people: TicketPeople,
  o: ItemOptions,
): (Part | ItemProblem)[] {
  if (!isObject(comment)) return [refusePart(where, 'not-a-message', '', 'The comment is not an object.')];
  return readComment(comment, { where, isFirst, people }, o);
}

function finish(
  conversation: ConversationHead,
  parts: readonly (Part | ItemProblem)[],
  o: ItemOptions,
): ReturnType<ReadItem> {
  const read = readParts(parts, o);
  const isByNumber = parts.some(
    (part) => !('code' in part) && part.isGuess && part.author.name + part.author.email === '',
  );
  const asks: ItemProblem[] = isByNumber
    ? [{ code: 'authors-by-number', column: 'author_id', reason: '', units: 0 }]
    : [];
  return { conversation, ...read, problems: [...read.problems, ...asks] };
}

/** Users beside the comments of one ticket. */
function withUsers(entry: JsonObject, o: ItemOptions): ItemOptions {
  const users = pick(entry, 'users') ?? pick(pickObject(entry, 'ticket'), 'users');
  if (!Array.isArray(users)) return o;
  const people = new Map(o.people);
  addPeople(users, null, people);
  return { ...o, people };
}
