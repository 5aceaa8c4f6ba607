import type { MailRead } from '@rapport/intake';
import type { ArrivedPiece } from '../arrivals/arrived-piece.ts';

/**
 * Mails of one batch → one piece a conversation. A mail that names only the mail it answers goes where that one is.
 *
 * @param known conversation by the Message-ID of a mail that is stored already
 */
export function gatherMailPieces(mails: readonly MailRead[], known: ReadonlyMap<string, string>): ArrivedPiece[] {
  const placed = new Map(known);
  const pieces = new Map<string, ArrivedPiece>();
  for (const { pieces: read, answers } of mails) {
    for (const { conversation, message } of read) {
      const id = (answers === null ? undefined : placed.get(answers)) ?? conversation.id;
      placed.set(message.id, id);
      const piece = pieces.get(id);
      const head = { ...conversation, id, subject: conversation.subject.replace(answerMark, '') };
      if (piece === undefined) {
        const messages = [{ ...message, order: 1 }];
        pieces.set(id, { conversation: head, messages, hasMessageIds: true, saidAt: null, gone: [] });
      } else {
        piece.messages.push({ ...message, order: piece.messages.length + 1 });
        piece.conversation.customer ??= head.customer;
      }
    }
  }
  return [...pieces.values()];
}

/** "Re:" and its kin: the conversation is named by what was asked. */
const answerMark = /^(?:\s*(?:re|aw|sv|antw|odp|rif|tr|fwd?|wg)(?:\[\d+\])?:)+\s*/i;
