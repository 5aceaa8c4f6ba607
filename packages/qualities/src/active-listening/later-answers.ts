/** The first later reply that answers and shares a word with a question, by an index of words made once for a thread. */
import { contentWords } from '../thread/content-words.ts';
import { type Spot, spotDoesAny } from '../thread/spot.ts';
import type { Exchange, Thread } from '../thread/thread-of.ts';

export const answeringActs = [
  'inform',
  'instruct',
  'offer-solution',
  'offer-alternative',
  'refuse',
  'give-goodwill',
  'own',
] as const;

interface Answer {
  position: number;
  /** Counts sentences through all replies. */
  order: number;
  spot: Spot;
}

export class LaterAnswers {
  private readonly thread: Thread;
  /** Answers that hold a word, in order. */
  private byWord: Map<string, Answer[]> | null = null;

  constructor(thread: Thread) {
    this.thread = thread;
  }

  after({ position }: Exchange, question: Spot): Spot | undefined {
    this.byWord ??= this.index();
    let first: Answer | undefined;
    for (const word of contentWords(question.sentence)) {
      const found = firstAfter(this.byWord.get(word) ?? [], position);
      if (found && (!first || found.order < first.order)) first = found;
    }
    return first?.spot;
  }

  private index(): Map<string, Answer[]> {
    const byWord = new Map<string, Answer[]>();
    let order = 0;
    for (const { position, reply } of this.thread.exchanges)
      for (const spot of reply) {
        order += 1;
        if (!spotDoesAny(spot, answeringActs)) continue;
        for (const word of contentWords(spot.sentence)) {
          const known = byWord.get(word);
          if (known) known.push({ position, order, spot });
          else byWord.set(word, [{ position, order, spot }]);
        }
      }
    return byWord;
  }
}

/** Halves the list until the first answer behind `position` is found. */
const firstAfter = (answers: readonly Answer[], position: number): Answer | undefined => {
  let low = 0;
  let high = answers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((answers[middle]?.position ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return answers[low];
};
