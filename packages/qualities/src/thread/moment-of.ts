/** Puts a moment together, so that every rule states the same five things in the same order. */
import type { Moment, QualityId, Verdict } from '@rapport/contract';
import { evidenceOf, type Spot } from './spot.ts';

export interface Finding {
  rule: string;
  verdict: Verdict;
  trigger?: Spot | undefined;
  response?: Spot | undefined;
  /** One plain sentence about the reply, never about the person. */
  why: string;
  weight?: number;
  confidence?: number;
}

export const momentOf = (quality: QualityId, finding: Finding): Moment => ({
  quality,
  trigger: finding.trigger ? evidenceOf(finding.trigger) : null,
  response: finding.response ? evidenceOf(finding.response) : null,
  verdict: finding.verdict,
  confidence: Math.max(0, Math.min(1, finding.confidence ?? 0.6)),
  weight: Math.max(0, finding.weight ?? 1),
  rule: finding.rule,
  why: finding.why,
});

/** Later and more painful moments weigh more: 1 at the start of a calm thread, up to about 2.5 at its angry end. */
export const weightOf = (position: number, count: number, valence: number | null | undefined): number =>
  1 + (count > 1 ? 0.5 * (position / (count - 1)) : 0) + Math.max(0, -(valence ?? 0));
