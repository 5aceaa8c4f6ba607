/**
 * Which pairs of words stand in one sentence, and in how many conversations: in numbers, so that a hundred thousand
 * sentences need tens of megabytes and not hundreds.
 *
 * Nearly all pairs come once. A table of hashed counts, which never counts too little, tells first which can reach the
 * least that matters; only these are counted one by one, and only the few that matter get a list of their places.
 */
import type { WordedSentence } from './group-sentences.ts';

export interface CodedSentences {
  /** Word of each number. */
  words: string[];
  /** Conversations that hold a word in a telling of their own. */
  counts: Int32Array;
  /** Of each sentence: its conversation, counted from 0, and where its words begin among all. */
  conversations: Int32Array;
  starts: Int32Array;
  said: Int32Array;
  /** Sentences, those of one conversation behind one another. */
  order: Int32Array;
  /** 1 where a sentence is told again word for word: it proves nothing a second time. */
  copies: Uint8Array;
  /**
   * The chance that one place in all sentences and another lie in the same sentence: times the counts of two words it is
   * how often they would meet if all words were dealt out anew. Long sentences bring words together.
   */
  meeting: number;
  conversationCount: number;
}

/** @param fewest conversations of a group: what so many say word for word (a button, a form) is no copy but a reason */
export function encode(sentences: readonly WordedSentence[], fewest: number): CodedSentences {
  const [numbers, known] = [new Map<string, number>(), new Map<number, number>()];
  const total = sentences.reduce((sum, { words }) => sum + words.length, 0);
  const conversations = new Int32Array(sentences.length);
  const starts = new Int32Array(sentences.length + 1);
  const said = new Int32Array(total);
  let at = 0;
  for (const [place, { conversation, words }] of sentences.entries()) {
    conversations[place] = numberOf(known, conversation);
    for (const word of words) said[at++] = numberOf(numbers, word);
    starts[place + 1] = at;
  }
  const order = Int32Array.from(sentences.keys()).sort(
    (a, b) => (conversations[a] ?? 0) - (conversations[b] ?? 0) || a - b,
  );
  const copies = findCopies(sentences, order, fewest);
  const counts = new Int32Array(numbers.size);
  let [places, pairs] = [0, 0];
  const last = new Int32Array(numbers.size).fill(-1);
  for (const place of order) {
    if (copies[place] === 1) continue;
    const conversation = conversations[place] ?? 0;
    const length = (starts[place + 1] ?? 0) - (starts[place] ?? 0);
    places += length;
    pairs += length * (length - 1);
    for (let word = starts[place] ?? 0; word < (starts[place + 1] ?? 0); word += 1) {
      const number = said[word] ?? 0;
      if (last[number] === conversation) continue;
      last[number] = conversation;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return {
    ...{ words: [...numbers.keys()], counts, conversations, starts, said, order, copies },
    meeting: places === 0 ? 0 : pairs / places ** 2,
    conversationCount: known.size,
  };
}

/** So many words in the same order two people do not hit upon by themselves. */
const wordsOfCopy = 4;

/** Sentences that an earlier conversation holds in the same words; not where `fewest` conversations hold them. */
function findCopies(sentences: readonly WordedSentence[], order: Int32Array, fewest: number): Uint8Array {
  const tellings = new Map<string, { conversations: Set<number>; places: number[] }>();
  for (const place of order) {
    const { words, conversation } = sentences[place] ?? { words: [], conversation: 0 };
    if (words.length < wordsOfCopy) continue;
    const key = words.join(' ');
    const known = tellings.get(key) ?? { conversations: new Set(), places: [] };
    known.conversations.add(conversation);
    known.places.push(place);
    tellings.set(key, known);
  }
  const copies = new Uint8Array(sentences.length);
  for (const { conversations, places } of tellings.values()) {
    if (conversations.size >= fewest) continue;
    for (const place of places.slice(1)) copies[place] = 1;
  }
  return copies;
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

export interface CountedPair {
  /** Stands for the pair. */
  pair: number;
  /** Numbers of its words. */
  one: number;
  other: number;
  /** Conversations in which both stand in one sentence. */
  count: number;
}

/** Words of a sentence that take part in pairs. */
const mostPaired = 12;
const tableBits = 22;

/** @param least pairs of fewer conversations are left out */
export function countPairs(coded: CodedSentences, least: number): CountedPair[] {
  const table = new Uint8Array(1 << tableBits);
  eachPair(coded, { least, withCopies: false }, (pair) => {
    const at = hash(pair);
    if ((table[at] ?? 0) < 255) table[at] = (table[at] ?? 0) + 1;
  });
  const found = new Map<number, number>();
  const [counts, last]: [number[], number[]] = [[], []];
  eachPair(coded, { least, withCopies: false }, (pair, conversation) => {
    if ((table[hash(pair)] ?? 0) < least) return;
    const at = numberOf(found, pair);
    if (last[at] === conversation) return;
    last[at] = conversation;
    counts[at] = (counts[at] ?? 0) + 1;
  });
  const size = coded.words.length;
  return [...found].flatMap(([pair, at]) => {
    const count = counts[at] ?? 0;
    return count < least ? [] : [{ pair, one: Math.floor(pair / size), other: pair % size, count }];
  });
}

export function placesOfPairs(
  coded: CodedSentences,
  wanted: ReadonlySet<number>,
  least: number,
): Map<number, number[]> {
  const places = new Map<number, number[]>();
  eachPair(coded, { least, withCopies: true }, (pair, _, place) => {
    if (!wanted.has(pair)) return;
    const known = places.get(pair);
    if (known === undefined) places.set(pair, [place]);
    else if (known.at(-1) !== place) known.push(place);
  });
  for (const known of places.values()) known.sort((a, b) => a - b);
  return places;
}

/** A pair can only reach the least where each of its words does: the rest is passed over, and takes no place of the twelve. */
function eachPair(
  { words, counts, conversations, starts, said, order, copies }: CodedSentences,
  { least, withCopies }: { least: number; withCopies: boolean },
  visit: (pair: number, conversation: number, place: number) => void,
): void {
  const often = Math.max(least, 1);
  for (const place of order) {
    if (!withCopies && copies[place] === 1) continue;
    const own: number[] = [];
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0) && own.length < mostPaired; at += 1) {
      const word = said[at] ?? 0;
      if ((counts[word] ?? 0) >= often) own.push(word);
    }
    for (const [index, one] of own.entries()) {
      for (let next = index + 1; next < own.length; next += 1) {
        const other = own[next] ?? 0;
        if (one !== other)
          visit(Math.min(one, other) * words.length + Math.max(one, other), conversations[place] ?? 0, place);
      }
    }
  }
}

/** Products of word numbers are larger than 32 bits: both halves are mixed. */
function hash(pair: number): number {
  const [high, low] = [Math.floor(pair / 0x1_0000_0000), pair >>> 0];
  const mixed = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) ^ Math.imul(high + 0x9e3779b9, 0x297a2d39);
  return ((mixed ^ (mixed >>> 12)) >>> 0) & ((1 << tableBits) - 1);
}
