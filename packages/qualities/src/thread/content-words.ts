/** Words that carry what somebody talks about, in a rough common form, so that "tent" and "tents" meet. */
import type { Sentence } from '../reading.ts';
import { longestKept } from '../text/find-words.ts';
import type { Spot } from './spot.ts';

const empty = new Set(
  `a about after again all also am an and any anything are aren't around as ask at away back be because been before being both but by
  can can't cannot come could couldn't day did didn't do does doesn't doing don't done down each else even ever every few for from further
  get getting give go going gone got had has hasn't have haven't having he he'd he'll he's her here here's hers herself hi him his how i i'd i'll i'm i've
  if in into is isn't it it's its just keep know last let let's like look made make many may me mean might mine more most much must my
  myself need never new next no nor not now of off oh ok okay on once one only or other our out over own please put really right said same
  say see she she's should shouldn't since so some something still such sure take tell than that that's the their them then there there's
  these they they're they've thing think this those though through time to today too took two under until up us use very want was wasn't
  way we we'd we'll we're we've well were weren't what what's when where which while who why will with won't would wouldn't yes yet
  you you'd you'll you're you've your yours yourself hello hey dear thank thanks sorry regards best kind team help apologise apologize apologies inconvenience frustration
  frustrating frustrated understand problem issue question concern customer service contact contacting reach reaching im ive dont cant didnt thats u ur`
    .split(/\s+/)
    .filter(Boolean),
);

/** Forms that no rule of endings brings together. */
const irregular: Readonly<Record<string, string>> = {
  broke: 'break',
  broken: 'break',
  lost: 'lose',
  stole: 'steal',
  stolen: 'steal',
  paid: 'pay',
  sent: 'send',
  bought: 'buy',
  came: 'come',
  left: 'leave',
  missed: 'miss',
  kids: 'child',
  children: 'child',
  mum: 'mother',
  mom: 'mother',
  dad: 'father',
};

const stem = (word: string): string => {
  const known = irregular[word];
  if (known) return known;
  if (word.length < 5) return word.length === 4 && word.endsWith('s') ? word.slice(0, 3) : word;
  return word
    .replace(/['’]s$/, '')
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s|e)$/, '')
    .replace(/(.)\1$/, '$1');
};

/** Words remembered at most; memory must not grow with what people write. */
const mostStems = 30_000;

interface Stem {
  /** Empty where the word carries nothing. */
  text: string;
  /** The sentence it was last met in, so that each stands once without looking through those found. */
  metIn: number;
}

/** Words of one stem share it. */
const stems = new Map<string, Stem>();
const stemsByText = new Map<string, Stem>();

const stemOf = (word: string): Stem => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const plain = word.replace('’', "'");
  const text = (word.length < 3 && !/\d/.test(word)) || empty.has(plain) ? '' : stem(plain);
  if (word.length > longestKept) return { text, metIn: 0 };
  const found = stemsByText.get(text) ?? { text, metIn: 0 };
  stemsByText.set(text, found);
  stems.set(word, found);
  return found;
};

const memory = new WeakMap<Sentence, readonly string[]>();
let sentences = 0;

/** Each once, in the order in which they stand. */
export const contentWords = (sentence: Sentence): readonly string[] => {
  const known = memory.get(sentence);
  if (known) return known;
  if (stemsByText.size >= mostStems || stems.size >= mostStems) {
    stems.clear();
    stemsByText.clear();
  }
  sentences += 1;
  const found: string[] = [];
  let hasLong = false;
  for (const word of sentence.words) {
    const one = stemOf(word);
    if (one.text === '' || one.metIn === sentences) continue;
    one.metIn = sentences;
    found.push(one.text);
    if (word.length > longestKept) hasLong = true;
  }
  // Long words are not remembered, so they may stand there twice.
  const distinct = hasLong ? [...new Set(found)] : found;
  memory.set(sentence, distinct);
  return distinct;
};

export const contentWordsOf = (spots: readonly Spot[]): Set<string> => {
  const all = new Set<string>();
  for (const { sentence } of spots) for (const word of contentWords(sentence)) all.add(word);
  return all;
};

export const sharedWords = (sentence: Sentence, words: ReadonlySet<string>): number => {
  let count = 0;
  for (const word of contentWords(sentence)) if (words.has(word)) count += 1;
  return count;
};
