/** A comment of a Zendesk ticket → its message, or those of the chat it holds. */
import type { ItemOptions, ItemProblem } from '../json/item.ts';
import { asPerson, asText, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type Body, type Part, pickObject, readAttachments } from '../json/read-parts.ts';
import { findForwardedSender } from './find-forwarded-sender.ts';
import { splitChatTranscript } from './split-chat-transcript.ts';
import { findRole, type TicketPeople } from './ticket-people.ts';

export interface CommentPlace {
  where: string;
  /** It opens the ticket. */
  isFirst: boolean;
  people: TicketPeople;
}

export function readComment(comment: JsonObject, place: CommentPlace, o: ItemOptions): (Part | ItemProblem)[] {
  const { people } = place;
  const described = asPerson(pick(comment, 'author'));
  const id = pickText(comment, 'author_id') || described.id;
  const email = (described.email || pickText(comment, 'authorEmail')).toLowerCase();
  const isRequester = id !== '' && id === people.requester.id;
  const name =
    described.name || pickText(comment, 'authorName', 'author_name') || (isRequester ? people.requester.name : '');
  const body = findBody(comment);
  const channel = pickText(pickObject(comment, 'via'), 'channel');
  const isPrivate = pick(comment, 'public') === false;
  const whole: Part = {
    where: place.where,
    id: pickText(comment, 'id'),
    written: pickText(comment, 'created_at', 'created'),
    ...findRole(comment, { id, email }, people, o),
    author: { id, name, email },
    body,
    attachments: readAttachments(comment.attachments),
    isInternal: isPrivate || people.isSideTicket || channel === 'side_conversation',
  };
  // A call is written down by the telephone system, whoever held it.
  if (pickText(comment, 'type') === 'VoiceComment') return [{ ...whole, role: 'system', isGuess: false }];
  const chat = splitChatTranscript(whole, people, o);
  if (chat) return chat;
  // An agent who forwards a customer's mail to the helpdesk opens a ticket with somebody else's words.
  const sender = place.isFirst && whole.role === 'agent' && !isPrivate ? findForwardedSender(body.text ?? '') : null;
  if (sender && !isOwn(sender.email, o)) {
    return [{ ...whole, role: 'customer', isGuess: true, author: { id: sender.email, ...sender } }];
  }
  return [whole];
}

const isOwn = (email: string, o: ItemOptions): boolean => o.ownDomains.includes(email.split('@').at(-1) ?? '');

/** The plain form goes first, for Zendesk makes it without the quoted mail; HTML is read where nothing else is there. */
function findBody(comment: JsonObject): Body {
  const spoken = pickText(pickObject(comment, 'data'), 'transcription_text');
  if (spoken.trim() !== '') return { text: spoken, form: 'plain' };
  const plain = asText(pick(comment, 'body', 'plain_body', 'comment'));
  if (plain.trim() !== '') return { text: plain, form: 'plain' };
  const html = pickText(comment, 'html_body');
  return { text: html === '' ? null : html, form: 'html' };
}
