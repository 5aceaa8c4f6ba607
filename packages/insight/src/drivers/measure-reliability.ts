/**
 * How much of a machine score's spread within agents is about what reviewers see: squared correlation with their ratings,
 * set right for reviewers' own noise where enough conversations were rated twice.
 * Source: Spearman 1904, correction for attenuation.
 */
import { centreWithin, correlationMatrix } from '@rapport/statistics';
import type { ScoredTable } from '../scored-table.ts';

export const fewestPairs = 30;

/** 0–1; null with fewer than 30 reviews that called for it, or no variation. */
export function measureReliability(table: ScoredTable, quality: number): number | null {
  const pairs = table.rows.flatMap(({ agent, scores, review }) => {
    const score = scores[quality] ?? null;
    const rating = review?.ratings[quality] ?? null;
    return review?.drawn === 'random' && score !== null && rating !== null ? [{ agent, values: [score, rating] }] : [];
  });
  if (pairs.length < fewestPairs) return null;
  const { centred } = centreWithin(
    pairs.map(({ agent }) => agent),
    pairs.map(({ values }) => values),
  );
  const together = correlationMatrix(centred)[0]?.[1] ?? 0;
  const own = reviewerReliability(table, quality);
  return Math.min(1, together ** 2 / (own ?? 1));
}

function reviewerReliability({ rows }: ScoredTable, quality: number): number | null {
  const twice = rows.flatMap(({ review }) => {
    const one = review?.ratings[quality] ?? null;
    const two = review?.second?.[quality] ?? null;
    return one !== null && two !== null ? [[one, two]] : [];
  });
  if (twice.length < fewestPairs) return null;
  const agreement = correlationMatrix(twice)[0]?.[1] ?? 0;
  // Below this the correction would say more about luck in few pairs than about the machine.
  return agreement > 0.3 ? agreement : null;
}
