/** What a team's scores look like to the focus analysis: facts only, no text but short quotes for reading tips. */
import type { QualityId, ScoreVerdict, signalKinds } from '@rapport/contract';

export interface FocusInput {
  conversations: readonly ConversationFacts[];
  /** Counts over everything stored, scored or not. */
  totals: { conversations: number; messages: number };
  notScored: readonly { reason: string; conversations: number }[];
  /** First and last message of the data, ISO instants. */
  period: { from: string | null; to: string | null };
  /** Human reviews with an opportunity. */
  reviews: number;
  scorerVersion: string;
  /** For anything drawn at random; stored with the answer. */
  seed: number;
}

/** One scored conversation. */
export interface ConversationFacts {
  id: string;
  /** What the customer did, with the message position (0-based) where they did it. */
  signals: readonly { kind: (typeof signalKinds)[number]; position: number }[];
  /** Same customer, another conversation begun within 7 days after this one ended; null when unknown or not watched long enough. */
  wroteAgain: boolean | null;
  /** Asked rating in the upper part of its scale (4 or 5 of 5); null when nobody answered. */
  satisfied: boolean | null;
  /** −1…1, of the customer's first and last message. */
  feelingFirst: number | null;
  feelingLast: number | null;
  assessments: readonly AssessmentFacts[];
}

/** One author's replies in one conversation. */
export interface AssessmentFacts {
  /** Stable key of the author; never shown. */
  agent: string;
  qualities: readonly QualityFacts[];
}

export interface QualityFacts {
  quality: QualityId;
  verdict: ScoreVerdict;
  confidence: number;
  /** Message position (0-based) where it was first called for: of the trigger, else of the response. */
  calledAt: number;
  /** Words of the weightiest moment that was not met: the trigger's, else the response's. Empty when all were met. */
  quote: string;
  /** The rule's plain sentence about that moment. */
  why: string;
}
