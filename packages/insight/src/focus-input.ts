/** What a team's scores look like to the focus analysis: facts only, no text but short quotes for reading tips. */
import type { QualityId, ScoreVerdict, signalKinds } from '@rapport/contract';
import type { SummedCluster } from '@rapport/statistics';

/** A team's scored conversations, counted: as large as its agents are many, however many conversations there are. */
export interface FocusInput extends FocusTally {
  /** Counts over everything stored, scored or not. */
  totals: { conversations: number; messages: number };
  notScored: readonly { reason: string; conversations: number }[];
  /** First and last message of the data, ISO instants. */
  period: { from: string | null; to: string | null };
  /** Human reviews with an opportunity. */
  reviews: number;
  /** Persons who wrote them. */
  reviewers: number;
  scorerVersion: string;
  /** For anything drawn at random; stored with the answer. */
  seed: number;
}

export interface FocusTally {
  /** Conversations that were scored. */
  scored: number;
  /** Of them those in which the customer did something by which an answer can be judged. */
  observed: number;
  agents: readonly AgentTally[];
  /** Misses worth reading first, at most `mostCandidates` of each quality, best first. */
  reading: readonly ReadingCandidate[];
}

export interface AgentTally {
  /** Stable key of the author; never shown. */
  agent: string;
  /** Of this agent's assessments, in which something called for the quality. */
  qualities: Partial<Record<QualityId, QualityTally>>;
  /** Of the conversations in which this agent answered first. */
  answeredFirst: {
    /** Customers who rated, and those of them who were satisfied. */
    rated: number;
    satisfied: number;
    /** Of how many it is known whether they wrote again, and how many did. */
    watched: number;
    wroteAgain: number;
    /** Change of the customer's feeling from first to last message, −2…2: sums of the values and of their squares. */
    feeling: SummedCluster;
  };
}

/** Assessments. `followed`: trouble followed; `known`: it can be told whether it did. */
export interface QualityTally {
  called: number;
  met: AfterTally;
  missed: AfterTally;
}

export interface AfterTally {
  n: number;
  known: number;
  followed: number;
}

export interface ReadingCandidate {
  conversationId: string;
  quality: QualityId;
  confidence: number;
  followed: boolean;
  quote: string;
  why: string;
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
