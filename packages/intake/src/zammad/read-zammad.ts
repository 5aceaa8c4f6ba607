/**
 * Zammad: a ticket with its articles, put together from `/tickets/{id}` and `/ticket_articles/by_ticket/{id}` (`articles`
 * beside the fields of the ticket). With `?expand=true` names stand beside the ids.
 */
import type { AuthorRole } from '@rapport/contract';
import { readChannel } from '../fields/read-channel.ts';
import { readCustomCsat } from '../fields/read-custom-csat.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { asPerson, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import {
  type Part,
  pickObject,
  readAttachments,
  readNames,
  readParts,
  refusePart,
  unknownKind,
} from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';
import { decideRole } from '../who/decide-role.ts';

export const zammadShape: JsonShape = {
  format: 'zammad',
  headline: 'Zammad tickets with their articles',
  isEntry: (entry) => findArticles(entry) !== null,
  createReader: () => readZammad,
  peopleLists: { users: null },
};

/** Articles of a ticket carry their sender as a word or a number, and are in the ticket or beside it. */
function findArticles(entry: JsonObject): readonly unknown[] | null {
  const given = pick(entry, 'articles', 'ticket_articles');
  return Array.isArray(given) ? given : null;
}

const readZammad: ReadItem = (entry, o) => {
  const inner = pick(entry, 'ticket');
  const ticket = isObject(inner) ? { ...entry, ...inner } : entry;
  const articles = findArticles(ticket);
  if (articles === null) return refusedItem('not-a-conversation', 'articles', 'The ticket has no articles in it.');
  const state = wordOf(ticket, 'state');
  if (state === 'merged' || state === 'removed') {
    const reason =
      state === 'merged'
        ? 'The ticket was merged into another one, which holds its articles.'
        : 'The ticket was removed.';
    return refusedItem('left-out', 'state', reason, articles.length);
  }
  const id = pickText(ticket, 'id');
  if (id === '') return refusedItem('no-conversation', 'id', 'The ticket has no id.', articles.length);
  const conversation = readHead(id, ticket, state, articles);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, articles.length);
  const warnings: ItemProblem[] = [];
  const parts = articles.map((one, index) => {
    const where = `articles[${index}]`;
    if (!isObject(one)) return refusePart(where, 'not-a-message', '', 'The article is not an object.');
    return readArticle(one, where, pickText(ticket, 'customer_id'), warnings, o);
  });
  const read = readParts(parts, o);
  return { conversation, ...read, problems: [...read.problems, ...warnings] };
};

/** A word that may be plain, an object with a name, or missing where nobody asked for names. */
const wordOf = (from: JsonObject, name: string): string => asPerson(pick(from, name)).name;

function readHead(id: string, ticket: JsonObject, state: string, articles: readonly unknown[]): ConversationHead {
  const first = articles.find(isObject) ?? {};
  const owner = pickText(ticket, 'owner_id');
  return {
    ...emptyHead(id),
    ...readChannel(channelOf(wordOf(ticket, 'create_article_type') || wordOf(first, 'type'))),
    subject: pickText(ticket, 'title'),
    customer: pickText(ticket, 'customer_id') || wordOf(ticket, 'customer') || null,
    // Number 1 is the system, which stands for nobody.
    assignee: owner === '1' ? null : owner || null,
    status: state || null,
    tags: readNames(pick(ticket, 'tags')),
    resolved: state === '' ? null : state === 'closed',
    ...readCustomCsat(Object.entries(ticket)),
  };
}

/** "twitter status", "facebook feed comment", "telegram personal-message" → their first word. */
const channelOf = (type: string): string => (type.includes(' ') ? (type.split(' ')[0] ?? type) : type);

const senders: Readonly<Record<string, AuthorRole>> = { agent: 'agent', customer: 'customer', system: 'system' };
/** Zammad's own numbers, where nobody asked for names. */
const senderIds: Readonly<Record<string, string>> = { '1': 'agent', '2': 'customer', '3': 'system' };

function readArticle(
  article: JsonObject,
  where: string,
  customerId: string,
  warnings: ItemProblem[],
  o: ItemOptions,
): Part {
  const word = (wordOf(article, 'sender') || senderIds[pickText(article, 'sender_id')] || '').toLowerCase();
  const said = senders[word] ?? null;
  if (said === null && word !== '') warnings.push(unknownKind('sender', word));
  const type = wordOf(article, 'type');
  // Who really spoke on the telephone, where an agent wrote it down.
  const origin = pickText(article, 'origin_by_id');
  const id = origin || pickText(article, 'created_by_id');
  const from = readSender(article, word);
  const isMachine = isAutomatic(article);
  const decided = decideRole(
    { isBot: isMachine, said, id, email: '', isOpener: id === '' ? null : id === customerId },
    o,
  );
  // A note is no communication, whoever its sender is said to be; a mail went out although it is marked as internal.
  const isMail = type === 'email' && pickText(article, 'to') !== '';
  return {
    where,
    id: pickText(article, 'id'),
    written: pickText(article, 'created_at'),
    ...decided,
    author: {
      id,
      name: from.name || (origin === '' ? '' : wordOf(article, 'origin_by')),
      email: origin === '' ? from.email : '',
    },
    body: { text: pickText(article, 'body'), form: /html/.test(pickText(article, 'content_type')) ? 'html' : 'plain' },
    attachments: readAttachments(article.attachments),
    isInternal: (article.internal === true && !isMail) || type === 'note',
  };
}

/** "Greta Maas via Help <help@shoes.example>": the name is the agent's, the address that of the mailbox. */
function readSender(article: JsonObject, word: string): { name: string; email: string } {
  const from = pickText(article, 'from').slice(0, 600);
  const found = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(from);
  const name = (found?.[1] ?? from).trim();
  const login = pickText(article, 'created_by');
  const email = word === 'customer' && found?.[2] ? found[2] : login;
  return {
    name: name.includes('@') ? '' : name.replace(/ via [^<]*$/, ''),
    email: email.includes('@') ? email.toLowerCase() : '',
  };
}

/** What Zammad itself recognised as an automatic answer. */
const isAutomatic = (article: JsonObject): boolean => {
  const preferences = pickObject(article, 'preferences');
  return (
    preferences['is-auto-response'] === true ||
    pickObject(preferences, 'x-zammad-out-of-office')['is-auto-response'] === true
  );
};
