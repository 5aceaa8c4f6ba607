/** Which features hold for a sentence: cues, circumstances, and words or word pairs of the measured vocabulary. */
import type { Act } from '@rapport/contract';
import { circumstanceNames } from './circumstances.ts';
import type { Cue } from './cue.ts';

export interface FeatureSet {
  acts: readonly Act[];
  cues: readonly Cue[];
  /** First feature index of the circumstances, and of the vocabulary. */
  firstCircumstance: number;
  firstWord: number;
  featureCount: number;
  /** Calls `seen` with every feature index that holds. Not reentrant. */
  find: (spelled: readonly string[], circumstances: number, seen: (feature: number) => void) => void;
}

/** What one word calls for, remembered per word. */
interface WordEntry {
  /** Cues decided by this word alone, and cues whose phrase must be tried. */
  decided: readonly number[];
  tried: readonly number[];
  /** Feature of the word itself, or -1. */
  feature: number;
  /** Number of the word within word pairs, or -1. */
  id: number;
  /** One of 31 bits the word stands for in the quick check of required words. */
  bit: number;
}

/** Words remembered at most; texts of one team rarely use more, and memory must not grow with input. */
const memory = 20_000;

/** `vocabulary` holds single words and pairs joined by a blank; `^` and `$` stand for start and end. */
export const buildFeatureSet = (
  acts: readonly Act[],
  cues: readonly Cue[],
  vocabulary: readonly string[],
): FeatureSet => {
  const firstCircumstance = cues.length;
  const firstWord = firstCircumstance + circumstanceNames.length;
  const anchors = indexAnchors(cues);
  const always = cues.flatMap((cue, index) => (cue.anchors.length === 0 ? [index] : []));
  const { singles, pairs, ids } = indexVocabulary(vocabulary, firstWord);
  const entries = new Map<string, WordEntry>();
  const stamps = new Uint32Array(cues.length);
  const masks = cues.map((cue) => cue.required.map((words) => words.reduce((mask, word) => mask | bitOf(word), 0)));
  let stamp = 0;

  const entryOf = (word: string): WordEntry => {
    const known = entries.get(word);
    if (known) return known;
    const indexes = [
      ...(anchors.words.get(word) ?? []),
      ...(word.length > 2 ? (anchors.beginnings.get(word.slice(0, 3)) ?? []) : []),
    ];
    const fitting = indexes.filter((index) => reallyAnchors(cues[index], word));
    const entry: WordEntry = {
      decided: fitting.filter((index) => cues[index]?.regex === null),
      tried: fitting.filter((index) => cues[index]?.regex !== null),
      feature: singles.get(word) ?? -1,
      id: ids.get(word) ?? -1,
      bit: bitOf(word),
    };
    if (entries.size >= memory) entries.clear();
    entries.set(word, entry);
    return entry;
  };

  const find: FeatureSet['find'] = (spelled, circumstances, seen) => {
    stamp += 1;
    for (const index of always) {
      const needs = cues[index]?.needs ?? 0;
      if ((circumstances & needs) === needs) seen(index);
    }
    for (let bit = 0; bit < circumstanceNames.length; bit += 1) {
      if ((circumstances & (1 << bit)) !== 0) seen(firstCircumstance + bit);
    }
    let stream = '';
    let present = 0;
    for (const word of spelled) present |= entryOf(word).bit;
    let previous = ids.get('^') ?? -1;
    for (let at = 0; at <= spelled.length; at += 1) {
      const word = spelled[at] ?? '$';
      const entry = entryOf(word);
      const pair = previous >= 0 && entry.id >= 0 ? pairs.get(previous * 65_536 + entry.id) : undefined;
      if (pair !== undefined) seen(pair);
      previous = entry.id;
      if (at === spelled.length) break;
      if (entry.feature >= 0) seen(entry.feature);
      for (const index of entry.decided) {
        if (stamps[index] === stamp) continue;
        stamps[index] = stamp;
        const needs = cues[index]?.needs ?? 0;
        if ((circumstances & needs) === needs) seen(index);
      }
      for (const index of entry.tried) {
        if (stamps[index] === stamp) continue;
        stamps[index] = stamp;
        const cue = cues[index];
        if (!cue?.regex || (circumstances & cue.needs) !== cue.needs || !mayFit(masks[index], present)) continue;
        if (stream === '') stream = ` ${spelled.join(' ')} `;
        if (cue.regex.test(stream)) seen(index);
      }
    }
  };
  return { acts, cues, firstCircumstance, firstWord, featureCount: firstWord + vocabulary.length, find };
};

/** Different words may share a bit, so this only rules out; it spares four of five phrases their regex. */
const bitOf = (word: string): number => {
  let hash = word.length;
  for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return 1 << ((hash >>> 1) % 31);
};

const mayFit = (masks: readonly number[] | undefined, present: number): boolean => {
  if (masks) for (const mask of masks) if ((mask & present) === 0) return false;
  return true;
};

const indexAnchors = (cues: readonly Cue[]) => {
  const words = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  for (const [index, cue] of cues.entries()) {
    for (const anchor of new Set(cue.anchors)) {
      const [map, key] = anchor.endsWith('*') ? [beginnings, anchor.slice(0, 3)] : [words, anchor];
      const indexes = map.get(key) ?? [];
      if (!indexes.includes(index)) indexes.push(index);
      map.set(key, indexes);
    }
  }
  return { words, beginnings };
};

/** Beginnings are indexed by three letters only; the rest is checked here, once per word. */
const reallyAnchors = (cue: Cue | undefined, word: string): boolean =>
  cue?.anchors.some((anchor) => (anchor.endsWith('*') ? word.startsWith(anchor.slice(0, -1)) : anchor === word)) ??
  false;

const indexVocabulary = (vocabulary: readonly string[], firstWord: number) => {
  const singles = new Map<string, number>();
  const ids = new Map<string, number>();
  const pairs = new Map<number, number>();
  const idOf = (word: string): number => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  };
  for (const [index, entry] of vocabulary.entries()) {
    const [one = '', two] = entry.split(' ');
    if (two === undefined) singles.set(one, firstWord + index);
    else pairs.set(idOf(one) * 65_536 + idOf(two), firstWord + index);
  }
  return { singles, pairs, ids };
};
