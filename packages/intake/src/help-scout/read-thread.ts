/** A thread of Help Scout or FreeScout: what somebody wrote, or a line about what happened. */
import type { AuthorRole } from '@rapport/contract';
import type { ItemOptions, ItemProblem } from '../json/item.ts';
import { type JsonObject, pick, pickText } from '../json/pick.ts';
import { asFullPerson, type Part, pickObject, readAttachments, refusePart, unknownKind } from '../json/read-parts.ts';
import { type DecidedRole, decideRole } from '../who/decide-role.ts';

/** Who sees it. A mail forwarded to a third party is no reply to the customer. */
const kinds: Readonly<Record<string, 'public' | 'internal' | 'event'>> = {
  customer: 'public',
  message: 'public',
  reply: 'public',
  chat: 'public',
  beaconchat: 'public',
  phone: 'public',
  note: 'internal',
  forwardparent: 'internal',
  forwardchild: 'internal',
  lineitem: 'event',
};

/** Null for an event without words of anybody. */
export function readThread(
  thread: JsonObject,
  where: string,
  warnings: ItemProblem[],
  o: ItemOptions,
): Part | ItemProblem | null {
  const type = pickText(thread, 'type').toLowerCase();
  const kind = Object.hasOwn(kinds, type) ? (kinds[type] ?? null) : null;
  const body = pickText(thread, 'body', 'text');
  if (kind === 'event' || (kind === null && body === '')) return null;
  const state = pickText(thread, 'state');
  if (/^(?:draft|hidden|underreview)$/.test(state)) {
    return refusePart(where, 'left-out', 'state', `The thread is a ${state}: nobody was sent it.`);
  }
  const creator = pickObject(thread, 'createdBy');
  const isCustomer = type === 'customer' || pickText(creator, 'type') === 'customer';
  const person = asFullPerson(isCustomer && creator.id === undefined ? pick(thread, 'customer') : creator);
  if (kind === null) warnings.push(unknownKind('type', type));
  return {
    where,
    id: pickText(thread, 'id'),
    written: pickText(thread, 'createdAt'),
    ...whoWrote(kind === null ? null : type, thread, person, isCustomer, o),
    author: { ...person, id: person.id === '' ? '' : `${isCustomer ? 'customer' : 'user'}-${person.id}` },
    body: { text: body, form: 'html' },
    attachments: readAttachments(pick(pickObject(thread, '_embedded'), 'attachments') ?? pick(thread, 'attachments')),
    isInternal: kind !== 'public',
  };
}

function whoWrote(
  type: string | null,
  thread: JsonObject,
  person: { id: string; email: string },
  isCustomer: boolean,
  o: ItemOptions,
): DecidedRole {
  if (type === null) return { role: 'system', isGuess: true };
  // An agent's record of a call holds the words of both.
  if (type === 'phone') return { role: 'system', isGuess: false };
  const creatorType = pickText(pickObject(thread, 'createdBy'), 'type');
  const isFlow =
    !isCustomer &&
    (/^automatic/.test(pickText(pickObject(thread, 'action'), 'type')) ||
      [pickText(pickObject(thread, 'source'), 'via'), pickText(pickObject(thread, 'source'), 'type')].includes(
        'workflow',
      ));
  const isBot = creatorType === 'system_user' || creatorType === 'bot' || isFlow;
  const said: AuthorRole | null = isCustomer
    ? 'customer'
    : creatorType === 'user' || type === 'message' || type === 'note'
      ? 'agent'
      : null;
  return decideRole({ isBot, said, id: person.id, email: person.email, isOpener: null }, o);
}
