/**
 * Do people read one category alike? Krippendorff's alpha over the conversations that two or more rated, ordinal on a
 * scale of three points or more, nominal on two; "not applicable" is no point and stands apart.
 *
 * Below twenty conversations there is no range, as for every rate: drawing five again and again holds the truth in as few
 * as 63 of 100 ranges, twenty in 86 or more (see the test). Agreement without a single difference has no range
 * either: the resamples cannot show what was never seen, so the rule of three says how much may still differ.
 */
import { type Estimate, estimateAlpha, estimateOf, refuse, zeroFailuresUpper } from '@rapport/statistics';

export interface RatedItem {
  /** One for each who rated: a point of the scale from 1, or null: not applicable. */
  readings: readonly (number | null)[];
  /** Drawn by chance, not chosen. */
  drawn: boolean;
}

export interface Agreement {
  alpha: Estimate;
  /** Of those drawn by chance alone; null where none or all of them were. */
  drawnAlpha: Estimate | null;
  /** Items on which all said the same, and on which two or more said anything; "not applicable" is something. */
  alike: number;
  of: number;
  /** Items to which the category applies for some and not for others. */
  split: number;
  sentence: string;
}

export const fewestForRange = 20;
/** From here on a range is narrow enough to conclude from. */
export const enoughToConclude = 50;
/** Krippendorff: below the first mend the words, from the second on rely on it. */
export const agreementMarks = { tentative: 0.667, reliable: 0.8 } as const;

/** @param question.seed of the resamples: the same ratings give the same range */
export function findAgreement({
  items,
  points,
  seed,
}: {
  items: readonly RatedItem[];
  points: number;
  seed: number;
}): Agreement {
  const told = items.filter(({ readings }) => readings.length >= 2);
  const drawn = items.filter((item) => item.drawn);
  const alpha = estimateAgreementOf(items, points, seed);
  return {
    alpha,
    drawnAlpha: drawn.length === 0 || drawn.length === items.length ? null : estimateAgreementOf(drawn, points, seed),
    alike: told.filter(({ readings }) => new Set(readings).size === 1).length,
    of: told.length,
    split: told.filter(({ readings }) => readings.includes(null) && readings.some((one) => one !== null)).length,
    sentence: sayAgreement(alpha),
  };
}

export const scaleOfPoints = (points: number): 'nominal' | 'ordinal' => (points === 2 ? 'nominal' : 'ordinal');

export function estimateAgreementOf(items: readonly RatedItem[], points: number, seed: number): Estimate {
  const ratings = items.map(({ readings }) => readings.filter((one) => one !== null));
  return holdBackFew(estimateAlpha({ items: ratings, scale: scaleOfPoints(points), seed }), seed);
}

/** Of so few nothing is said, and no range where the resamples cannot show one. */
export function holdBackFew(found: Estimate, seed: number): Estimate {
  const { n, method, value, lower, upper } = found;
  if (value === null) return found;
  if (n < fewestForRange) return refuse('too_few_reviews', { n, method, seed });
  if (lower !== upper) return found;
  const most = Math.ceil(zeroFailuresUpper(n) * 100);
  return estimateOf({ value, interval: null, n, method, seed, warnings: [`up to ${most} in 100 may still differ`] });
}

function sayAgreement({ value, lower, upper, n, reason, warnings }: Estimate): string {
  if (reason === 'no_data' || reason === 'one_rater') return 'No conversation has two points to compare.';
  if (reason === 'no_variation') return 'Everybody gave the same point everywhere: that cannot be judged.';
  if (value === null) return `Only ${n} of the ${fewestForRange} conversations that a range needs.`;
  if (lower === null || upper === null) return `The same every time; ${warnings[0] ?? 'others may still differ'}.`;
  const few = n < enoughToConclude ? ` ${n} conversations are few.` : '';
  if (lower >= agreementMarks.reliable) return `Read alike enough to rely on.${few}`;
  if (lower >= agreementMarks.tentative) return `Read alike enough to compare people by, with care.${few}`;
  if (upper < agreementMarks.tentative) return `Read too differently: mend the words first.${few}`;
  return `Cannot tell yet on which side of 0.67 it lies.${few}`;
}

/** What so few conversations can tell; null: enough. */
export function sayFew(conversations: number): string | null {
  if (conversations >= enoughToConclude) return null;
  const end = `about ${enoughToConclude} are worth a conclusion`;
  return conversations < fewestForRange
    ? `${conversations === 1 ? 'One conversation says' : `${conversations} conversations say`} nothing about others: what you see here may be coincidence. A range needs ${fewestForRange}, and ${end}.`
    : `${conversations} conversations are few, so the ranges are wide; ${end}.`;
}

/** Points of 100 between the furthest readings. A point beside "not applicable" is as far apart as can be. */
export function pointsApart(readings: readonly (number | null)[], points: number): number {
  const chosen = readings.filter((one) => one !== null);
  if (chosen.length > 0 && chosen.length < readings.length) return 100;
  if (chosen.length < 2) return 0;
  return ((Math.max(...chosen) - Math.min(...chosen)) / (points - 1)) * 100;
}
