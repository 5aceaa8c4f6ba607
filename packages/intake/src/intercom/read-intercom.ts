/** An Intercom conversation as its API gives it. The first message is no part: it is `source`. Texts are HTML as sent. */
import type { AuthorRole, Message } from '@rapport/contract';
import { excerpt } from '../excerpt.ts';
import { readChannel } from '../fields/read-channel.ts';
import { readCsat } from '../fields/read-csat.ts';
import { readTime } from '../fields/read-time.ts';
import { checkHead, checkMessage } from '../json/check-texts.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import { asPerson, asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import type { ConversationHead } from '../record.ts';

export const readIntercom: ReadItem = (item, o) => {
  const id = pickText(item, 'id');
  const holder = pick(item, 'conversation_parts');
  const parts = isObject(holder) ? pick(holder, 'conversation_parts') : holder;
  if (!Array.isArray(parts)) {
    return refusedItem(
      'not-a-conversation',
      'conversation_parts',
      'The conversation has no parts in it, only its first message.',
    );
  }
  const source = pick(item, 'source');
  const opening = isObject(source) && hasBody(source) ? [{ part: source, where: 'source', isSource: true }] : [];
  const spoken = parts.flatMap((part: unknown, index) =>
    // Assignments, snoozes and the like have no body: they are events, not messages.
    isObject(part) && !hasBody(part) ? [] : [{ part, where: `conversation_parts[${index}]`, isSource: false }],
  );
  const all = [...opening, ...spoken];
  if (id === '') return refusedItem('no-conversation', 'id', 'The conversation has no id.', all.length);
  const conversation = readHead(id, item, isObject(source) ? source : {});
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, all.length);

  const problems: ItemProblem[] = [];
  const messages: Message[] = [];
  let hasMessageIds = true;
  for (const one of all) {
    const startedAt = one.isSource ? pickText(item, 'created_at') : '';
    const read = readPart(one.part, { where: one.where, index: messages.length, startedAt }, o);
    if ('code' in read) problems.push(read);
    else {
      messages.push(read);
      hasMessageIds &&= isObject(one.part) && pickText(one.part, 'id') !== '';
    }
  }
  return { conversation, messages, hasMessageIds, problems };
};

const hasBody = (part: JsonObject): boolean => typeof part.body === 'string' && part.body !== '';

function readHead(id: string, item: JsonObject, source: JsonObject): ConversationHead {
  const channel = pick(item, 'channel');
  const word = (isObject(channel) ? pickText(channel, 'current', 'initial') : '') || pickText(source, 'type');
  const contacts = pick(item, 'contacts');
  const contact = isObject(contacts) && Array.isArray(contacts.contacts) ? asPerson(contacts.contacts[0]) : null;
  const author = asPerson(pick(source, 'author'));
  const tags = pick(item, 'tags');
  const tagList = isObject(tags) && Array.isArray(tags.tags) ? tags.tags : [];
  const rating = pick(item, 'conversation_rating');
  const assignee = pickText(item, 'admin_assignee_id');
  const state = pickText(item, 'state');
  return {
    id,
    ...readChannel(word === 'conversation' ? 'chat' : word),
    subject: pickText(source, 'subject') || pickText(item, 'title'),
    customer: contact?.id || author.id || author.email || null,
    assignee: assignee === '0' ? null : assignee || null,
    status: state || null,
    tags: tagList.map((tag) => asPerson(tag).name).filter((tag) => tag !== ''),
    resolved: state === '' ? null : state === 'closed',
    csatRaw: readCsat(isObject(rating) ? pickText(rating, 'rating') : ''),
    csatMax: isObject(rating) && pickText(rating, 'rating') !== '' ? 5 : null,
    language: null,
    outcomes: {},
  };
}

function readPart(
  part: unknown,
  place: { where: string; index: number; startedAt: string },
  o: ItemOptions,
): Message | ItemProblem {
  const refuse = (code: ItemProblem['code'], field: string, reason: string): ItemProblem => ({
    code,
    column: field === '' ? place.where : `${place.where}.${field}`,
    reason,
    units: 1,
  });
  if (!isObject(part)) return refuse('not-a-message', '', 'The part is not an object.');
  const written = pickText(part, 'created_at') || place.startedAt;
  const time = readTime(written, { dayFirst: false, timeZone: o.plan.timeZone });
  if (written !== '' && time.kind === 'bad') {
    return refuse('bad-date', 'created_at', `“${excerpt(written, 60)}” is not a time that can be read.`);
  }
  const author = pick(part, 'author');
  const person = asPerson(author);
  const role = roleOf(isObject(author) ? author : {}, part);
  const id = pickText(part, 'id');
  const message: Message = {
    // The first message and the parts count their ids apart from each other.
    id: id === '' ? `message-${place.index + 1}` : place.where === 'source' ? `source-${id}` : id,
    at: time.kind === 'instant' ? time.at : null,
    role: role ?? 'system',
    ...(role === null ? { roleGuessed: true } : {}),
    author: person.name || person.email || person.id,
    ...(person.id === '' ? {} : { authorId: person.id }),
    ...(person.email === '' ? {} : { authorEmail: person.email }),
    text: asText(part.body),
    visibility: pickText(part, 'part_type').startsWith('note') ? 'internal' : 'public',
  };
  const bad = checkMessage(message, o.limits);
  return bad ? refuse(bad.code, bad.column ?? '', bad.reason) : message;
}

/** An AI agent posts as a teammate too, so its mark goes before the type; so does a message nobody typed. */
function roleOf(author: JsonObject, part: JsonObject): AuthorRole | null {
  const isAi = author.from_ai_agent === true || author.is_ai_answer === true || part.from_ai_agent === true;
  if (isAi || /^(automated|campaigns_initiated)$/.test(pickText(part, 'delivered_as'))) return 'bot';
  const type = pickText(author, 'type');
  if (type === 'user' || type === 'lead' || type === 'contact') return 'customer';
  if (type === 'admin') return 'agent';
  return type === 'bot' || type === 'team' || type === 'campaign' ? 'bot' : null;
}
