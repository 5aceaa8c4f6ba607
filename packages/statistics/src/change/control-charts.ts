/**
 * Control charts: is this week unusual, or ordinary luck?
 *
 * Use: watching pass rates over time. With many qualities and teams alarms are certain: control for false discovery or
 * watch the composite.
 * Formulas: p-chart with a frozen baseline, centre ± 3 √(p(1-p)/n); Laney p' multiplies sigma by the moving range of z
 * over the baseline / 1.128. EWMA: e = λz + (1-λ)e, limit L √(λ/(2-λ)(1-(1-λ)^2t)). CUSUM: up = max(0, up + z - k),
 * down likewise, alarm above h.
 * Source: Montgomery, Statistical Quality Control; Laney 2002, https://doi.org/10.1081/QEN-120006708
 * Example: `cusum([3, 3, 3], { allowance: 0.5, limit: 4.77 }).firstSignal` → 1
 */
import { clip, type Interval } from '../estimate.ts';
import { meanOf, sumOf } from '../sums.ts';

export interface PeriodCount {
  passed: number;
  n: number;
}

export interface PChart {
  center: number;
  limits: Interval[];
  laneyLimits: Interval[];
  z: number[];
  sigmaZ: number;
  /** Periods outside the plain limits, counted from 0. */
  outside: number[];
}

/** Null when the baseline is shorter than two periods or has no variation. */
export function pChart(periods: readonly PeriodCount[], baseline: number): PChart | null {
  const frozen = periods.slice(0, baseline);
  const all = sumOf(frozen.map((period) => period.n));
  if (frozen.length < 2 || all === 0 || periods.some((period) => period.n <= 0)) return null;
  const center = sumOf(frozen.map((period) => period.passed)) / all;
  if (center === 0 || center === 1) return null;
  const sigmas = periods.map((period) => Math.sqrt((center * (1 - center)) / period.n));
  const z = periods.map(({ passed, n }, place) => (passed / n - center) / (sigmas[place] ?? 1));
  const moves = z.slice(1, frozen.length).map((value, place) => Math.abs(value - (z[place] ?? 0)));
  const sigmaZ = meanOf(moves) / (2 / Math.sqrt(Math.PI));
  const limitsAt = (width: number) =>
    sigmas.map((sigma) => ({ lower: clip(center - width * sigma, 0, 1), upper: clip(center + width * sigma, 0, 1) }));
  const outside = z.flatMap((value, place) => (Math.abs(value) > 3 ? [place] : []));
  return { center, limits: limitsAt(3), laneyLimits: limitsAt(3 * sigmaZ), z, sigmaZ, outside };
}

export interface Ewma {
  values: number[];
  limits: number[];
  /** First period beyond its limit, counted from 0; null when there is none. */
  firstSignal: number | null;
}

/** @param z values in standard deviations from the baseline */
export function ewma(z: readonly number[], { weight = 0.2, width = 2.7 } = {}): Ewma {
  let value = 0;
  const values = z.map((step) => {
    value = weight * step + (1 - weight) * value;
    return value;
  });
  const limits = z.map((_, place) => {
    return width * Math.sqrt((weight / (2 - weight)) * (1 - (1 - weight) ** (2 * (place + 1))));
  });
  return { values, limits, firstSignal: firstWhere(values, (one, place) => Math.abs(one) > (limits[place] ?? 0)) };
}

export interface Cusum {
  up: number[];
  down: number[];
  firstSignal: number | null;
}

export function cusum(z: readonly number[], { allowance = 0.5, limit = 4.77 } = {}): Cusum {
  const climb = (sign: number) => {
    let sum = 0;
    return z.map((step) => {
      sum = Math.max(0, sum + sign * step - allowance);
      return sum;
    });
  };
  const up = climb(1);
  const down = climb(-1);
  return { up, down, firstSignal: firstWhere(up, (value, place) => Math.max(value, down[place] ?? 0) > limit) };
}

function firstWhere(values: readonly number[], holds: (value: number, place: number) => boolean): number | null {
  const place = values.findIndex(holds);
  return place < 0 ? null : place;
}
