/** How the differences that the scores explain beyond the case mix divide among the qualities. */
import {
  explainedShares,
  mostColumns,
  partialCorrelations,
  relativeWeights,
  type SumsLayout,
} from '@rapport/statistics';

export interface ExplainedParts {
  /** Per score, summing to 1; empty when nothing is explained. */
  shares: number[];
  explained: number | null;
}

export function shareExplained(whole: Float64Array, layout: SumsLayout): ExplainedParts {
  const question = partialCorrelations(whole, layout);
  const parts = layout.scoreCount <= mostColumns ? explainedShares(question).shares : relativeWeights(question);
  const explained = parts.reduce((sum, part) => sum + part, 0);
  return explained > 0 ? { shares: parts.map((part) => part / explained), explained } : { shares: [], explained: null };
}
