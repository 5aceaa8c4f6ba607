/**
 * Tiers of a team's qualities, never of people: surely lived, surely still open, or cannot be told.
 *
 * A quality leaves the middle only when its whole range lies beyond the mark and that survives false-discovery control
 * over all qualities and both marks. The chance is read back from the range, as that of a normal estimate.
 */
import type { TeamQuality } from '@rapport/contract';
import { adjustPValues, normalTwoSided } from '@rapport/statistics';
import { greatMark, openMark } from './find-strengths.ts';

type Met = TeamQuality['met'];

/** @returns a tier for each, in the order given */
export function tierTeamQualities(shares: readonly Met[]): TeamQuality['tier'][] {
  const chances = adjustPValues([
    ...shares.map((one) => chanceOf(one, greatMark, 'above')),
    ...shares.map((one) => chanceOf(one, openMark, 'below')),
  ]);
  return shares.map(({ value, lower, upper }, place) => {
    if (value === null || lower === null || upper === null) return 'too-few';
    if (lower > greatMark && (chances[place] ?? 1) < 0.05) return 'strong';
    if (upper < openMark && (chances[shares.length + place] ?? 1) < 0.05) return 'open';
    return 'between';
  });
}

/**
 * Null where there is no range to read it from. Beyond the mark on the other side counts as no finding at all: nobody
 * asked for it, and it would make room for false ones.
 */
function chanceOf({ value, lower, upper }: Met, mark: number, side: 'above' | 'below'): number | null {
  if (value === null || lower === null || upper === null) return null;
  const beyond = side === 'above' ? value - mark : mark - value;
  if (beyond <= 0) return 1;
  const error = (upper - lower) / (2 * 1.96);
  return error === 0 ? 0 : normalTwoSided(beyond / error);
}
