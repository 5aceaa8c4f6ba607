/**
 * What of a conversation the judge is shown: public messages, their authors' own words only (no quoted mail, signatures
 * or hidden text), nobody's name beside them, masked once more on the way out.
 */
import { createHash } from 'node:crypto';
import { maskText } from '@rapport/intake';
import { readConversation, type Sentence } from '@rapport/qualities';
import { languageOf } from '../detect-language.ts';
import type { StoredConversation } from '../store/load-conversations.ts';

/** `NOT JUDGED`: an agent's automatic reply, or one in a language that is not scored. */
export type Speaker = 'CUSTOMER' | 'AGENT' | 'OTHER AGENT' | 'BOT' | 'NOT JUDGED';

export interface ShownPiece {
  /** Range in the stored text. */
  start: number;
  end: number;
  shown: string;
  /** True: `shown` is the stored text of the range, so that any part of it has a place there. */
  isExact: boolean;
}

export interface ShownMessage {
  /** Position in the transcript, from 0; the judge counts from 1. */
  position: number;
  speaker: Speaker;
  /** Seconds since the first message, where times are known. */
  seconds: number | null;
  pieces: ShownPiece[];
}

export interface ShownConversation {
  authorId: number;
  messages: ShownMessage[];
  /** Of the stored words and who says them; two conversations that read the same have the same. */
  textHash: string;
}

/** More is not sent: it would not fit most models, and cost without bound. */
export const mostCharacters = 60_000;

export type ShowOutcome = { shown: ShownConversation } | { refused: 'too-long' | 'nothing-to-judge' };

/** @param authorId whose replies are judged; null: the first agent's */
export function showConversation(
  { conversation, authorIds }: Pick<StoredConversation, 'conversation' | 'authorIds'>,
  authorId: number | null,
): ShowOutcome {
  // Looked at before reading, which a machine's pasted log would make slow.
  const stored = conversation.messages.reduce((sum, { text }) => sum + text.length, 0);
  if (stored > mostCharacters * 4) return { refused: 'too-long' };
  const { messages } = readConversation(conversation, { languageOf });
  const first = messages.find(
    ({ scorable, index }) => scorable && (authorId === null || authorIds[index] === authorId),
  );
  const judged = authorIds[first?.index ?? -1];
  if (judged === undefined) return { refused: 'nothing-to-judge' };
  const began = conversation.messages.find(({ at }) => at !== null)?.at ?? null;
  const shown = messages.flatMap(({ message, scorable, sentences, index }): ShownMessage[] => {
    if (message.visibility !== 'public' || message.role === 'system' || sentences.length === 0) return [];
    const speaker = speakerOf(message.role, scorable, authorIds[index] === judged);
    const seconds = began === null || message.at === null ? null : (Date.parse(message.at) - Date.parse(began)) / 1000;
    return [{ position: index, speaker, seconds, pieces: joinPieces(message.text, sentences) }];
  });
  const letters = shown.flatMap(({ pieces }) => pieces).reduce((sum, piece) => sum + piece.shown.length, 0);
  if (letters > mostCharacters) return { refused: 'too-long' };
  return { shown: { authorId: judged, messages: shown, textHash: hashOf(shown) } };
}

function speakerOf(role: 'customer' | 'agent' | 'bot', isScorable: boolean, isJudged: boolean): Speaker {
  if (role === 'customer') return 'CUSTOMER';
  if (role === 'bot') return 'BOT';
  if (!isScorable) return 'NOT JUDGED';
  return isJudged ? 'AGENT' : 'OTHER AGENT';
}

/** Sentences that only white space parts become one piece, so that a quote may run over both. */
function joinPieces(text: string, sentences: readonly Sentence[]): ShownPiece[] {
  const pieces: ShownPiece[] = [];
  for (const { start, end, text: read } of sentences) {
    const shown = maskText(read).text;
    const isExact = shown === text.slice(start, end);
    const last = pieces.at(-1);
    if (isExact && last?.isExact === true && text.slice(last.end, start).trim() === '') {
      last.end = end;
      last.shown = text.slice(last.start, end);
    } else pieces.push({ start, end, shown, isExact });
  }
  return pieces;
}

const hashOf = (messages: readonly ShownMessage[]): string =>
  createHash('sha256').update(JSON.stringify(messages)).digest('hex');
