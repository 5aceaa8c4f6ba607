/** The labelled service corpus as the product reads it: turns of sentences with words, labels beside them. */
import { type Act, act, emotionLabel } from '@rapport/contract';
import { z } from 'zod';
import type { PlainSentence } from '../packages/qualities/src/acts/act-reader.ts';
import { hashText } from '../packages/qualities/src/models/hash.ts';
import { maskNames, namesOf } from '../packages/qualities/src/models/mask-names.ts';
import { findSentenceRanges } from '../packages/qualities/src/text/find-sentences.ts';
import { findWords } from '../packages/qualities/src/text/find-words.ts';

const role = z.enum(['customer', 'agent', 'bot', 'system', 'note']);
const emotion = z.object({ valence: z.number(), label: emotionLabel });
const conversationRow = z.object({
  id: z.string(),
  turns: z.array(
    z.object({
      role,
      author: z.string().optional(),
      text: z.string(),
      emotion: emotion.nullish(),
      sentences: z.array(z.object({ text: z.string(), acts: z.array(act) })).optional(),
    }),
  ),
});
const sentenceRow = z.object({
  id: z.string(),
  role: z.enum(['agent', 'customer']),
  text: z.string(),
  acts: z.array(act),
  context: z.array(z.object({ role, text: z.string() })).optional(),
  emotion: emotion.nullish(),
});

export type CorpusEmotion = z.infer<typeof emotion>;

export interface CorpusSentence extends PlainSentence {
  /** Null where nobody labelled it. */
  labels: readonly Act[] | null;
  /** The acts that the labels decide about; all where absent. */
  judged?: readonly Act[];
}

export interface CorpusTurn {
  role: 'customer' | 'agent' | 'bot' | 'system';
  text: string;
  sentences: readonly CorpusSentence[];
  emotion: CorpusEmotion | null;
}

export interface CorpusConversation {
  id: string;
  /**
   * A whole conversation of the corpus, one written for this project, one sentence with little around it, or a sentence
   * of a neighbouring field: chat or mail.
   */
  kind: 'whole' | 'own' | 'single' | 'chat' | 'mail';
  fold: number;
  turns: readonly CorpusTurn[];
}

export const foldCount = 5;

export const parseConversation = (row: unknown): CorpusConversation => {
  const { id, turns } = conversationRow.parse(row);
  return conversationOf(id, id.startsWith('own-') ? 'own' : 'whole', turns);
};

export const parseSentence = (row: unknown): CorpusConversation => {
  const { id, role: side, text, acts, context = [], emotion: felt } = sentenceRow.parse(row);
  const last = { role: side, text, emotion: felt, sentences: [{ text, acts }] };
  return conversationOf(id, 'single', [...context, last]);
};

type Turn = z.infer<typeof conversationRow>['turns'][number];

/** Internal notes are left out: no message is understood in their light. */
const conversationOf = (id: string, kind: 'whole' | 'own' | 'single', turns: readonly Turn[]): CorpusConversation => {
  const names = namesOf(turns.map(({ author }) => author ?? ''));
  return {
    id,
    kind,
    fold: (hashText(id) >>> 0) % foldCount,
    turns: turns.flatMap((turn) => (turn.role === 'note' ? [] : [turnOf(turn.role, turn, names)])),
  };
};

const turnOf = (
  side: CorpusTurn['role'],
  { text, emotion: felt, sentences }: Turn,
  names: ReadonlySet<string>,
): CorpusTurn => ({
  role: side,
  text,
  emotion: side === 'customer' ? (felt ?? null) : null,
  sentences: maskNames<CorpusSentence>(
    sentences
      ? sentences.map((one) => ({ text: one.text, words: findWords(one.text), labels: one.acts }))
      : findSentenceRanges(text).map(({ start, end }) => {
          const own = text.slice(start, end);
          return { text: own, words: findWords(own), labels: null };
        }),
    names,
  ),
});
