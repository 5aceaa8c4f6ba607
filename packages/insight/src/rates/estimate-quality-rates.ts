/**
 * How many conversations met each standard: machine scores on all, corrected with human reviews drawn at random on some.
 *
 * Counted among conversations that called for the quality. Reviews chosen because they were flagged never enter a rate.
 */
import { type Estimate, estimatePassRates, type PassRates } from '@rapport/statistics';
import { passRating, type ScoredTable } from '../scored-table.ts';

export interface QualityRate {
  quality: string;
  team: Estimate;
  agents: PassRates['agents'];
  /** Agents without a random review, not in the team's number. */
  leftOut: string[];
}

export function estimateQualityRates(table: ScoredTable, passFrom = passRating): QualityRate[] {
  return table.qualities.map((quality, place) => {
    const conversations = table.rows.flatMap(({ agent, scores, review }) => {
      const machine = scores[place] ?? null;
      const rating = review?.ratings[place] ?? null;
      if (machine === null) return [];
      const verdict =
        rating === null || !review ? null : { passed: rating >= passFrom, random: review.drawn === 'random' };
      return [{ agent, machine, review: verdict }];
    });
    const { team, agents, leftOut } = estimatePassRates({ conversations });
    return { quality, team, agents, leftOut: leftOut.map(String) };
  });
}
