/**
 * An Intercom conversation as its API and its webhooks give it. The first message is no part: it is `source`. Bodies are
 * HTML, or plain where the caller asked for that.
 */
import type { AuthorRole } from '@rapport/contract';
import { readChannel } from '../fields/read-channel.ts';
import { readCsat } from '../fields/read-csat.ts';
import { checkHead } from '../json/check-texts.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import type { JsonShape } from '../json/json-shape.ts';
import { asPerson, asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
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

export const intercomShape: JsonShape = {
  format: 'intercom',
  headline: 'Intercom conversations with their parts',
  isEntry: (entry) => {
    const item = unwrap(entry);
    return (
      isObject(item.conversation_parts) || (isObject(item.source) && 'body' in item.source && 'author' in item.source)
    );
  },
  createReader: () => readIntercom,
  peopleLists: { admins: 'agent' },
};

/** Part types whose words were said to the customer. */
const spokenTypes = new Set(
  'comment open close assignment quick_reply away_mode_assignment default_assignment assign_and_reopen close_and_assign snoozed unsnoozed timer_unsnooze conversation_ratings'.split(
    ' ',
  ),
);
const noteTypes = /^(?:note|note_and_reopen|note_and_close)/;

const readIntercom: ReadItem = (entry, o) => {
  const item = unwrap(entry);
  const id = pickText(item, 'id');
  const holder = pick(item, 'conversation_parts');
  const list = isObject(holder) ? pick(holder, 'conversation_parts') : holder;
  if (!Array.isArray(list)) {
    const reason = 'The conversation has no parts in it, only its first message.';
    return refusedItem('not-a-conversation', 'conversation_parts', reason);
  }
  const warnings: ItemProblem[] = [];
  const source = pickObject(item, 'source');
  const parts: (Part | ItemProblem)[] = [];
  if (saysSomething(source)) parts.push(readSource(source, item, o));
  for (const [index, one] of list.entries()) {
    const where = `conversation_parts[${index}]`;
    if (!isObject(one)) parts.push(refusePart(where, 'not-a-message', '', 'The part is not an object.'));
    // Assignments, snoozes and the like without words are events, no messages.
    else if (saysSomething(one)) parts.push(readSpoken(one, where, warnings, o));
    else if (!isEvent(one)) warnings.push(unknownKind('part_type', pickText(one, 'part_type')));
  }
  if (id === '') return refusedItem('no-conversation', 'id', 'The conversation has no id.', parts.length);
  const conversation = readHead(id, item, source);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, parts.length);
  const read = readParts(parts, o);
  return { conversation, ...read, problems: [...read.problems, ...warnings] };
};

/** A webhook packs the conversation as `data.item`. */
function unwrap(entry: JsonObject): JsonObject {
  const item = pick(pickObject(entry, 'data'), 'item');
  return isObject(item) ? item : entry;
}

const saysSomething = (part: JsonObject): boolean =>
  (typeof part.body === 'string' && part.body !== '') ||
  part.redacted === true ||
  (Array.isArray(part.attachments) && part.attachments.length > 0) ||
  // A comment is somebody's message also when it came through empty.
  part.part_type === 'comment';

/** What Intercom's own words for events have in common; a comment without words is said as a refusal instead. */
const isEvent = (part: JsonObject): boolean => {
  const type = pickText(part, 'part_type');
  return (
    type === '' || spokenTypes.has(type) || noteTypes.test(type) || /_|assign|participant|merge|snooze|sla/.test(type)
  );
};

function readHead(id: string, item: JsonObject, source: JsonObject): ConversationHead {
  const channel = pickObject(item, 'channel');
  const word = pickText(channel, 'current', 'initial') || pickText(source, 'type');
  const contacts = pick(pickObject(item, 'contacts'), 'contacts');
  const contact = asPerson(Array.isArray(contacts) ? contacts[0] : undefined);
  const author = pickObject(source, 'author');
  const isFromCustomer = customerTypes.has(pickText(author, 'type'));
  const rating = pickObject(item, 'conversation_rating');
  const score = readCsat(pickText(rating, 'rating'));
  const remark = pickText(rating, 'remark');
  const teammate = pickText(pickObject(rating, 'teammate'), 'id');
  const assignee = pickText(item, 'admin_assignee_id');
  const state = pickText(item, 'state');
  return {
    id,
    ...readChannel(word === 'conversation' || word === 'push' ? 'chat' : word),
    subject: pickText(source, 'subject') || pickText(item, 'title'),
    customer: contact.id || (isFromCustomer ? asPerson(author).id || asPerson(author).email : '') || null,
    assignee: assignee === '0' ? null : assignee || null,
    status: state || null,
    tags: readNames(pick(pickObject(item, 'tags'), 'tags')),
    resolved: state === '' ? null : state === 'closed',
    csatRaw: score,
    csatMax: score === null ? null : 5,
    ...(remark === '' ? {} : { csatComment: remark }),
    ...(score === null || teammate === '' ? {} : { csatAgentId: teammate }),
    language: pickText(pickObject(item, 'custom_attributes'), 'Language') || null,
    outcomes: {},
  };
}

function readSource(source: JsonObject, item: JsonObject, o: ItemOptions): Part {
  const id = pickText(source, 'id');
  const written = pickText(source, 'created_at') || pickText(item, 'created_at');
  // The first message and the parts count their ids apart from each other.
  return { ...readPart(source, 'source', true, o), id: id === '' ? '' : `source-${id}`, written };
}

function readSpoken(part: JsonObject, where: string, warnings: ItemProblem[], o: ItemOptions): Part {
  const type = pickText(part, 'part_type');
  const read = readPart(part, where, false, o);
  const isNote = noteTypes.test(type);
  if (type === '' || spokenTypes.has(type) || isNote) return { ...read, isInternal: isNote };
  // Nobody knows who should see the words of a part of a new kind; as an event they are kept and judge nobody.
  warnings.push(unknownKind('part_type', type));
  return { ...read, role: 'system', isGuess: true, isInternal: true };
}

const customerTypes = new Set(['user', 'lead', 'contact', 'visitor']);

function readPart(part: JsonObject, where: string, isOpener: boolean, o: ItemOptions): Part {
  const author = pickObject(part, 'author');
  const person = asPerson(author);
  const isRedacted = part.redacted === true;
  return {
    where,
    id: pickText(part, 'id'),
    written: pickText(part, 'created_at'),
    ...decideRole(
      {
        isBot: isMachine(author, part),
        said: roleOfType(pickText(author, 'type')),
        id: person.id,
        email: person.email,
        isOpener: isOpener && part.delivered_as === 'customer_initiated' ? true : null,
      },
      o,
    ),
    author: person,
    body: {
      text: isRedacted ? null : asText(part.body),
      form: 'unknown',
      whyEmpty: isRedacted ? 'Its words were redacted in Intercom.' : 'Nothing is written in it.',
    },
    attachments: isRedacted ? [] : readAttachments(part.attachments),
    isInternal: false,
  };
}

/** An AI agent posts as a teammate too, so its mark goes before the type; so does a message nobody typed. */
const isMachine = (author: JsonObject, part: JsonObject): boolean =>
  [author, part].some((one) => one.from_ai_agent === true || one.is_ai_answer === true) ||
  /^(?:automated|campaigns_initiated)$/.test(pickText(part, 'delivered_as'));

function roleOfType(type: string): AuthorRole | null {
  if (customerTypes.has(type)) return 'customer';
  if (type === 'admin' || type === 'teammate') return 'agent';
  return type === 'bot' || type === 'team' || type === 'campaign' || type === 'fin' ? 'bot' : null;
}
