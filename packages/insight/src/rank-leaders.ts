/**
 * Which of the qualities that stand out should come first: the smallest set that holds the largest share of trouble with
 * probability .8, from draws of each one's misses times the trouble that goes with them.
 *
 * Draws are normal around each estimate with the spread its range shows, independent between qualities (their halo is
 * not modelled, so the set errs on the large side when qualities travel together).
 * Source: STATISTICS of the project, focus: P(largest), recommended set ≥ .8, more than three is "no single first step".
 */
import type { FocusQuality, QualityId } from '@rapport/contract';
import { createRandom } from '@rapport/statistics';

export interface RankedLeaders {
  /** Leaders by their chance of holding the most trouble, surest first. */
  order: QualityId[];
  /** How many of them are needed for .8; they are tied. */
  tied: number;
}

const draws = 4000;
const wanted = 0.8;

export function rankLeaders(leaders: readonly FocusQuality[], seed: number): RankedLeaders {
  const random = createRandom(seed);
  const wins = new Map<QualityId, number>(leaders.map(({ quality }) => [quality, 0]));
  for (let draw = 0; draw < draws && leaders.length > 0; draw += 1) {
    let best: QualityId | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const { quality, missed, difference } of leaders) {
      const trouble = drawOne(missed, random.normal()) * drawOne(difference, random.normal());
      if (trouble > most) [best, most] = [quality, trouble];
    }
    if (best !== null) wins.set(best, (wins.get(best) ?? 0) + 1);
  }
  const ranked = [...wins].sort((a, b) => b[1] - a[1]);
  let total = 0;
  const tied = ranked.findIndex(([, count]) => {
    total += count;
    return total >= wanted * draws;
  });
  return { order: ranked.map(([quality]) => quality), tied: tied + 1 };
}

function drawOne({ value, lower, upper }: FocusQuality['missed'], normal: number): number {
  if (value === null || lower === null || upper === null) return value ?? 0;
  return value + normal * ((upper - lower) / (2 * 1.96));
}
