/** How much of each sentence of a message was said before: by the same side in one sentence, and by the other side. */
import type { PlainSentence, ReadTurn } from '../acts/act-reader.ts';

export interface Repeats {
  /** Largest share, 0…1, of the sentence's long words that stand together in one earlier sentence of the same side. */
  own: Float32Array;
  /** Share of them that stand in the other side's last messages. */
  heard: Float32Array;
}

interface LongWord {
  /** One bit per sentence of the message that holds the word. */
  sentences: number;
  heard: boolean;
}

/**
 * A first look: which lengths with which first and last letters the message's long words have, one bit of 1,024 each.
 * Most words of earlier turns stop here, and are never looked up.
 */
const filter = new Int32Array(32);

const placeInFilter = (word: string): number =>
  (word.charCodeAt(0) * 31 + word.charCodeAt(word.length - 1) * 7 + word.length) & 1023;

const mayBeIn = (place: number): boolean => ((filter[place >> 5] ?? 0) & (1 << (place & 31))) !== 0;

const find = (words: ReadonlyMap<string, LongWord>, word: string): LongWord | undefined =>
  word.length > 3 && mayBeIn(placeInFilter(word)) ? words.get(word) : undefined;

/** Sentences further down are not compared; a bit each is all there is. */
const mostSentences = 31;

export const findRepeats = (
  sentences: readonly PlainSentence[],
  own: readonly ReadTurn[],
  other: readonly ReadTurn[],
): Repeats => {
  const count = Math.min(sentences.length, mostSentences);
  const repeats = { own: new Float32Array(sentences.length), heard: new Float32Array(sentences.length) };
  if (own.length === 0 && other.length === 0) return repeats;
  const words = new Map<string, LongWord>();
  const distinct = new Uint16Array(count);
  filter.fill(0);
  for (let at = 0; at < count; at += 1) {
    for (const word of sentences[at]?.words ?? []) {
      if (word.length <= 3) continue;
      const known = words.get(word);
      if (!known) {
        const place = placeInFilter(word);
        filter[place >> 5] = (filter[place >> 5] ?? 0) | (1 << (place & 31));
        words.set(word, { sentences: 1 << at, heard: false });
      } else if ((known.sentences & (1 << at)) === 0) known.sentences |= 1 << at;
      else continue;
      distinct[at] = (distinct[at] ?? 0) + 1;
    }
  }
  compareOwn(words, own, distinct, repeats.own);
  compareOther(words, other, distinct, repeats.heard);
  return repeats;
};

const compareOwn = (
  words: ReadonlyMap<string, LongWord>,
  turns: readonly ReadTurn[],
  distinct: Uint16Array,
  shares: Float32Array,
): void => {
  const counts = new Uint16Array(distinct.length);
  for (const turn of turns) {
    for (const earlier of turn.sentences) {
      let touched = 0;
      for (const word of earlier.words) {
        const known = find(words, word);
        if (!known) continue;
        touched |= known.sentences;
        for (let bits = known.sentences; bits !== 0; bits &= bits - 1) addOne(counts, lowestBit(bits));
      }
      for (; touched !== 0; touched &= touched - 1) {
        const at = lowestBit(touched);
        const of = distinct[at] ?? 0;
        // A word said twice earlier counts twice here; the share stays a share.
        if (of >= 2) shares[at] = Math.max(shares[at] ?? 0, Math.min(1, (counts[at] ?? 0) / of));
        counts[at] = 0;
      }
    }
  }
};

const compareOther = (
  words: ReadonlyMap<string, LongWord>,
  turns: readonly ReadTurn[],
  distinct: Uint16Array,
  shares: Float32Array,
): void => {
  for (const turn of turns) {
    for (const { words: said } of turn.sentences) {
      for (const word of said) {
        const known = find(words, word);
        if (!known || known.heard) continue;
        known.heard = true;
        for (let bits = known.sentences; bits !== 0; bits &= bits - 1) {
          const at = lowestBit(bits);
          const of = distinct[at] ?? 0;
          if (of >= 2) shares[at] = (shares[at] ?? 0) + 1 / of;
        }
      }
    }
  }
};

const addOne = (counts: Uint16Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
