/**
 * Did something come up less after it was fixed? Weekly counts before and after, for the whole team at once.
 *
 * With eight full weeks on each side the level is compared as an interrupted series (Newey-West). Until then the weeks
 * since the fix are watched with a confidence sequence, which may be looked at every day: only when its whole range lies
 * below the range of before is it said to have fallen. Without an untouched group both say "goes together with the fix",
 * never "because of it".
 * Source: STATISTICS of changes: Bernal et al. 2017; Waudby-Smith & Ramdas 2024.
 *
 * @example watchFix({ before: [], after: [] }).sign // 'watching'
 */
import type { fixSigns } from '@rapport/contract';
import {
  defaultLevel,
  type Estimate,
  estimateLevelChange,
  estimateOf,
  rateSequence,
  refuse,
  wilsonInterval,
} from '@rapport/statistics';

export interface WeekOfReason {
  /** Conversations of the week, and those with this reason. */
  of: number;
  n: number;
}

export interface FixWatched {
  sign: (typeof fixSigns)[number];
  /** Change of the share, 0–1. */
  estimate: Estimate;
  sentence: string;
}

const fullWeeks = 8;
const fewestConversations = 30;

/** @param before weeks up to the fix, oldest first; `after` from the fix on, full weeks only */
export function watchFix({
  before,
  after,
}: {
  before: readonly WeekOfReason[];
  after: readonly WeekOfReason[];
}): FixWatched {
  const seen = (weeks: readonly WeekOfReason[]) => weeks.filter(({ of }) => of > 0);
  const [earlier, later] = [seen(before), seen(after)];
  if (earlier.length >= fullWeeks && later.length >= fullWeeks) {
    const weekly = [...earlier, ...later].map(({ n, of }) => n / of);
    const estimate = estimateLevelChange({ weekly, changeWeek: earlier.length + 1 });
    if (estimate.value !== null) return judge(estimate, `${later.length} weeks after the fix`);
  }
  return watch(sumUp(earlier), sumUp(later), later.length);
}

function watch(before: WeekOfReason, after: WeekOfReason, weeks: number): FixWatched {
  const method = 'confidence-sequence';
  const n = before.of + after.of;
  if (before.of < fewestConversations || after.of < fewestConversations) {
    return {
      sign: 'watching',
      estimate: refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method }),
      sentence: `Too early: ${after.of} conversations in full weeks since the fix, ${before.of} before it; a look starts at ${fewestConversations} each.`,
    };
  }
  const rate = before.n / before.of;
  const now = rateSequence({ passed: after.n, n: after.of });
  const then = wilsonInterval({ rate, n: before.of, level: defaultLevel });
  const difference = after.n / after.of - rate;
  const interval = { lower: Math.max(-1, now.lower - then.upper), upper: Math.min(1, now.upper - then.lower) };
  const estimate = estimateOf({
    value: difference,
    interval: { lower: Math.min(interval.lower, difference), upper: Math.max(interval.upper, difference) },
    n,
    method,
    warnings: ['may be looked at every day; wider for it'],
  });
  return judge(estimate, `${weeks} ${weeks === 1 ? 'week' : 'weeks'} after the fix`, 'watching');
}

function judge(estimate: Estimate, when: string, unclear: FixWatched['sign'] = 'no-clear-change'): FixWatched {
  const { value, lower, upper } = estimate;
  const range = `likely ${hundred(lower ?? 0)} to ${hundred(upper ?? 0)}`;
  if (upper !== null && upper < 0) {
    const sentence = `It comes up less since the fix: ${hundred(value ?? 0)} in 100 conversations (${range}), ${when}. It goes together with the fix; without a group that was left alone the cause is not shown.`;
    return { sign: 'fell', estimate, sentence };
  }
  if (lower !== null && lower > 0) {
    const sentence = `It comes up more since the fix: ${hundred(value ?? 0)} in 100 conversations (${range}), ${when}.`;
    return { sign: 'rose', estimate, sentence };
  }
  const sentence = `No clear change yet, ${when}: ${hundred(value ?? 0)} in 100 conversations (${range}).`;
  return { sign: unclear, estimate, sentence };
}

const sumUp = (weeks: readonly WeekOfReason[]): WeekOfReason => ({
  of: weeks.reduce((sum, week) => sum + week.of, 0),
  n: weeks.reduce((sum, week) => sum + week.n, 0),
});

const hundred = (share: number): string => {
  const rounded = Number((share * 100).toFixed(1));
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
};
