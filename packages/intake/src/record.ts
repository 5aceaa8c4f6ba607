/** What reading yields: pieces of conversations and problems, each with the place to go on from. */
import type { Conversation, IntakeProblem, KeptKind, Message } from '@rapport/contract';

/** Opens the bytes of a file, from the given byte on. It may be called again: the first look and the reading are two passes. */
export type OpenBytes = (fromByte?: number) => AsyncIterable<Uint8Array>;

/** Where reading can go on after a stop. Store it whole. */
export interface ReadPosition {
  /** Byte of the plain file. */
  byte: number;
  /** Physical line, from 1. */
  line: number;
  /** Units seen before it. */
  units: number;
  /** Refusals within the entry at this byte that were handed over already. */
  skip?: number;
}

/** A message with its place in the file, which breaks ties between equal times. */
export type IntakeMessage = Message & { order: number; kept?: readonly SealedWord[] };

/** What was masked in a text and is kept: set where it is stored, never by a reader. */
export interface SealedWord {
  kind: KeptKind;
  /** Of its bracket in the masked text. */
  start: number;
  sealed: string;
}

/** A conversation without its messages. */
export type ConversationHead = Omit<Conversation, 'messages'>;

/**
 * A piece of a conversation as one place of the file gives it. Pieces with the same conversation id belong together
 * (see `mergeHeads` and `gatherConversations`).
 */
export interface Fragment {
  kind: 'fragment';
  conversation: ConversationHead;
  messages: IntakeMessage[];
  /** False when any message got its id from its position: a re-import then replaces the conversation's messages. */
  hasMessageIds: boolean;
  /** Accepted units in this piece: rows (CSV) or messages (the others). */
  units: number;
  /** Physical line on which the piece begins. */
  line: number;
  after: ReadPosition;
}

export interface FoundProblem {
  kind: 'problem';
  problem: IntakeProblem;
  after: ReadPosition;
}

export type IntakeRecord = Fragment | FoundProblem;
