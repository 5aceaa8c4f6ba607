/** A stored message text to its author's own sentences, each with its place in the source and its words. */
import { findSentenceRanges } from './find-sentences.ts';
import { findWords } from './find-words.ts';
import { findOwnRanges } from './own-lines.ts';
import { type PlainText, readPlainText } from './plain-text.ts';
import { trimSocialTail } from './social.ts';

export interface TextSentence {
  start: number;
  end: number;
  text: string;
  words: readonly string[];
}

/** Longer texts are read up to here; nobody writes a reply of 200,000 characters, machines paste logs. */
const longestRead = 200_000;

/**
 * Own sentences of `source`, in order and without overlap. Offsets are UTF-16 units into `source` as stored;
 * `text` equals `source.slice(start, end)` unless markup or hidden characters stand inside.
 */
export const readText = (source: string): TextSentence[] => readView(viewOf(source));

/** What a reader sees of the text, as far as it is read at all. */
export const viewOf = (source: string): PlainText =>
  readPlainText(source.length > longestRead ? source.slice(0, longestRead) : source);

export const readView = (view: PlainText): TextSentence[] => {
  const sentences: TextSentence[] = [];
  for (const own of findOwnRanges(view.plain)) {
    const end = trimSocialTail(view.plain, own.start, own.end);
    for (const range of findSentenceRanges(view.plain, own.start, end)) {
      const text = view.plain.slice(range.start, range.end);
      sentences.push({
        start: view.startInSource(range.start),
        end: view.endInSource(range.end),
        text,
        words: findWords(text),
      });
    }
  }
  return sentences;
};
