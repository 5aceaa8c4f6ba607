/**
 * Names of people become one and the same word before a model reads: whose name it is may not move a score, and what was
 * learned from one name should hold for all. Only the models see these words; rules and quotes keep the real ones.
 */
import type { PlainSentence } from '../acts/act-reader.ts';
import { wordFamilies } from './word-families.ts';

/** No word that anybody writes. */
export const anyName = 'somebodysname';

/** Parts of the authors' names that are no ordinary words: "Mara Ode", not "Support Team". */
export const namesOf = (authors: Iterable<string>): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const author of authors)
    for (const part of author.toLowerCase().split(/[^\p{L}'’]+/u))
      if (part.length >= 3 && !wordFamilies.has(part) && !ordinary.has(part)) names.add(part);
  return names;
};

/** Words that stand in authors' names and in sentences alike. */
const ordinary = new Set(
  'the and for llc ltd inc desk care online service services community official team'.split(' '),
);

/** The same sentences where no name stands in them. */
export const maskNames = <Kind extends PlainSentence>(
  sentences: readonly Kind[],
  names: ReadonlySet<string>,
): readonly Kind[] => {
  let masked: Kind[] | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const words = maskWords(sentence.words, names);
    if (words === sentence.words) continue;
    masked ??= [...sentences];
    masked[index] = { ...sentence, words };
  }
  return masked ?? sentences;
};

const maskWords = (words: readonly string[], names: ReadonlySet<string>): readonly string[] => {
  let masked: string[] | null = null;
  const greeted = greetedAt(words);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (at !== greeted && !names.has(word) && !(word.endsWith("'s") && names.has(word.slice(0, -2)))) continue;
    masked ??= [...words];
    masked[at] = anyName;
  }
  return masked ?? words;
};

const greetings = new Set('hi hello hey hiya heya dear'.split(' '));
const titles = new Set('mr mrs ms miss dr mister'.split(' '));
const addresses = new Set(
  'there all everyone everybody again folks guys sir madam and just is it a an the this'.split(' '),
);

/** Where "hi Meg" names somebody, whoever wrote the message; −1 where nobody is named. */
const greetedAt = (words: readonly string[]): number => {
  if (!greetings.has(words[0] ?? '')) return -1;
  const at = titles.has(words[1] ?? '') ? 2 : 1;
  const word = words[at];
  return word === undefined || word.length < 2 || wordFamilies.has(word) || addresses.has(word) ? -1 : at;
};
