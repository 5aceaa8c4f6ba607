/**
 * Features of where a sentence stands: who speaks, what was said and asked before it, how much of it was said already.
 * Earlier text stays apart from the sentence's own: glued on it was measured to hurt.
 */
import { type Act, type AuthorRole, agentActs, acts as allActs, customerActs } from '@rapport/contract';
import type { ActProbabilities, PlainSentence, ReadTurn } from '../acts/act-reader.ts';
import { ActRow, customerColumn } from '../acts/act-row.ts';
import type { FeatureList } from './feature-list.ts';
import { findRepeats, type Repeats } from './find-repeats.ts';
import { hashOfWord } from './find-text-features.ts';
import { hashText, mixHashes } from './hash.ts';

/** What the earlier turns say about a message; the same for all of its sentences. */
export interface Place {
  side: 'agent' | 'customer';
  sentences: readonly PlainSentence[];
  repeats: Repeats;
  otherBefore: ReadTurn | undefined;
  before: ReadTurn | undefined;
  ownBefore: readonly ReadTurn[];
  ownCount: number;
  turnCount: number;
}

/** Turns of the same side, and of the other, in which a sentence may have been said before. */
const ownMemory = 6;
const otherMemory = 3;
/** A little above where an act counts as seen: what others build on should be surer. Measured. */
const didFrom = 0.55;

export const findPlace = (
  side: 'agent' | 'customer',
  sentences: readonly PlainSentence[],
  before: readonly ReadTurn[],
): Place => {
  const own: ReadTurn[] = [];
  const other: ReadTurn[] = [];
  let ownCount = 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const turn = before[at];
    if (!turn) continue;
    if (turn.role === side) {
      ownCount += 1;
      if (own.length < ownMemory) own.push(turn);
    } else if (other.length < otherMemory) other.push(turn);
  }
  return {
    side,
    sentences,
    repeats: findRepeats(sentences, own, other),
    otherBefore: other[0],
    before: before.at(-1),
    ownBefore: own.slice(0, 3),
    ownCount,
    turnCount: before.length,
  };
};

/** Adds the features that hold for the whole message. */
export const findMessageFeatures = (place: Place, list: FeatureList): void => {
  const key = keys[place.side];
  list.add(key.side);
  list.add(key.sentences[Math.min(place.sentences.length, 6)] ?? 0);
  list.add(key.ownTurns[Math.min(place.ownCount, 4)] ?? 0);
  list.add(key.turns[Math.min(place.turnCount, 6)] ?? 0);
  const { before, otherBefore, ownBefore } = place;
  list.add(before ? key.after[before.role] : key.first);
  if (before) {
    const end = before.sentences.at(-1);
    list.add(key.beforeEndsAsking[asks(end)] ?? 0);
    list.add(key.beforeAsks[before.sentences.some((one) => asks(one) === 1) ? 1 : 0] ?? 0);
    list.add(key.beforeCounts[Math.min(before.sentences.length, 5)] ?? 0);
    addOpening(end, key.beforeOpens, list);
  }
  const from = list.length;
  if (otherBefore) for (const { acts } of otherBefore.sentences) addActs(acts, key.otherDid, list, from);
  for (const turn of ownBefore) for (const { acts } of turn.sentences) addActs(acts, key.ownDid, list, from);
};

