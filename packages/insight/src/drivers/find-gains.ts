/**
 * Focus: what lifting everyone to the better fifth's level would be worth, and which quality has the largest gain.
 *
 * gain = slope × headroom, draw by draw: a bootstrap slope with a posterior draw of the agents' levels. Recommended is the
 * smallest set that holds the largest gain with probability .8; more than three of them is no first step.
 */
import {
  createRandom,
  defaultLevel,
  type Estimate,
  estimateOf,
  innerLevel,
  meanOf,
  quantiles,
  refuse,
} from '@rapport/statistics';
import type { ScoredTable } from '../scored-table.ts';
import { caseMixColumns } from './case-mix-columns.ts';
import type { Drivers } from './estimate-drivers.ts';
import { findHeadroom } from './find-headroom.ts';

export interface Gain {
  quality: string;
  /** Change of the outcome over all conversations, e.g. share of satisfied customers, 0–1. */
  gain: Estimate;
  /** In human points. */
  headroom: Estimate;
  /** Probability that this quality has the largest gain; null without a gain. */
  pBest: number | null;
  recommended: boolean;
}

export interface Gains {
  /** In the order of the table's qualities. */
  gains: Gain[];
  /** `tied`: more than three share the first place, review more; `none`: no quality has a gain. */
  verdict: 'first-step' | 'tied' | 'none';
}

const wanted = 0.8;
const mostRecommended = 3;

export function findGains(table: ScoredTable, { drivers, slopeDraws, seed }: Drivers): Gains {
  const random = createRandom(seed + 1);
  const mix = caseMixColumns(table.rows, { withWeek: false }).rows;
  const found = drivers.map(({ slope }, quality) => {
    const slopes = slopeDraws[quality] ?? null;
    if (slopes === null || slope.value === null) return null;
    const headroom = findHeadroom(table, { quality, mix, draws: slopes.length, random });
    if (!headroom) return null;
    const middle = meanOf(headroom.draws);
    const draws = slopes.map((one, draw) => one * (headroom.draws[draw] ?? 0));
    return { headroom, middle, draws, value: slope.value * middle };
  });
  const chances = chancesOfLargest(found.map((one) => one?.draws ?? null));
  const { chosen, verdict } = recommend(
    chances,
    drivers.map(({ clear }) => clear),
  );
  return {
    verdict,
    gains: drivers.map(({ quality, slope }, place) => {
      const one = found[place] ?? null;
      const n = slope.n;
      const method = 'slope-times-headroom';
      const reason = slope.reason ?? 'no_random_reviews';
      return {
        quality,
        gain: one ? fromDraws(one.value, one.draws, { n, method, seed }) : refuse(reason, { n, method, seed }),
        headroom: one
          ? fromDraws(one.middle, one.headroom.draws, { n: one.headroom.reviews, method: 'fay-herriot-draws', seed })
          : refuse(reason, { n: 0, method: 'fay-herriot-draws', seed }),
        pBest: chances[place] ?? null,
        recommended: chosen.includes(place),
      };
    }),
  };
}

function chancesOfLargest(draws: readonly (readonly number[] | null)[]): (number | null)[] {
  const wins = draws.map(() => 0);
  const count = draws.find((list) => list !== null)?.length ?? 0;
  for (let draw = 0; draw < count; draw += 1) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const [place, list] of draws.entries()) {
      const gain = list?.[draw];
      if (gain !== undefined && gain > most) [best, most] = [place, gain];
    }
    if (best >= 0) wins[best] = (wins[best] ?? 0) + 1;
  }
  return draws.map((list, place) => (list === null ? null : (wins[place] ?? 0) / count));
}

/** Nothing is recommended while no quality of the set is a clear driver: that would be a guess dressed as advice. */
function recommend(
  chances: readonly (number | null)[],
  clear: readonly boolean[],
): { chosen: number[]; verdict: Gains['verdict'] } {
  const order = chances
    .flatMap((chance, place) => (chance === null ? [] : [{ chance, place }]))
    .sort((one, two) => two.chance - one.chance || one.place - two.place);
  let total = 0;
  const set: number[] = [];
  for (const { chance, place } of order) {
    if (total >= wanted) break;
    total += chance;
    set.push(place);
  }
  if (set.length === 0 || !set.some((place) => clear[place])) return { chosen: [], verdict: 'none' };
  return set.length > mostRecommended ? { chosen: [], verdict: 'tied' } : { chosen: set, verdict: 'first-step' };
}

function fromDraws(
  value: number,
  draws: readonly number[],
  { n, method, seed }: { n: number; method: string; seed: number },
): Estimate {
  const ends = quantiles(draws, [0.025, (1 - innerLevel) / 2, (1 + innerLevel) / 2, 0.975]);
  const [lower = value, innerLower = value, innerUpper = value, upper = value] = ends.map((end) => end ?? value);
  return estimateOf({
    value,
    interval: { lower: Math.min(lower, value), upper: Math.max(upper, value) },
    inner: { lower: Math.min(innerLower, value), upper: Math.max(innerUpper, value) },
    level: defaultLevel,
    n,
    method,
    seed,
  });
}
