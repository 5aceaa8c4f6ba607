/**
 * Rows of kind words that make no sentence: "sorry, understand, appreciate, empathy, thanks". They are meant for a
 * counter of words; a customer reads nothing in them. A list of qualities that somebody talks about is left alone.
 */
import type { Range } from './own-lines.ts';

const sets = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
/** Words said to somebody. */
const calls = sets('sorry thanks thank apologies apology please welcome hello cheers understood appreciated noted');
/** Bare verbs: in a list without a subject nobody does them. */
const verbs = sets(
  'understand appreciate apologise apologize empathise empathize sympathise sympathize help care listen value respect resolve hear acknowledge regret assist validate recognise recognize reassure cherish promise fix solve own',
);
const nouns = sets(
  'empathy patience frustration inconvenience compassion understanding kindness humility professionalism listening concern concerns feelings feeling sympathy appreciation gratitude care honesty respect personalization personalisation knowledge adaptability responsiveness trust ownership support solution satisfaction sincerity courtesy politeness warmth keyword keywords tag tags labels',
);
const adjectives = sets(
  'empathetic patient caring respectful helpful kind grateful sincere sincerely honest polite attentive humble professional warm frustrating upset happy glad valued heard understandable compassionate thoughtful considerate personal responsive knowledgeable',
);
/** Praise stands in such rows too, but "great, perfect, wonderful!" alone is only somebody who is glad. */
const praise = sets(
  'excellent wonderful amazing perfect best great outstanding superb exceptional exemplary brilliant fantastic awesome service quality top',
);
const kinds = [calls, verbs, nouns, adjectives, praise] as const;

const joins = sets('and or plus & also then to');
const smallWords = sets(
  'and or plus & also then the a of to for with your you in on so very my our this that is as by it',
);

interface Token extends Range {
  word: string;
}

const mayHold =
  /\b(?:sorry|thank|understand|appreciate|empath|apolog|patien|inconvenience|frustrat|compassion|sympath)/i;

/** Places in `plain` to leave out, with the separators before them. */
export const findKeywordRuns = (plain: string): Range[] => {
  if (!mayHold.test(plain)) return [];
  const tokens = tokensOf(plain);
  const found: Range[] = [];
  let at = 0;
  while (at < tokens.length) {
    const run = runFrom(tokens, at, plain);
    if (run === at) at += 1;
    else {
      const [first, last] = [tokens[at], tokens[run - 1]];
      if (first && last) found.push(withSeparators(plain, opening(tokens, at, plain) ?? first.start, last.end));
      at = run;
    }
  }
  return found;
};

/** A sentence most of whose words are kind ones, with nobody who says or does them. */
export const isKeywordRow = (words: readonly string[]): boolean =>
  words.length >= 6 &&
  words.filter(isKeyword).length >= words.length * 0.6 &&
  !words.some((word) => subjects.has(word));

const subjects = new Set("i i'm i've i'll we we're we've we'll you you're it it's that that's this".split(' '));

const tokensOf = (plain: string): Token[] =>
  [...plain.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*|&/gu)].map((found) => ({
    word: found[0].toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));

const isKeyword = (word: string): boolean => kinds.some((kind) => kind.has(word));

/** Where the row of keywords that begins at `from` ends; `from` itself where none does. */
const runFrom = (tokens: readonly Token[], from: number, plain: string): number => {
  if (!isKeyword(tokens[from]?.word ?? '')) return from;
  const strict = stretch(tokens, from, joins, plain, /^[^\p{L}\p{N}]*$/u);
  if (isRow(tokens, strict, plain)) return strict.end;
  const loose = stretch(tokens, from, smallWords, plain, /^[^\p{L}\p{N}.!?\n]*$/u);
  return loose.keywords.length >= 7 && loose.keywords.length * 3 >= loose.end - from ? loose.end : from;
};

interface Stretch {
  from: number;
  /** After the last keyword. */
  end: number;
  keywords: string[];
}

const stretch = (
  tokens: readonly Token[],
  from: number,
  between: ReadonlySet<string>,
  plain: string,
  gap: RegExp,
): Stretch => {
  const keywords: string[] = [];
  let end = from;
  for (let at = from; at < tokens.length && at - end <= 2; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || (at > from && before && !gap.test(plain.slice(before.end, token.start)))) break;
    if (isKeyword(token.word)) {
      keywords.push(token.word);
      end = at + 1;
    } else if (
      !between.has(token.word) &&
      !isListNumber(token.word) &&
      !(before?.word === 'thank' && token.word === 'you')
    )
      break;
  }
  return { from, end, keywords };
};

/** Five words of mixed kinds, or four that stand for a whole sentence; a list of nouns inside one may be its object. */
const isRow = (tokens: readonly Token[], { from, end, keywords }: Stretch, plain: string): boolean => {
  if (keywords.filter((word) => !praise.has(word)).length < 4 && keywords.some((word) => praise.has(word)))
    return false;
  const mixed = kinds.filter((kind) => keywords.some((word) => kind.has(word))).length >= 2;
  const said = keywords.some((word) => calls.has(word) || (verbs.has(word) && !nouns.has(word)));
  if (keywords.length >= 5 && mixed && said) return true;
  const before = plain.slice(tokens[from - 1]?.end ?? 0, tokens[from]?.start);
  const after = plain.slice(tokens[end - 1]?.end, tokens[end]?.start ?? plain.length);
  const opens = from === 0 || /[.!?\n([{#]/.test(before);
  const closes = end >= tokens.length || /[.!?\n)\]}]/.test(after);
  return keywords.length >= 4 && opens && closes;
};

const isListNumber = (word: string): boolean => /^\d{1,2}$/.test(word);

/** Where the sentence begins when nothing but small words stands before the row. */
const opening = (tokens: readonly Token[], at: number, plain: string): number | null => {
  let first = at;
  while (first > 0) {
    const [before, own] = [tokens[first - 1], tokens[first]];
    if (!before || !own) break;
    const gap = plain.slice(before.end, own.start);
    if (/[!?\n]/.test(gap) || (gap.includes('.') && !isListNumber(before.word))) break;
    if (!smallWords.has(before.word) && !isListNumber(before.word)) return null;
    first -= 1;
  }
  return tokens[first]?.start ?? null;
};

const withSeparators = (plain: string, start: number, end: number): Range => {
  let from = start;
  while (from > 0 && /[\s,;:|/#*•·(\-–—]/.test(plain.charAt(from - 1))) from -= 1;
  const opens = from === 0 || /[.!?]/.test(plain.charAt(from - 1));
  let to = end;
  // ", sorry, thanks, and …": the second of two commas goes with the row, a closing stop does not.
  const rest = opens
    ? /[^\p{L}\p{N}]/u
    : /[,;|/#*•·)\]\-–—]/.test(plain.slice(from, start))
      ? /[,;|/#*•·)\]\-–— ]/
      : /[)\]]/;
  while (to < plain.length && rest.test(plain.charAt(to))) to += 1;
  if (!opens && plain.charAt(to - 1) === ' ') to -= 1;
  if (opens && from > 0 && to < plain.length) {
    // Between two sentences one separator stays, so that they do not run together.
    while (to > end && /\s/.test(plain.charAt(to - 1))) to -= 1;
  }
  return { start: from, end: to };
};
