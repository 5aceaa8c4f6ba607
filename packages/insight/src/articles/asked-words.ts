/**
 * A customer's message as words to look up. What a question asks weighs whole, what stands around it less, and words of
 * politeness and feeling little: "stop" alone is about nothing, and "stop my subscription" is.
 */
import { isNamingWord, withoutAddresses } from '../reasons/words-of-reason.ts';
import { isQuestion, sentencesOf } from './is-question.ts';
import { alikeOf, alikePhrases, wordsWithAlike } from './words-alike.ts';

export interface AskedWord {
  /** In small letters; empty for a phrase, of which only what is said for it is looked up. */
  said: string;
  alike: readonly string[];
  /** 0 to 1. */
  weight: number;
  /** Where no article holds it, nothing is missing: a greeting, a number of one case, a part of a phrase. */
  isOptional: boolean;
}

/** A word of a question in the form in which articles keep theirs. */
export interface AskedStem {
  key: string;
  /** What may stand in an article, with how much of the word it is worth. */
  forms: ReadonlyMap<string, number>;
  weight: number;
  isOptional: boolean;
}

const besideQuestion = 0.7;
const small = 0.3;
const alikeWorth = 0.6;
/** Longer messages are cut: what somebody wants is asked, and time must not grow with rambling. */
const mostWords = 120;

/** What asks comes first, so that it is not what is cut. */
export function askedWords(message: string): AskedWord[] {
  const sentences = sentencesOf(message);
  const asking = sentences.filter(isQuestion);
  const rest = sentences.filter((one) => !isQuestion(one));
  const found: AskedWord[] = [];
  for (const [place, sentence] of [...asking, ...rest].entries()) {
    const weight = asking.length === 0 || place < asking.length ? 1 : besideQuestion;
    const words = splitWords(sentence);
    const phrases = alikePhrases(words);
    const inPhrases = new Set(phrases.flatMap(({ phrase }) => phrase));
    for (const said of words) {
      const names = isNamingWord(said);
      const isNumbered = /\d/.test(said);
      if (isNumbered && !/\p{L}/u.test(said)) continue;
      const isSmall = !names && !isNumbered;
      found.push({
        said,
        alike: [],
        weight: weight * (isSmall ? small : 1),
        isOptional: !names || inPhrases.has(said),
      });
    }
    for (const { alike } of phrases) found.push({ said: '', alike, weight, isOptional: false });
  }
  return found.slice(0, mostWords);
}

const splitWords = (sentence: string): string[] =>
  withoutAddresses(sentence.toLowerCase().replaceAll('’', "'")).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu) ?? [];

/** Every word whose stem `stemAsked` wants to know. */
export const wordsToStem = (asked: readonly AskedWord[]): string[] => [
  ...new Set(
    [...asked.flatMap(({ said, alike }) => [said, ...alike]), ...wordsWithAlike].filter((word) => word !== ''),
  ),
];

/**
 * The same words as stems, each once, with the greatest weight it was said with.
 *
 * @param stemsOf as the dictionary of the articles cuts a word; none for one it leaves out
 * @param hasAlike whether the words are of the language that the list of words alike is written in
 */
export function stemAsked(
  asked: readonly AskedWord[],
  { stemsOf, hasAlike }: { stemsOf: (word: string) => readonly string[]; hasAlike: boolean },
): AskedStem[] {
  const alikeStems = hasAlike ? stemAlike(stemsOf) : new Map<string, readonly string[]>();
  const found = new Map<string, AskedStem>();
  const put = (one: AskedStem) => {
    const known = found.get(one.key);
    if (known === undefined || known.weight < one.weight) found.set(one.key, one);
  };
  for (const { said, alike, weight, isOptional } of asked) {
    if (said === '') {
      const stems = alike.flatMap(stemsOf);
      if (hasAlike) put({ key: alike.join(' '), forms: formsOf([], stems), weight, isOptional });
      continue;
    }
    for (const stem of stemsOf(said)) {
      put({ key: stem, forms: formsOf([stem], alikeStems.get(stem) ?? []), weight, isOptional });
    }
  }
  return [...found.values()];
}

function stemAlike(stemsOf: (word: string) => readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const word of wordsWithAlike) {
    const alike = alikeOf(word).flatMap(stemsOf);
    for (const stem of stemsOf(word)) found.set(stem, [...(found.get(stem) ?? []), ...alike]);
  }
  return found;
}

const formsOf = (own: readonly string[], alike: readonly string[]): Map<string, number> =>
  new Map([...alike.map((stem) => [stem, alikeWorth] as const), ...own.map((stem) => [stem, 1] as const)]);
