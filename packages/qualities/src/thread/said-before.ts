/** Finds whether nearly the same was said before, by an index of content words: comparing all pairs grows with the square. */
import { contentWords } from './content-words.ts';
import type { Spot } from './spot.ts';

export class SaidBefore {
  private readonly fewestWords: number;
  private readonly least: number;
  /** Content words of each sentence that was added; the same row of words only once. */
  private readonly sentences: (readonly string[])[] = [];
  private readonly rows = new Set<string>();
  /** Places in `sentences` of those that hold a word. */
  private readonly places = new Map<string, number[]>();

  /** Sentences of fewer words are never alike; `least` is the share of the smaller one's content words, 0…1. */
  constructor(fewestWords: number, least: number) {
    this.fewestWords = fewestWords;
    this.least = least;
  }

  add({ sentence }: Spot): void {
    if (sentence.words.length < this.fewestWords) return;
    const words = contentWords(sentence);
    const row = words.join(' ');
    if (words.length === 0 || this.rows.has(row)) return;
    this.rows.add(row);
    for (const word of words) {
      const known = this.places.get(word);
      if (known) known.push(this.sentences.length);
      else this.places.set(word, [this.sentences.length]);
    }
    this.sentences.push(words);
  }

  holds({ sentence }: Spot): boolean {
    if (this.sentences.length === 0 || sentence.words.length < this.fewestWords) return false;
    const words = contentWords(sentence);
    if (this.rows.has(words.join(' '))) return true;
    // Texts from a form resemble each other: the newest with each word is tried before all are counted.
    for (const word of words) {
      const newest = this.places.get(word)?.at(-1);
      if (newest !== undefined && this.isAlike(words, newest)) return true;
    }
    const shared = new Map<number, number>();
    for (const word of words)
      for (const place of this.places.get(word) ?? []) {
        const count = (shared.get(place) ?? 0) + 1;
        if (this.isEnough(count, words, place)) return true;
        shared.set(place, count);
      }
    return false;
  }

  private isAlike(words: readonly string[], place: number): boolean {
    const other = this.sentences[place] ?? [];
    let count = 0;
    for (const word of words) if (other.includes(word)) count += 1;
    return this.isEnough(count, words, place);
  }

  private isEnough(count: number, words: readonly string[], place: number): boolean {
    return count / Math.min(words.length, this.sentences[place]?.length ?? 0) >= this.least;
  }
}