/** Adds the features of the sentence at `index`; `actsBefore` are those of the sentence before it in the message. */
export const findPlaceFeatures = (
  { side, sentences, repeats }: Place,
  index: number,
  actsBefore: ActProbabilities | undefined,
  list: FeatureList,
): void => {
  const key = keys[side];
  list.add(key.at[Math.min(index, 4)] ?? 0);
  list.add(key.toEnd[Math.min(sentences.length - 1 - index, 3)] ?? 0);
  const previous = sentences[index - 1];
  if (previous) {
    list.add(key.previousAsks[asks(previous)] ?? 0);
    list.add(key.previousLength[Math.min(4, previous.words.length >> 2)] ?? 0);
    addOpening(previous, key.previousOpens, list);
  }
  const next = sentences[index + 1];
  if (next) {
    list.add(key.nextAsks[asks(next)] ?? 0);
    addOpening(next, key.nextOpens, list);
  }
  if (actsBefore) addActs(actsBefore, key.previousDid, list, list.length);
  list.add(key.saidBefore[Math.round((repeats.own[index] ?? 0) * 4)] ?? 0);
  list.add(key.heardBefore[Math.round((repeats.heard[index] ?? 0) * 4)] ?? 0);
};

const asks = (sentence: PlainSentence | undefined): 0 | 1 => (sentence?.text.includes('?') ? 1 : 0);

const addOpening = (sentence: PlainSentence | undefined, kind: number, list: FeatureList): void => {
  const word = sentence?.words[0];
  if (word !== undefined) list.add(mixHashes(hashOfWord(word), kind));
};

/** Adds each act done once, in the order of the acts; `from` is where the list of acts begins. */
const addActs = (acts: ActProbabilities, { ofActs, ofColumns }: ActKeys, list: FeatureList, from: number): void => {
  if (acts instanceof ActRow) {
    addColumns(acts, acts.agent, 0, ofColumns, list, from);
    addColumns(acts, acts.customer, customerColumn, ofColumns, list, from);
    return;
  }
  for (const act in acts) {
    // Keys of the object are acts by its type; `for … in` only forgets it.
    if ((acts[act as Act] ?? 0) >= didFrom) list.addOnce(ofActs[act as Act] ?? 0, from);
  }
};

const addColumns = (
  { values }: ActRow,
  seen: number,
  first: number,
  ofColumns: readonly number[],
  list: FeatureList,
  from: number,
): void => {
  for (let bits = seen; bits !== 0; bits &= bits - 1) {
    const column = first + 31 - Math.clz32(bits & -bits);
    if ((values[column] ?? 0) >= didFrom) list.addOnce(ofColumns[column] ?? 0, from);
  }
};

interface ActKeys {
  ofActs: Partial<Record<Act, number>>;
  /** The same for the columns of an `ActRow`. */
  ofColumns: readonly number[];
}

const keysOfSide = (side: string) => {
  const one = (name: string): number => hashText(`${side} ${name}`);
  const some = (name: string, count: number): readonly number[] =>
    Array.from({ length: count }, (_, index) => one(`${name} ${index}`));
  const perAct = (name: string): ActKeys => ({
    ofActs: Object.fromEntries(allActs.map((act) => [act, one(`${name} ${act}`)])),
    ofColumns: [...agentActs, ...customerActs].map((act) => one(`${name} ${act}`)),
  });
  const after: Record<AuthorRole, number> = {
    customer: one('after customer'),
    agent: one('after agent'),
    bot: one('after bot'),
    system: one('after system'),
  };
  return {
    side: one('speaks'),
    first: one('after nobody'),
    after,
    sentences: some('sentences', 7),
    ownTurns: some('own turns', 5),
    turns: some('turns', 7),
    beforeEndsAsking: some('before ends asking', 2),
    beforeAsks: some('before asks', 2),
    beforeCounts: some('before counts', 6),
    beforeOpens: one('before opens'),
    otherDid: perAct('other did'),
    ownDid: perAct('own did'),
    at: some('at', 5),
    toEnd: some('to end', 4),
    previousAsks: some('previous asks', 2),
    previousLength: some('previous length', 5),
    previousOpens: one('previous opens'),
    previousDid: perAct('previous did'),
    nextAsks: some('next asks', 2),
    nextOpens: one('next opens'),
    saidBefore: some('said before', 5),
    heardBefore: some('heard before', 5),
  };
};

const keys = { agent: keysOfSide('agent'), customer: keysOfSide('customer') };
