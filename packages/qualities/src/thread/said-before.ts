/** Finds whether nearly the same was said before, by an index of content words: comparing all pairs grows with the square. */
import { contentWords } from './content-words.ts';
import type { Spot } from './spot.ts';

export class SaidBefore {
  private readonly fewestWords: number;
  private readonly least: number;
  /** Places in `sizes` of the sentences that hold a word. */
  private readonly places = new Map<string, number[]>();
  /** How many content words each sentence has. */
  private readonly sizes: number[] = [];

  /** Sentences of fewer words are never alike; `least` is the share of the smaller one's content words, 0…1. */
  constructor(fewestWords: number, least: number) {
    this.fewestWords = fewestWords;
    this.least = least;
  }

  add({ sentence }: Spot): void {
    if (sentence.words.length < this.fewestWords) return;
    const words = contentWords(sentence);
    for (const word of words) {
      const known = this.places.get(word);
      if (known) known.push(this.sizes.length);
      else this.places.set(word, [this.sizes.length]);
    }
    this.sizes.push(words.length);
  }

  holds({ sentence }: Spot): boolean {
    if (sentence.words.length < this.fewestWords) return false;
    const words = contentWords(sentence);
    const shared = new Map<number, number>();
    for (const word of words)
      for (const place of this.places.get(word) ?? []) {
        const count = (shared.get(place) ?? 0) + 1;
        if (count / Math.min(words.length, this.sizes[place] ?? 0) >= this.least) return true;
        shared.set(place, count);
      }
    return false;
  }
}
