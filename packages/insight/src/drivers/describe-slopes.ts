/** Point, bootstrap draws and small-sample errors → one estimate per quality, and its tier. */
import {
  clusterRobustFromSums,
  type DriverDraws,
  type DriverSlopes,
  type DriverSums,
  defaultLevel,
  type Estimate,
  estimateOf,
  innerLevel,
  normalQuantile,
  normalTwoSided,
  quantiles,
  refuse,
  tQuantile,
  tTwoSided,
} from '@rapport/statistics';
import type { PreparedDrivers } from './prepare-drivers.ts';
import { type SlopeBelief, type Tiering, tierDrivers } from './tier-drivers.ts';

export interface SlopesQuestion {
  prepared: PreparedDrivers;
  sums: DriverSums;
  point: DriverSlopes;
  drawn: DriverDraws;
  /** How many agents of equal size these are worth: four large ones beside many small ones are few. */
  effectiveAgents: number;
  n: number;
  seed: number;
}

export interface DescribedSlopes {
  perQuality(place: number): { slope: Estimate; uncorrected: Estimate } & Tiering;
  drawsOf(place: number): number[] | null;
}

/** Below this many agents the small-sample error is computed too, and the wider range wins. */
export const manyAgents = 15;
/** One human point is a quarter of the machine's scale. */
export const machinePointsPerHumanPoint = 25;

export function describeSlopes({
  prepared,
  sums,
  point,
  drawn,
  effectiveAgents,
  n,
  seed,
}: SlopesQuestion): DescribedSlopes {
  const wider = widening(sums, drawn, effectiveAgents);
  const naive = prepared.qualityOf.map((_, score) =>
    beliefOf((point.naive[score] ?? 0) * machinePointsPerHumanPoint, {
      draws: drawn.naive.map((draw) => (draw[score] ?? 0) * machinePointsPerHumanPoint),
      wider: wider[score] ?? null,
    }),
  );
  const corrected = prepared.corrected.map((score, place) =>
    point.corrected === null
      ? null
      : beliefOf(point.corrected[place] ?? 0, {
          draws: drawn.corrected.map((draw) => draw[place] ?? 0),
          wider: wider[score] ?? null,
        }),
  );
  const beliefs = prepared.reasons.map((_, quality) => {
    const place = prepared.corrected.indexOf(prepared.qualityOf.indexOf(quality));
    return place < 0 ? null : (corrected[place] ?? null);
  });
  const tiering = tierDrivers(beliefs);
  const parts = { n, seed };
  return {
    perQuality(place) {
      const score = prepared.qualityOf.indexOf(place);
      const belief = beliefs[place] ?? null;
      const reason = prepared.reasons[place] ?? 'collinear';
      // Two that rise and fall together: whichever got the slope, it would belong to both.
      const own = score < 0 || prepared.reasons[place] === 'collinear' ? null : (naive[score] ?? null);
      return {
        slope: belief
          ? asEstimate(belief, { ...parts, n: prepared.opportunities[place] ?? n, method: 'calibrated-within-agents' })
          : refuse(reason, { ...parts, method: 'calibrated-within-agents' }),
        uncorrected: own
          ? asEstimate(own, { ...parts, n: prepared.opportunities[place] ?? n, method: 'within-agents' })
          : refuse(reason, { ...parts, method: 'within-agents' }),
        ...(tiering[place] ?? { clear: false, tier: 'unsure', adjustedP: null }),
      };
    },
    drawsOf: (place) => {
      const belief = beliefs[place] ?? null;
      return belief ? [...belief.draws] : null;
    },
  };
}

interface Widening {
  /** Small-sample half-width over the bootstrap's, at least 1. */
  factor: number;
  freedom: number;
}

interface WideBelief extends SlopeBelief {
  inner: { lower: number; upper: number };
}

function beliefOf(
  value: number,
  { draws, wider }: { draws: readonly number[]; wider: Widening | null },
): WideBelief | null {
  const tails = [0.025, (1 - innerLevel) / 2, (1 + innerLevel) / 2, 0.975];
  const ends = quantiles(draws, tails);
  if (draws.length < 100 || ends.some((end) => end === null)) return null;
  const factor = wider?.factor ?? 1;
  const [lower = 0, innerLower = 0, innerUpper = 0, upper = 0] = ends.map(
    (end) => value + factor * ((end ?? value) - value),
  );
  // A column that stands for another one gets the same slope in every draw: that is no certainty.
  if (lower === upper) return null;
  // The side of the range that faces 0, read as a normal (few agents: t) tail: below .05 exactly when 0 is outside, and
  // finer than counting a thousand draws, which the false-discovery step needs.
  const side = value >= 0 ? value - lower : upper - value;
  const freedom = wider?.freedom ?? null;
  const error = side / (freedom === null ? normalQuantile(0.975) : tQuantile(0.975, freedom));
  const p = !(error > 0) ? 1 : freedom === null ? normalTwoSided(value / error) : tTwoSided(value / error, freedom);
  return {
    value,
    lower: Math.min(lower, value),
    upper: Math.max(upper, value),
    inner: { lower: Math.min(innerLower, value), upper: Math.max(innerUpper, value) },
    p,
    draws,
  };
}

/** With few agents the bootstrap is too sure; CR2 with Satterthwaite's degrees of freedom says by how much. */
function widening(
  { layout, blocks, strata }: DriverSums,
  drawn: DriverDraws,
  effectiveAgents: number,
): (Widening | null)[] {
  const scores = Array.from({ length: layout.scoreCount }, (_, score) => score);
  // Parts of agents' conversations are many; only whole agents are too few.
  if (effectiveAgents >= manyAgents || strata.length > 1) return scores.map(() => null);
  const sums = blocks.map((block) => ({
    inner: block.subarray(layout.innerAt, layout.crossAt),
    cross: block.subarray(layout.crossAt, layout.squaresAt),
  }));
  const errors = clusterRobustFromSums(sums, layout.width, layout.scoreCount);
  return scores.map((score) => {
    const found = errors[score];
    const [lower = null, upper = null] = quantiles(
      drawn.naive.map((draw) => draw[score] ?? 0),
      [0.025, 0.975],
    );
    if (!found || lower === null || upper === null || upper <= lower) return null;
    const reach = tQuantile(0.975, Math.max(1, found.freedom)) * found.error;
    return { factor: Math.max(1, (2 * reach) / (upper - lower)), freedom: Math.max(1, found.freedom) };
  });
}

function asEstimate(belief: WideBelief, { n, method, seed }: { n: number; method: string; seed: number }): Estimate {
  const { value, lower, upper, inner } = belief;
  return estimateOf({ value, interval: { lower, upper }, inner, level: defaultLevel, n, method, seed });
}
