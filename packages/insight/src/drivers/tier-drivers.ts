/**
 * Which slopes are clear, and which of them come first.
 *
 * `clear`: the range excludes 0 and Benjamini-Hochberg over the qualities stays below .05. `first`: clear, and not surely
 * smaller than the largest clear slope. `real`: the other clear ones. `unsure`: everything else.
 */
import { adjustPValues, quantiles } from '@rapport/statistics';

export const tiers = ['first', 'real', 'unsure'] as const;
export type Tier = (typeof tiers)[number];

export interface SlopeBelief {
  value: number;
  lower: number;
  upper: number;
  /** Two-sided p of "no effect". */
  p: number;
  /** Bootstrap slopes; place i of every quality belongs to one draw. */
  draws: readonly number[];
}

export interface Tiering {
  clear: boolean;
  tier: Tier;
  adjustedP: number | null;
}

/** @param slopes null where a quality has no slope: it is unsure and does not count in the family */
export function tierDrivers(slopes: readonly (SlopeBelief | null)[]): Tiering[] {
  const adjusted = adjustPValues(slopes.map((slope) => slope?.p ?? null));
  const clear = slopes.map((slope, place) => {
    const p = adjusted[place] ?? null;
    return slope !== null && p !== null && p < 0.05 && (slope.lower > 0 || slope.upper < 0);
  });
  const leader = slopes.reduce<SlopeBelief | null>((best, slope, place) => {
    return slope && clear[place] && slope.value > 0 && (best === null || slope.value > best.value) ? slope : best;
  }, null);
  return slopes.map((slope, place) => {
    const isClear = clear[place] ?? false;
    const isFirst = isClear && slope !== null && leader !== null && isTied(slope, leader);
    return {
      clear: isClear,
      tier: isFirst ? 'first' : isClear ? 'real' : 'unsure',
      adjustedP: adjusted[place] ?? null,
    };
  });
}

function isTied(slope: SlopeBelief, leader: SlopeBelief): boolean {
  if (slope === leader) return true;
  const [lower = null] = quantiles(
    leader.draws.map((draw, place) => draw - (slope.draws[place] ?? 0)),
    [0.025],
  );
  return slope.value > 0 && lower !== null && lower <= 0;
}
