/** What stands between the rules and whatever reads acts: patterns today, a trained model behind the same words. */
import type { Act, AuthorRole } from '@rapport/contract';

/** A sentence before its acts are known. */
export interface PlainSentence {
  /** Words without markup. */
  text: string;
  /** Lower-cased words. */
  words: readonly string[];
}

/** Ask for acts by name; `listActs` gives an object to go through. */
export type ActProbabilities = Partial<Record<Act, number>>;

export interface ReadTurn {
  role: AuthorRole;
  sentences: readonly (PlainSentence & { acts: ActProbabilities })[];
  /** −1…1 where the turn is a customer's and its feeling was read. */
  mood?: number;
}

export interface TurnToRead {
  /** `other` is answered with the acts of both sides. */
  role: AuthorRole | 'other';
  sentences: readonly PlainSentence[];
}

/**
 * Probabilities of acts for each sentence of a message, in order. `before` holds the earlier turns of the
 * conversation, oldest first, as read; it decides what "ok" or "still nothing" means.
 */
export type ActReader = (turn: TurnToRead, before: readonly ReadTurn[]) => ActProbabilities[];
