/**
 * What the rules of every quality read: a conversation cut into sentences, each with its acts,
 * every customer message with its feeling. Rules never look at raw models; they read this.
 *
 * Offsets are UTF-16 units into `message.text` exactly as in the source. Quoted mail, signatures and
 * markup have no sentences, so no rule can mistake them for the author's own words.
 */
import type { Act, Conversation, CustomerEmotion, Message } from '@rapport/contract';
import { ActMask } from './acts/act-row.ts';

export { actThreshold } from './acts/act-row.ts';

export interface Sentence {
  /** Offset of the first character in `message.text`. */
  start: number;
  /** Offset after the last character. */
  end: number;
  /** `message.text.slice(start, end)`, or the same words without markup where the source is HTML. */
  text: string;
  /** Lower-cased words of the sentence, punctuation gone, contractions kept ("don't"). */
  words: readonly string[];
  /** Probability 0…1 of each act the reader sees; absent means not seen. */
  acts: Partial<Record<Act, number>>;
}

export interface ReadMessage {
  /** Position in `conversation.messages`. */
  index: number;
  message: Message;
  sentences: readonly Sentence[];
  /** Public message of an agent in a language that is scored, and not an auto-reply. */
  scorable: boolean;
  /** Never set for agents. Null for everybody but customers. */
  emotion: CustomerEmotion | null;
  /** ISO 639-1 code where it could be told. */
  language: string | null;
  /** Probability that it is hostile towards the other side; 0 where no act in it hints at that. */
  hostility: number;
  /** Seconds since the message this one answers (the first unanswered one of the other side), or null. */
  waitSeconds: number | null;
}

export interface Reading {
  conversation: Conversation;
  messages: readonly ReadMessage[];
  /** Earlier conversations of the same customer, oldest first; empty where unknown. */
  earlier: readonly Reading[];
  /** Authors with at least one scorable message, in order of appearance: `authorId ?? author`. */
  agents: readonly string[];
}

/** Names one author across messages: the source's stable id where there is one, else the name. */
export const authorKey = (message: Pick<Message, 'author' | 'authorId'>): string => message.authorId ?? message.author;

export const does = (sentence: Sentence, act: Act): boolean => doesAny(sentence, [act]);

export const doesAny = ({ acts }: Sentence, any: readonly Act[]): boolean => new ActMask(any).isSeenIn(acts);

export interface ReadOptions {
  /** ISO 639-1 code of a text, or null when it cannot be told; handed in because detectors carry data. */
  languageOf?: (text: string) => string | null;
  /** Earlier conversations of the same customer, oldest first. */
  earlier?: readonly Conversation[];
  /** Longest wait in seconds that still counts as prompt, by channel; defaults are the field's usual ones. */
  targetSeconds?: Partial<Record<Conversation['channel'], number>>;
}
