/**
 * Help Scout, and FreeScout, which speaks the same: conversations with their threads (`?embed=threads`, or `threads` put
 * beside the fields of the conversation), newest first as they come; and the list of ratings of its report.
 */
import { readChannel } from '../fields/read-channel.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { asFullPerson, type Part, pickObject, readNames, readParts, refusePart } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';
import { findRating, isRatingEntry, readRatingEntry } from './read-rating.ts';
import { readThread } from './read-thread.ts';

export const helpScoutShape: JsonShape = {
  format: 'help-scout',
  headline: 'Help Scout or FreeScout conversations with their threads',
  isEntry: (entry) => {
    const isConversation = ['mailboxId', 'mailbox', 'primaryCustomer', 'folderId', 'number'].some(
      (name) => name in entry,
    );
    return (findThreads(entry) !== null && isConversation) || isRatingEntry(entry);
  },
  createReader: () => readHelpScout,
};

function findThreads(entry: JsonObject): readonly unknown[] | null {
  const given = pick(pickObject(entry, '_embedded'), 'threads') ?? pick(entry, 'threads');
  return Array.isArray(given) ? given : null;
}

const readHelpScout: ReadItem = (entry, o) => {
  if (isRatingEntry(entry)) return readRatingEntry(entry, o);
  const threads = findThreads(entry);
  if (threads === null) return refusedItem('not-a-conversation', 'threads', 'The conversation has no threads in it.');
  const id = pickText(entry, 'id');
  if (id === '') return refusedItem('no-conversation', 'id', 'The conversation has no id.', threads.length);
  if (/^(?:deleted|draft)$/.test(pickText(entry, 'state'))) {
    return refusedItem('left-out', 'state', 'The conversation was deleted, or never sent.', threads.length);
  }
  const warnings: ItemProblem[] = [];
  const conversation = { ...readHead(id, entry), ...findRating(threads.filter(isObject), warnings) };
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, threads.length);
  const parts = threads.flatMap((one, index): (Part | ItemProblem)[] => {
    const where = `threads[${index}]`;
    if (!isObject(one)) return [refusePart(where, 'not-a-message', '', 'The thread is not an object.')];
    const part = readThread(one, where, warnings, o);
    return part ? [part] : [];
  });
  const read = readParts(isNewestFirst(threads) ? parts.reverse() : parts, o);
  return { conversation, ...read, problems: [...read.problems, ...warnings] };
};

/** Threads of one second would else stand upside down; where all are of one, their ids tell. */
function isNewestFirst(threads: readonly unknown[]): boolean {
  const objects = threads.filter(isObject);
  const [first, last] = [objects[0] ?? {}, objects.at(-1) ?? {}];
  const [from, to] = [pickText(first, 'createdAt'), pickText(last, 'createdAt')];
  if (from !== to) return from > to;
  const [firstId, lastId] = [pickText(first, 'id'), pickText(last, 'id')];
  return firstId.length === lastId.length ? firstId > lastId : firstId.length > lastId.length;
}

function readHead(id: string, entry: JsonObject): ConversationHead {
  const customer = asFullPerson(pick(entry, 'primaryCustomer', 'customer'));
  const assignee = asFullPerson(pick(entry, 'assignee', 'owner'));
  const status = pickText(entry, 'status');
  const type = pickText(entry, 'type');
  return {
    ...emptyHead(id),
    ...readChannel(type || pickText(pickObject(entry, 'source'), 'type')),
    subject: pickText(entry, 'subject'),
    // Customers and users count their ids apart from each other.
    customer: customer.id === '' ? customer.email || null : `customer-${customer.id}`,
    assignee: assignee.id === '' ? assignee.name || null : `user-${assignee.id}`,
    status: status || null,
    tags: readNames(pick(entry, 'tags')),
    resolved: status === '' ? null : status === 'closed',
  };
}
