/**
 * What one author's replies look like as numbers: which acts stand anywhere in them, in the first, the last, and the one
 * to the unhappiest message, and a few counts. Shares of sentences are left out: one neutral sentence more would change
 * them. Only the replies, and the customer's words before them, are looked at;
 * how the customer felt afterwards is an outcome, and a score that leaned on it could never be compared with one.
 */
import { type AgentAct, agentActs, customerActs } from '@rapport/contract';
import { customerColumn, rowOf } from '../acts/act-row.ts';
import { aboutThemself } from '../personalization/cues.ts';
import { sharedWords } from '../thread/content-words.ts';
import type { Spot } from '../thread/spot.ts';
import type { Exchange, Thread } from '../thread/thread-of.ts';
import { isLoud, stake } from '../thread/voiced.ts';

const places = ['anywhere', 'first', 'last', 'hardest'] as const;
const shapes = [
  'sentences',
  'words in a reply',
  'words in a sentence',
  'questions',
  'words taken up',
  'longest wait',
  'first wait',
  'replies',
  'closes',
  'after a colleague',
] as const;
const openings = [
  'unhappiest',
  'mood at first',
  'steepest fall',
  'words of the customer',
  'loud sentences',
  'something at stake',
  'about themself',
  'questions asked',
] as const;

/** Names of the numbers, in their order; weights name them by place. */
export const replyFeatures: readonly string[] = [
  ...places.flatMap((place) => agentActs.map((act) => `${place} ${act}`)),
  ...shapes,
  ...customerActs.map((act) => `customer ${act}`),
  ...openings,
];

const memory = new WeakMap<Thread, Float64Array>();

/** One number for each name in `replyFeatures`; computed once for each thread. */
export const replyFeaturesOf = (thread: Thread): Float64Array => {
  const known = memory.get(thread);
  if (known) return known;
  const values = new Float64Array(replyFeatures.length);
  const { exchanges, replies } = thread;
  let at = writeMost(values, 0, replies, 0, agentActs.length);
  at = writeMost(values, at, exchanges[0]?.reply ?? [], 0, agentActs.length);
  at = writeMost(values, at, exchanges.at(-1)?.reply ?? [], 0, agentActs.length);
  at = writeMost(values, at, hardestOf(exchanges)?.reply ?? [], 0, agentActs.length);
  const asked = exchanges.flatMap((exchange) => exchange.asked);
  values.set(shapesOf(thread), at);
  at = writeMost(values, at + shapes.length, asked, customerColumn, customerActs.length);
  values.set(openingsOf(exchanges, asked), at);
  memory.set(thread, values);
  return values;
};

/** The largest chance of the act in any sentence of the replies, 0…1. */
export const mostOfAct = (thread: Thread, act: AgentAct): number =>
  // The numbers begin with this, act by act.
  replyFeaturesOf(thread)[placeOfAct.get(act) ?? -1] ?? 0;

const placeOfAct: ReadonlyMap<AgentAct, number> = new Map(agentActs.map((act, place) => [act, place]));

const openingsOf = (exchanges: readonly Exchange[], asked: readonly Spot[]): number[] => {
  const moods = exchanges.flatMap(({ mood }) => mood?.valence ?? []);
  const falls = moods.map((mood, index) => mood - (moods[index - 1] ?? mood));
  const count = (isSo: (text: string) => boolean): number =>
    asked.reduce((sum, { sentence }) => sum + (isSo(sentence.text) ? 1 : 0), 0);
  return [
    Math.min(0, ...moods),
    moods[0] ?? 0,
    Math.min(0, ...falls),
    Math.log1p(wordsIn(asked)),
    Math.log1p(asked.filter(isLoud).length),
    Math.log1p(count((text) => stake.test(text))),
    Math.log1p(count((text) => aboutThemself.test(text))),
    Math.log1p(count((text) => text.includes('?'))),
  ];
};

/** The reply to the unhappiest message; the first among equals. */
const hardestOf = (exchanges: readonly Exchange[]): Exchange | undefined => {
  let hardest = exchanges[0];
  for (const one of exchanges) if ((one.mood?.valence ?? 0) < (hardest?.mood?.valence ?? 0)) hardest = one;
  return hardest;
};

/** The largest chance of each act over the sentences, for `count` columns of acts from `column` on. */
const writeMost = (values: Float64Array, at: number, spots: readonly Spot[], column: number, count: number): number => {
  for (const { sentence } of spots) {
    const row = rowOf(sentence.acts).values;
    for (let index = 0; index < count; index += 1) {
      const value = row[column + index] ?? 0;
      if (value > (values[at + index] ?? 0)) values[at + index] = value;
    }
  }
  return at + count;
};

const wordsIn = (spots: readonly Spot[]): number => spots.reduce((sum, { sentence }) => sum + sentence.words.length, 0);

const shapesOf = ({ exchanges, replies, heard, closes, colleagues }: Thread): number[] => {
  const words = wordsIn(replies);
  const waits = exchanges.map(({ waitSeconds }) => waitSeconds ?? 0);
  const questions = replies.filter(({ sentence }) => sentence.text.includes('?')).length;
  const takenUp = replies.filter(({ sentence }) => sharedWords(sentence, heard) > 0).length;
  return [
    Math.log1p(replies.length),
    Math.log1p(words / Math.max(1, exchanges.length)),
    Math.log1p(words / Math.max(1, replies.length)),
    questions / Math.max(1, replies.length),
    takenUp / Math.max(1, replies.length),
    Math.log1p(Math.max(0, ...waits)) / 5,
    Math.log1p(waits[0] ?? 0) / 5,
    Math.log1p(exchanges.length),
    closes ? 1 : 0,
    colleagues.length > 0 ? 1 : 0,
  ];
};
