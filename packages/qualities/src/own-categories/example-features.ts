/**
 * One agent's part in a conversation as numbers a small model can learn from: which acts both sides did, how long it
 * went, and which words and pairs of words the agent wrote, hashed. Names of people are masked, so that a model cannot
 * learn who is who.
 */
import { type Act, agentActs, customerActs } from '@rapport/contract';
import { chanceOfAct } from '../acts/act-row.ts';
import { hashText, mixHashes } from '../models/hash.ts';
import { maskNames, namesOf } from '../models/mask-names.ts';
import type { Reading, Sentence } from '../reading.ts';
import { threadOf } from '../thread/thread-of.ts';

/** Position and value, each position once. */
export type FeatureRow = readonly (readonly [position: number, value: number])[];

const wordBuckets = 4096;
const lengthFeatures = 3;
/** Acts of agents first, then those of customers, then lengths, then hashed words. */
export const exampleFeatureCount = agentActs.length + customerActs.length + lengthFeatures + wordBuckets;

/** What a position stands for, where it can be named; hashed words cannot. */
export function actOfFeature(position: number): { side: 'agent' | 'customer'; act: Act } | null {
  const agent = agentActs[position];
  if (agent !== undefined) return { side: 'agent', act: agent };
  const customer = customerActs[position - agentActs.length];
  return customer === undefined ? null : { side: 'customer', act: customer };
}

/** Empty where the agent (an `authorKey`) wrote nothing that can be judged. */
export function exampleFeatures(reading: Reading, agent: string): FeatureRow {
  const thread = threadOf(reading, agent);
  if (thread.replies.length === 0) return [];
  const replies = thread.replies.map(({ sentence }) => sentence);
  const heard = thread.customer.map(({ sentence }) => sentence);
  const names = namesOf(reading.conversation.messages.map(({ author }) => author));
  const words = hashWords(maskNames(replies, names));
  const from = agentActs.length + customerActs.length;
  const count = replies.reduce((sum, { words: own }) => sum + own.length, 0);
  return [
    ...agentActs.map((act, at) => [at, surest(replies, act)] as const),
    ...customerActs.map((act, at) => [agentActs.length + at, surest(heard, act)] as const),
    [from, Math.min(1, Math.log1p(count) / 7)] as const,
    [from + 1, Math.min(1, thread.exchanges.length / 8)] as const,
    [from + 2, thread.closes ? 1 : 0] as const,
    // Together as long as 1, so that a long reply does not outweigh its acts.
    ...words.map((bucket) => [from + lengthFeatures + bucket, 1 / Math.sqrt(words.length)] as const),
  ].filter(([, value]) => value !== 0);
}

const surest = (sentences: readonly Sentence[], act: Act): number =>
  sentences.reduce((most, { acts }) => Math.max(most, chanceOfAct(acts, act)), 0);

/** Buckets of the words and of the pairs of words that follow each other, each once. */
function hashWords(sentences: readonly Pick<Sentence, 'words'>[]): number[] {
  const buckets = new Set<number>();
  for (const { words } of sentences) {
    let before = 0;
    for (const word of words) {
      const hash = hashText(word);
      buckets.add((hash >>> 0) % wordBuckets);
      buckets.add((mixHashes(before, hash) >>> 0) % wordBuckets);
      before = hash;
    }
  }
  return [...buckets];
}
