/** Side conversations of a ticket: staff asking colleagues or suppliers. The customer sees none of it. */
import type { ItemOptions, ItemProblem } from '../json/item.ts';
import { asPerson, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type Part, pickObject, readAttachments, refusePart } from '../json/read-parts.ts';
import { decideRole } from '../who/decide-role.ts';

export function readSideConversations(ticket: JsonObject, o: ItemOptions): (Part | ItemProblem)[] {
  const list = pick(ticket, 'side_conversations');
  return (Array.isArray(list) ? list : []).filter(isObject).flatMap((side, number) => {
    const events: readonly unknown[] = Array.isArray(side.events) ? side.events : [];
    return events.flatMap((event, index): (Part | ItemProblem)[] => {
      const where = `side_conversations[${number}].events[${index}]`;
      if (!isObject(event)) return [refusePart(where, 'not-a-message', '', 'The event is not an object.')];
      const message = pickObject(event, 'message');
      // Closing and reopening are events without a message.
      return 'message' in event && isObject(event.message) ? [readEvent(event, message, where, o)] : [];
    });
  });
}

function readEvent(event: JsonObject, message: JsonObject, where: string, o: ItemOptions): Part {
  const actor = pickObject(event, 'actor');
  const from = asPerson(pick(message, 'from'));
  const id = pickText(actor, 'user_id', 'id') || pickText(pickObject(message, 'from'), 'user_id');
  const email = (pickText(actor, 'email') || from.email).toLowerCase();
  const eventId = pickText(event, 'id');
  const html = pickText(message, 'html_body');
  const plain = pickText(message, 'body');
  return {
    where,
    id: eventId === '' ? '' : `side-${eventId}`,
    written: pickText(event, 'created_at'),
    ...decideRole({ id, email, isOpener: null }, o),
    author: { id, name: pickText(actor, 'name') || from.name, email },
    body: plain.trim() === '' ? { text: html, form: 'html' } : { text: plain, form: 'plain' },
    attachments: readAttachments(message.attachments),
    isInternal: true,
  };
}
