/**
 * The small language in which act cues are written, one a line: a strength and a phrase of words.
 *
 *     +++ i|we [do|must] apologise      alternatives, an optional word
 *     ++  sorry .. wait|delay*          up to four words between; any ending
 *     +   @asked @short                 a circumstance (see circumstances.ts)
 *     --- sorry to hear                 speaks against
 *
 * `..` up to four words, `...` up to nine, `%` exactly one word, `#` a number, `^` sentence start, `$` sentence end,
 * `{name}` a word list, `a_b` two words as one alternative, `//` a remark. Phrases match spelled-out words
 * ("don't" is "do not"). Every phrase becomes a regex with bounded gaps, tried only where its rarest word occurs.
 */
import type { Act } from '@rapport/contract';
import { circumstanceBits } from './circumstances.ts';
import { wordLists } from './word-lists.ts';

export interface Cue {
  act: Act;
  /** As written, without strength and remark; names the cue in tables of weights. */
  phrase: string;
  /** Log-odds added when the cue is seen. */
  weight: number;
  /** Circumstances that must all hold. */
  needs: number;
  /** Tried against ` word word word `; null where an anchor word alone or circumstances alone decide. */
  regex: RegExp | null;
  /** One of these words must occur; entries ending in `*` are beginnings of words. */
  anchors: readonly string[];
  /** One entry for each further required place: one of its words must occur too. */
  required: readonly (readonly string[])[];
}

const strengths: Readonly<Record<string, number>> = {
  '++++': 6,
  '+++': 4.2,
  '++': 2.6,
  '+': 1.2,
  '-': -1.2,
  '--': -2.6,
  '---': -4.5,
};

/** Reads a block of cues; throws on a line it does not understand, so that a slip cannot silently never match. */
export const readCues = (act: Act, block: string): Cue[] =>
  block
    .split('\n')
    .map((line) => line.replace(/\s*\/\/.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [, strength = '', phrases = ''] = /^([+-]+)\s+(.+)$/.exec(line) ?? [];
      const weight = strengths[strength];
      if (weight === undefined) throw new Error(`Cue of "${act}" has no strength: ${line}`);
      return phrases.split(';').map((phrase) => compile(act, phrase.trim(), weight));
    });

const compile = (act: Act, phrase: string, weight: number): Cue => {
  let needs = 0;
  let source = '';
  let anchors: readonly string[] = [];
  let best = -1;
  let words = 0;
  const required: (readonly string[])[] = [];
  for (const token of phrase.split(/\s+/)) {
    if (token.startsWith('@')) {
      const bit = circumstanceBits[token.slice(1)];
      if (bit === undefined) throw new Error(`Cue of "${act}" names an unknown circumstance: ${phrase}`);
      needs |= bit;
      continue;
    }
    words += 1;
    source += sourceOf(token);
    const candidate = anchorsOf(token);
    if (candidate.length > 0 && candidate.every((word) => !word.endsWith('*'))) required.push(candidate);
    const rarity = rarityOf(candidate);
    if (rarity > best) {
      best = rarity;
      anchors = candidate;
    }
  }
  if (words > 0 && anchors.length === 0) throw new Error(`Cue of "${act}" has no word to look for: ${phrase}`);
  return {
    act,
    phrase,
    weight,
    needs,
    anchors,
    required: required.filter((one) => one !== anchors),
    regex: words === 0 || isPlainWord(phrase) ? null : new RegExp(source),
  };
};

/** A phrase of one word, or of one word or another, is decided by finding the word. */
const isPlainWord = (phrase: string): boolean => {
  const tokens = phrase.split(/\s+/).filter((token) => !token.startsWith('@'));
  const [token = ''] = tokens;
  return tokens.length === 1 && !token.startsWith('[') && alternativesOf(token).every((one) => !/[_#]/.test(one));
};

/** Every word in the stream is followed by one blank and the stream begins with one. */
const sourceOf = (token: string): string => {
  if (token === '^') return '^ ';
  if (token === '$') return '$';
  if (token === '..') return '(?:[^ ]+ ){0,4}?';
  if (token === '...') return '(?:[^ ]+ ){0,9}?';
  if (token === '%') return '[^ ]+ ';
  const optional = token.startsWith('[');
  const body = alternativesOf(optional ? token.slice(1, -1) : token)
    .map(wordSource)
    .join('|');
  return optional ? `(?:(?<= )(?:${body}) )?` : `(?<= )(?:${body}) `;
};

const wordSource = (word: string): string => {
  if (word === '#') return '\\d[^ ]*';
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', ' ');
  return word.endsWith('*') ? `${escaped.slice(0, -2)}[^ ]*` : escaped;
};

const alternativesOf = (token: string): string[] =>
  token.split('|').flatMap((part) => {
    if (!part.startsWith('{')) return [part];
    const list = wordLists[part.slice(1, -1)];
    if (!list) throw new Error(`Unknown word list ${part}`);
    return list;
  });

const anchorsOf = (token: string): readonly string[] => {
  if (['^', '$', '..', '...', '%'].includes(token) || token.startsWith('[')) return [];
  const anchors = alternativesOf(token).map((alternative) => {
    const parts = alternative.split('_');
    return parts.reduce((rarest, part) => (rarityOf([part]) > rarityOf([rarest]) ? part : rarest));
  });
  return anchors.some((anchor) => anchor === '#' || /^.{1,2}\*$/.test(anchor)) ? [] : anchors;
};

const veryCommon = new Set(
  'i you the a to it is and we that not your in of for my this on do have be can will'.split(' '),
);
const common = new Set(
  'me so but was are with at if what no yes just please there now as or here am our they he from an would all up one get has did does us been when about how could ok out had were by than then more them any'.split(
    ' ',
  ),
);

const rarityOf = (anchors: readonly string[]): number => {
  if (anchors.length === 0) return -1;
  return Math.min(...anchors.map((anchor) => (veryCommon.has(anchor) ? 0 : common.has(anchor) ? 1 : 2)));
};
