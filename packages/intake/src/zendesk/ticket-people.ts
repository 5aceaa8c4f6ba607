/** Who is who around one ticket, as far as the ticket itself tells: the list of users knows it better. */

import { readRole } from '../fields/read-role.ts';
import type { ItemOptions } from '../json/item.ts';
import { asPerson, asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type DecidedRole, decideRole } from '../who/decide-role.ts';

export interface TicketPeople {
  requester: { id: string; name: string; email: string };
  /** False where only a piece of a ticket was seen, from its middle. */
  knowsRequester: boolean;
  /** The assignee, followers, whoever wrote a private comment, whoever opened the ticket for somebody else. */
  staff: ReadonlySet<string>;
  /** In copy, and not among the staff. */
  inCopy: ReadonlySet<string>;
  /** The ticket is talk among staff: it was split off another one. */
  isSideTicket: boolean;
}

export function findTicketPeople(ticket: JsonObject, comments: readonly unknown[], o: ItemOptions): TicketPeople {
  const requester = asPerson(pick(ticket, 'requester'));
  const requesterId = pickText(ticket, 'requester_id') || requester.id;
  const known = o.people?.get(requesterId);
  const submitter = pickText(ticket, 'submitter_id');
  const wrotePrivately = comments
    .filter(isObject)
    .filter((one) => one.public === false)
    .map((one) => pickText(one, 'author_id'));
  const staff = new Set([
    pickText(ticket, 'assignee_id'),
    ...idsOf(ticket.follower_ids),
    ...wrotePrivately,
    submitter === requesterId ? '' : submitter,
  ]);
  const inCopy = [...idsOf(ticket.email_cc_ids), ...idsOf(ticket.collaborator_ids)].filter((id) => !staff.has(id));
  const via = pick(ticket, 'via');
  return {
    requester: {
      id: requesterId,
      name: requester.name || known?.name || '',
      email: (requester.email || pickText(ticket, 'customerEmail') || known?.email || '').toLowerCase(),
    },
    knowsRequester: requesterId !== '' || requester.email !== '' || pickText(ticket, 'customerEmail') !== '',
    staff,
    inCopy: new Set(inCopy),
    isSideTicket: isObject(via) && pickText(via, 'channel') === 'side_conversation',
  };
}

const idsOf = (list: unknown): string[] => (Array.isArray(list) ? list.map(asText) : []);

/** What the comment and the lists say goes first; who opened the ticket is its customer; the rest is a guess. */
export function findRole(
  comment: JsonObject,
  author: { id: string; email: string },
  people: TicketPeople,
  o: ItemOptions,
): DecidedRole {
  const via = pick(comment, 'via');
  const channel = isObject(via) ? pickText(via, 'channel') : '';
  if (author.id === '-1' || /^(?:system|rule|trigger|automation)/.test(channel))
    return { role: 'system', isGuess: false };
  const described = pick(comment, 'author');
  const isStaff = pick(comment, 'authorIsNotClient');
  const said =
    readRole(pickText(isObject(described) ? described : {}, 'role', 'type') || pickText(comment, 'author_role')) ??
    (typeof isStaff === 'boolean' ? (isStaff ? 'agent' : 'customer') : null);
  const isRequester =
    (author.id !== '' && author.id === people.requester.id) ||
    (author.email !== '' && author.email === people.requester.email);
  const isNobody = author.id === '' && author.email === '';
  const isStranger = !people.knowsRequester && !people.staff.has(author.id);
  const decided = decideRole(
    {
      // Answer bots and AI agents that write by themselves; those that write as a user are put down in the list of people.
      isBot: /^(?:answer_bot|ai_agent|zendesk_bot|bot)/.test(channel),
      said,
      id: author.id,
      email: author.email,
      isOpener: isNobody || isStranger ? null : isRequester || people.inCopy.has(author.id),
    },
    o,
  );
  return isRequester && decided.role === 'customer' ? { role: 'customer', isGuess: false } : decided;
}
