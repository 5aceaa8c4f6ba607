/**
 * A number with its doubt: the one shape in which this package hands over a result.
 *
 * Use: every figure that reaches a reader travels as an `Estimate`. A value is never bare (it has a range and an n),
 * never NaN or Infinity, and "we cannot know" is `null` with a reason from the closed list, never 0.
 * Example: `refuse('too_few_agents', { n: 40, method: 'clustered-difference' }).value` → null
 */

/** Why a number was refused. Pages turn the code into a sentence with the way out. */
export const estimateReasons = [
  'no_data',
  'no_random_reviews',
  'reviews_not_random',
  'too_few_reviews',
  'one_rater',
  'no_variation',
  'too_few_rows',
  'outcome_constant',
  'collinear',
  'separated',
  'too_few_agents',
  'too_few_responses',
  'not_reached',
] as const;

export type EstimateReason = (typeof estimateReasons)[number];

export interface Interval {
  lower: number;
  upper: number;
}

export interface Estimate {
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** Coverage that lower–upper promises, e.g. 0.95. */
  level: number;
  /** The likelier two thirds, for drawing a thick middle; never for judging. */
  inner?: Interval;
  /** Rows (conversations, items, reviews) the number rests on. */
  n: number;
  /** How many independent rows the n rows are worth. */
  effectiveN?: number;
  method: string;
  reason?: EstimateReason;
  warnings: string[];
  /** Seed of everything random inside, so that the same number comes again. */
  seed?: number;
}

export const defaultLevel = 0.95;
export const innerLevel = 0.66;

export interface EstimateParts {
  value: number;
  /** `null` where the point is known and its range is not (then a warning says why). */
  interval: Interval | null;
  inner?: Interval | undefined;
  level?: number | undefined;
  n: number;
  effectiveN?: number | undefined;
  method: string;
  warnings?: readonly string[] | undefined;
  seed?: number | undefined;
}

/**
 * Builds an estimate that has a value.
 * @throws RangeError when a number is not finite or the range is upside down: that is a mistake in this package, and a
 *   loud stop is better than a page that shows NaN.
 */
export function estimateOf(parts: EstimateParts): Estimate {
  const { value, interval, inner, level = defaultLevel, n, effectiveN, method, warnings = [], seed } = parts;
  requireFinite(method, [value, interval?.lower, interval?.upper, inner?.lower, inner?.upper, n, effectiveN, level]);
  if (interval && interval.lower > interval.upper) throw new RangeError(`${method}: lower end above upper end`);
  return {
    value,
    lower: interval ? interval.lower : null,
    upper: interval ? interval.upper : null,
    level,
    ...(inner ? { inner: { lower: inner.lower, upper: inner.upper } } : {}),
    n,
    ...(effectiveN === undefined ? {} : { effectiveN }),
    method,
    warnings: [...warnings],
    ...(seed === undefined ? {} : { seed }),
  };
}

export interface RefusalParts {
  n: number;
  method: string;
  level?: number | undefined;
  warnings?: readonly string[] | undefined;
  seed?: number | undefined;
}

/** Builds the estimate that says "not known, because …". */
export function refuse(reason: EstimateReason, parts: RefusalParts): Estimate {
  const { n, method, level = defaultLevel, warnings = [], seed } = parts;
  return {
    value: null,
    lower: null,
    upper: null,
    level,
    n,
    method,
    reason,
    warnings: [...warnings],
    ...(seed === undefined ? {} : { seed }),
  };
}

/** True when the estimate has a value and a range. */
export function isKnown(estimate: Estimate): estimate is Estimate & { value: number; lower: number; upper: number } {
  return estimate.value !== null && estimate.lower !== null && estimate.upper !== null;
}

/** Keeps a range inside its scale, e.g. a rate in [0, 1]. */
export function clipInterval(interval: Interval, low: number, high: number): Interval {
  return { lower: clip(interval.lower, low, high), upper: clip(interval.upper, low, high) };
}

export function clip(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function requireFinite(method: string, values: readonly (number | undefined)[]): void {
  for (const value of values) {
    if (value !== undefined && !Number.isFinite(value)) throw new RangeError(`${method}: a number is not finite`);
  }
}
