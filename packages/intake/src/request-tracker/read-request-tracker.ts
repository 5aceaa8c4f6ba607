/**
 * Request Tracker 5: a ticket with its history, put together from REST 2 answers: `history` (transactions, or the page as
 * it came) beside the fields of the ticket, and `attachments` inside each transaction.
 */
import { readCustomCsat } from '../fields/read-custom-csat.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type Part, pickObject, readParts, refusePart, unknownKind } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';
import { decideRole } from '../who/decide-role.ts';
import { readContent } from './read-content.ts';

export const requestTrackerShape: JsonShape = {
  format: 'request-tracker',
  headline: 'Request Tracker tickets with their history',
  isEntry: (entry) => {
    const [first] = (findHistory(entry) ?? []).filter(isObject);
    return (
      ('EffectiveId' in entry || 'Requestor' in entry || 'Queue' in entry) && (first === undefined || 'Type' in first)
    );
  },
  createReader: () => readRequestTracker,
  peopleLists: { users: null },
};

/** A plain list, or the page {"items": […]} of REST 2. */
const listOf = (given: unknown): readonly unknown[] | null => {
  if (Array.isArray(given)) return given;
  return isObject(given) && Array.isArray(given.items) ? given.items : null;
};
const findHistory = (ticket: JsonObject): readonly unknown[] | null =>
  listOf(pick(ticket, 'history', 'History', 'transactions', 'Transactions'));

/** What was said, and to whom; every other type is something that happened. */
const spoken: Readonly<Record<string, 'public' | 'internal'>> = {
  Create: 'public',
  Correspond: 'public',
  Comment: 'internal',
};
/** Copies of mails that RT sent: their words stand in the transaction that made it send them. */
const copies = new Set(['EmailRecord', 'CommentEmailRecord']);

const readRequestTracker: ReadItem = (ticket, o) => {
  const history = findHistory(ticket);
  if (history === null) return refusedItem('not-a-conversation', 'history', 'The ticket has no history in it.');
  const id = pickText(ticket, 'id');
  const parts: (Part | ItemProblem)[] = [];
  const warnings: ItemProblem[] = [];
  const customers = new Set([...namesOf(ticket.Requestor), ...namesOf(ticket.Requestors), ...namesOf(ticket.Cc)]);
  for (const [index, one] of history.entries()) {
    const where = `history[${index}]`;
    if (!isObject(one)) {
      parts.push(refusePart(where, 'not-a-message', '', 'The transaction is not an object.'));
      continue;
    }
    const type = pickText(one, 'Type');
    if (copies.has(type)) continue;
    const content = readContent(listOf(pick(one, 'attachments', 'Attachments')) ?? []);
    const isSpoken = Object.hasOwn(spoken, type);
    if (!isSpoken && content.body.text === null) continue;
    if (!isSpoken) warnings.push(unknownKind('Type', type));
    parts.push({
      ...readTransaction(one, where, { customers, ticket }, o),
      ...content,
      ...(isSpoken ? {} : keptAsEvent),
    });
  }
  if (id === '') return refusedItem('no-conversation', 'id', 'The ticket has no id.', parts.length);
  const surviving = nameOf(ticket.EffectiveId);
  if (surviving !== '' && surviving !== id) {
    return refusedItem(
      'left-out',
      'EffectiveId',
      `The ticket was merged into ${surviving}, which holds its history.`,
      parts.length,
    );
  }
  const conversation = readHead(id, ticket);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, parts.length);
  const read = readParts(parts, o);
  return { conversation, ...read, problems: [...read.problems, ...warnings] };
};

const keptAsEvent = { role: 'system', isGuess: true, isInternal: true } as const;

/** Users, queues and the like are objects with their name as id, or plain names. */
const nameOf = (value: unknown): string => (isObject(value) ? pickText(value, 'id', 'Name') : asText(value));
const namesOf = (list: unknown): string[] =>
  (Array.isArray(list) ? list : [list]).map(nameOf).filter((name) => name !== '');

function readHead(id: string, ticket: JsonObject): ConversationHead {
  const owner = nameOf(ticket.Owner);
  const status = pickText(ticket, 'Status');
  const fields = pick(ticket, 'CustomFields');
  const named = Array.isArray(fields)
    ? fields.filter(isObject).map((field) => [pickText(field, 'name', 'Name'), field.values] as const)
    : Object.entries(pickObject(ticket, 'CustomFields'));
  return {
    ...emptyHead(id),
    // RT is a mail system; a ticket made on its page looks no different.
    channel: 'email',
    subject: pickText(ticket, 'Subject'),
    customer: namesOf(ticket.Requestor)[0] ?? namesOf(ticket.Requestors)[0] ?? null,
    assignee: owner === 'Nobody' ? null : owner || null,
    status: status || null,
    resolved: status === '' ? null : status === 'resolved',
    ...readCustomCsat(named),
  };
}

function readTransaction(
  one: JsonObject,
  where: string,
  around: { customers: ReadonlySet<string>; ticket: JsonObject },
  o: ItemOptions,
): Omit<Part, 'body' | 'attachments'> {
  const creator = pick(one, 'Creator');
  const id = nameOf(creator);
  const described = isObject(creator) ? creator : {};
  const email = (pickText(described, 'EmailAddress') || (id.includes('@') ? id : '')).toLowerCase();
  const isCustomer = around.customers.has(id);
  const said = id === 'RT_System' ? 'system' : null;
  const isPrivileged = /^(?:1|true)$/.test(pickText(described, 'Privileged')) ? ('agent' as const) : null;
  const decided = decideRole({ said: said ?? isPrivileged, id, email, isOpener: id === '' ? null : isCustomer }, o);
  return {
    where,
    id: pickText(one, 'id'),
    written: pickText(one, 'Created'),
    // Whose request it is, RT says itself.
    ...(isCustomer && decided.role === 'customer' ? { role: 'customer', isGuess: false } : decided),
    author: { id, name: pickText(described, 'RealName') || id, email },
    isInternal: spoken[pickText(one, 'Type')] === 'internal',
  };
}
