/**
 * Median (or 90th percentile) time with conversations still open, and the share recontacting within some days.
 *
 * Use: "half of the conversations are resolved within 11 hours (likely 6-17)". When more than half are still open the
 * answer is `not_reached`, never a number. State business or wall-clock hours.
 * Method: Kaplan-Meier with log-log range; an upper end that the curve never reaches is null, with a warning.
 * Source: Kaplan & Meier 1958; Brookmeyer & Crowley 1982, https://doi.org/10.2307/2530286
 * Example: `estimateTime({ rows: [{ time: 4, happened: false }] }).reason` → not_reached
 */
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { kaplanMeier, survivalQuantile, type WatchedTime } from './kaplan-meier.ts';

export interface TimeQuestion {
  rows: readonly WatchedTime[];
  /** 0.5 for the median. */
  share?: number;
  level?: number;
}

export function estimateTime({ rows, share = 0.5, level = defaultLevel }: TimeQuestion): Estimate {
  const method = 'kaplan-meier-quantile';
  const n = rows.length;
  if (n === 0) return refuse('no_data', { n, method, level });
  const { value, lower, upper } = survivalQuantile(rows, share, level);
  if (value === null) return refuse('not_reached', { n, method, level });
  const warnings = [
    ...(upper === null ? ['too many are still open to tell the upper end'] : []),
    ...(lower === null ? ['too few to tell the lower end'] : []),
  ];
  const bare = estimateOf({ value, interval: null, level, n, method, warnings });
  return { ...bare, lower, upper };
}

export interface WithinQuestion {
  rows: readonly WatchedTime[];
  /** The window, in the unit of the rows, e.g. 7 days. */
  window: number;
  level?: number;
}

/** Share for whom it happens within the window; those watched for less still count for the days they were watched. */
export function estimateShareWithin({ rows, window, level = defaultLevel }: WithinQuestion): Estimate {
  const method = 'kaplan-meier-share';
  const n = rows.length;
  if (n === 0) return refuse('no_data', { n, method, level });
  const watched = rows.some((row) => row.time >= window || row.happened);
  if (!watched) return refuse('not_reached', { n, method, level });
  const at = (wanted: number) =>
    kaplanMeier(rows, wanted)
      .filter((step) => step.time <= window)
      .at(-1);
  const step = at(level);
  // Nobody yet: the curve has no range there, "no event in n" has (rule of three).
  if (!step) return withoutEvents(rows, window, level);
  const inner = at(innerLevel);
  if (step.lower === null || step.upper === null) {
    const bare = estimateOf({ value: 1 - step.survival, interval: null, level, n, method });
    return { ...bare, warnings: ['everybody watched to the end saw it: no range on this scale'] };
  }
  return estimateOf({
    value: 1 - step.survival,
    interval: { lower: 1 - step.upper, upper: 1 - step.lower },
    inner:
      inner?.lower != null && inner.upper !== null ? { lower: 1 - inner.upper, upper: 1 - inner.lower } : undefined,
    level,
    n,
    method,
  });
}

function withoutEvents(rows: readonly WatchedTime[], window: number, level: number): Estimate {
  const complete = rows.filter((row) => row.time >= window).length;
  const upper = complete > 0 ? -Math.expm1(Math.log((1 - level) / 2) / complete) : 1;
  const parts = { value: 0, interval: { lower: 0, upper }, level, n: rows.length, method: 'kaplan-meier-share' };
  return estimateOf(parts);
}
