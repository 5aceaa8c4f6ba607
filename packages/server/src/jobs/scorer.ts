/** The scorer as the jobs see it: handed in, so that a test can let two versions read the same conversations. */
import type { Conversation, ConversationScore } from '@rapport/contract';
import { type ScoreOptions, scorerVersion } from '@rapport/qualities';
import { scoreWithinLimit } from './score-within-limit.ts';

export interface Scorer {
  /** Stands on every score it makes. */
  version: string;
  score: (conversation: Conversation, options: ScoreOptions) => ConversationScore;
}

/** The scorer that this copy of Rapport comes with. */
export const shippedScorer: Scorer = { version: scorerVersion, score: scoreWithinLimit };
