/**
 * A Zendesk ticket with its comments (NDJSON export, array, {tickets:[…]}; also the shape Zendesk QA imports).
 * Comments mostly carry an author id alone: the requester is then the customer and the others are guessed to be agents.
 */
import type { AuthorRole, Message } from '@rapport/contract';
import { excerpt } from '../excerpt.ts';
import { readChannel } from '../fields/read-channel.ts';
import { readCsat } from '../fields/read-csat.ts';
import { readRole } from '../fields/read-role.ts';
import { readTime } from '../fields/read-time.ts';
import { checkHead, checkMessage } from '../json/check-texts.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import { asPerson, asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import type { ConversationHead } from '../record.ts';

export const readZendesk: ReadItem = (ticket, o) => {
  const list = pick(ticket, 'comments');
  const units = Array.isArray(list) ? list.length : 1;
  const id = pickText(ticket, 'id', 'ticket_id');
  if (!Array.isArray(list)) return refusedItem('not-a-conversation', 'comments', 'The ticket has no comments in it.');
  if (id === '') return refusedItem('no-conversation', 'id', 'The ticket has no id.', units);
  const conversation = readHead(id, ticket);
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason, units);

  const requester = asPerson(pick(ticket, 'requester'));
  const people: People = {
    requesterId: pickText(ticket, 'requester_id') || requester.id,
    requesterEmail: requester.email || pickText(ticket, 'customerEmail'),
    requesterName: requester.name,
  };
  const problems: ItemProblem[] = [];
  const messages: Message[] = [];
  let hasMessageIds = true;
  for (const [index, comment] of list.entries()) {
    const read = readComment(comment, index, people, o);
    if ('code' in read) problems.push(read);
    else {
      messages.push(read);
      hasMessageIds &&= isObject(comment) && pickText(comment, 'id') !== '';
    }
  }
  return { conversation, messages, hasMessageIds, problems };
};

interface People {
  requesterId: string;
  requesterEmail: string;
  requesterName: string;
}

function readHead(id: string, ticket: JsonObject): ConversationHead {
  const via = pick(ticket, 'via', 'channel');
  const rating = pick(ticket, 'satisfaction_rating', 'satisfactionScore');
  const requester = asPerson(pick(ticket, 'requester'));
  const assignee = asPerson(pick(ticket, 'assignee'));
  const tags = pick(ticket, 'tags');
  const status = pickText(ticket, 'status');
  return {
    id,
    ...readChannel(isObject(via) ? pickText(via, 'channel') : asText(via)),
    subject: pickText(ticket, 'subject', 'raw_subject'),
    customer:
      pickText(ticket, 'requester_id') || requester.id || requester.email || pickText(ticket, 'customerEmail') || null,
    assignee: assignee.name || pickText(ticket, 'assignee_id', 'assigneeEmail') || assignee.email || null,
    status: status || null,
    tags: Array.isArray(tags) ? [...new Set(tags.map(asText).filter((tag) => tag !== ''))] : [],
    resolved: status === '' ? null : status === 'solved' || status === 'closed',
    csatRaw: readCsat(isObject(rating) ? pickText(rating, 'score') : asText(rating)),
    csatMax: null,
    language: null,
    outcomes: {},
  };
}

function readComment(comment: unknown, index: number, people: People, o: ItemOptions): Message | ItemProblem {
  const where = `comments[${index}]`;
  const refuse = (code: ItemProblem['code'], field: string, reason: string): ItemProblem => ({
    code,
    column: field === '' ? where : `${where}.${field}`,
    reason,
    units: 1,
  });
  if (!isObject(comment)) return refuse('not-a-message', '', 'The comment is not an object.');
  const text = pick(comment, 'body', 'plain_body', 'comment', 'html_body');
  if (typeof text !== 'string') return refuse('no-text', 'body', 'The comment has no text.');
  const written = pickText(comment, 'created_at', 'created');
  if (written !== '') o.seeTime?.(written);
  const time = readTime(written, { dayFirst: false, timeZone: o.plan.timeZone });
  if (written !== '' && time.kind === 'bad') {
    return refuse('bad-date', 'created_at', `“${excerpt(written, 60)}” is not a time that can be read.`);
  }
  const author = asPerson(pick(comment, 'author'));
  const authorId = pickText(comment, 'author_id') || author.id;
  const authorEmail = author.email || pickText(comment, 'authorEmail');
  const { role, isGuess } = findRole(comment, authorId, authorEmail, people);
  const isRequester = authorId !== '' && authorId === people.requesterId;
  const name =
    author.name || pickText(comment, 'authorName', 'author_name') || (isRequester ? people.requesterName : '');
  const message: Message = {
    id: pickText(comment, 'id') || `message-${index + 1}`,
    at: time.kind === 'instant' ? time.at : null,
    role,
    ...(isGuess ? { roleGuessed: true } : {}),
    author: name || authorEmail || authorId,
    ...(authorId === '' ? {} : { authorId }),
    ...(authorEmail === '' ? {} : { authorEmail }),
    text,
    visibility: pick(comment, 'public') === false ? 'internal' : 'public',
  };
  const bad = checkMessage(message, o.limits);
  return bad ? refuse(bad.code, bad.column ?? '', bad.reason) : message;
}

/** What the file says about the author goes first; who opened the ticket is its customer; the rest is a guess. */
function findRole(
  comment: JsonObject,
  authorId: string,
  authorEmail: string,
  people: People,
): { role: AuthorRole; isGuess: boolean } {
  const author = pick(comment, 'author');
  const said = readRole(pickText(isObject(author) ? author : {}, 'role', 'type') || pickText(comment, 'author_role'));
  if (said) return { role: said, isGuess: false };
  const via = pick(comment, 'via');
  const channel = isObject(via) ? pickText(via, 'channel') : '';
  if (authorId === '-1' || channel === 'system' || channel === 'rule') return { role: 'system', isGuess: false };
  const isStaff = pick(comment, 'authorIsNotClient');
  if (typeof isStaff === 'boolean') return { role: isStaff ? 'agent' : 'customer', isGuess: false };
  const isRequester =
    (authorId !== '' && authorId === people.requesterId) ||
    (authorEmail !== '' && authorEmail === people.requesterEmail);
  if (isRequester) return { role: 'customer', isGuess: false };
  if (authorId === '' && authorEmail === '') return { role: 'system', isGuess: true };
  return { role: 'agent', isGuess: true };
}
