/**
 * Finding the names of erased people in a text when only keyed hashes of them are known.
 *
 * A text is cut into words, and every run of words that could be a name is hashed and looked up. A short sum of its first
 * word tells whether a run is worth the hash, and `mayName` takes that sum without cutting anything, so that a text
 * without any such name costs next to nothing. What is found is covered by as many marks as it had characters: places of
 * quotes in the text stay right.
 */
export interface TextWord {
  /** In one spelling for all: composed, lower case. */
  word: string;
  /** UTF-16 units. */
  start: number;
  end: number;
}

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
/** Where a script has no spaces, each character is a word of its own. */
const wordPattern = new RegExp(String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}])+`, 'gu');

export function splitWords(text: string): TextWord[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: found, index }) => ({
    word: found.normalize('NFKC').toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}

/** What is known of erased names: how many words those have that begin with a word of this sum, and whether a run is one. */
export interface ErasedWords {
  /** False: surely nobody erased is named in it. A quick look, so that a text without names costs next to nothing. */
  mayName(text: string): boolean;
  countsOf(firstWord: string): readonly number[] | undefined;
  isErased(words: readonly string[]): boolean;
  /** Is the whole of it the name of somebody? For fields that hold one name and nothing else. */
  isName(words: readonly string[]): boolean;
}

/** Between two words of a name: "Doe, Kim" and "kim.doe" count, a new sentence does not. */
const widestGap = 3;
/** Stands for one character of what was covered. */
export const cover = '█';

/** The text with every erased name covered; the very same string when there is none. */
export function coverErased(text: string, erased: ErasedWords): string {
  if (!erased.mayName(text)) return text;
  const words = splitWords(text);
  let covered = '';
  let done = 0;
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    const counts = first === undefined ? undefined : erased.countsOf(first.word);
    if (first === undefined || counts === undefined) continue;
    const length = counts.find((count) => isRun(text, words, at, count) && erased.isErased(spelt(words, at, count)));
    const last = length === undefined ? undefined : words[at + length - 1];
    if (length === undefined || last === undefined) continue;
    covered += text.slice(done, first.start) + cover.repeat(last.end - first.start);
    done = last.end;
    at += length - 1;
  }
  return done === 0 ? text : covered + text.slice(done);
}

const spelt = (words: readonly TextWord[], at: number, count: number): string[] =>
  words.slice(at, at + count).map(({ word }) => word);

function isRun(text: string, words: readonly TextWord[], at: number, count: number): boolean {
  if (at + count > words.length) return false;
  for (let next = at + 1; next < at + count; next++) {
    const gap = text.slice(words[next - 1]?.end, words[next]?.start);
    if (gap.length > widestGap || gap.includes(cover)) return false;
  }
  return true;
}

/** Fields that tie things together: without them nothing could be found again, and they name nobody. */
const ties = new Set(['id', 'messageId', 'conversationId', 'authorId', 'categoryId', 'reviewId', 'scorerVersion']);
/** As our own closed words are spelt: "partly", "low-rating". */
const closedWord = /^[a-z][a-z\d-]*$/;

/** Every string inside but for ties and closed words; the very same value when nothing changed. */
export function coverErasedIn(value: unknown, erased: ErasedWords): unknown {
  if (typeof value === 'string') return coverErased(value, erased);
  if (Array.isArray(value)) {
    const items = value.map((one) => coverErasedIn(one, erased));
    return items.every((one, at) => one === value[at]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const next = entries.map(([name, one]) => {
    const isOurs = ties.has(name) || (typeof one === 'string' && closedWord.test(one));
    return [name, isOurs ? one : coverErasedIn(one, erased)] as const;
  });
  return next.every(([, one], at) => one === entries[at]?.[1]) ? value : Object.fromEntries(next);
}
