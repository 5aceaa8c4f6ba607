/** What a Zendesk ticket says of the conversation. */
import { readChannel } from '../fields/read-channel.ts';
import { emptyHead } from '../json/empty-head.ts';
import { asPerson, asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { pickObject, readNames } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';
import { findTicketRating } from './read-ratings.ts';

/** `beside`: the object that holds the ticket, where ratings may lie next to it. */
export function readTicketHead(id: string, ticket: JsonObject, beside: JsonObject): ConversationHead {
  const via = pick(ticket, 'via', 'channel');
  const source = isObject(via) ? pickObject(via, 'source') : {};
  const requester = asPerson(pick(ticket, 'requester'));
  const assignee = asPerson(pick(ticket, 'assignee'));
  const status = pickText(ticket, 'status');
  const earlier = pickText(source, 'rel') === 'follow_up' ? pickText(pickObject(source, 'from'), 'ticket_id') : '';
  const followUpOf = earlier || pickText(ticket, 'via_followup_source_id', 'followup_source_id');
  return {
    ...emptyHead(id),
    ...readChannel(isObject(via) ? pickText(via, 'channel') : asText(via)),
    subject: pickText(ticket, 'subject', 'raw_subject'),
    customer:
      pickText(ticket, 'requester_id') || requester.id || requester.email || pickText(ticket, 'customerEmail') || null,
    assignee: assignee.name || pickText(ticket, 'assignee_id', 'assigneeEmail') || assignee.email || null,
    status: status || null,
    tags: readNames(pick(ticket, 'tags')),
    resolved: status === '' ? null : status === 'solved' || status === 'closed',
    ...findTicketRating(ticket, beside),
    ...(followUpOf === '' ? {} : { followUpOf }),
  };
}
