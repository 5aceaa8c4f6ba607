/**
 * Kaplan-Meier curve: how long until it happens, when for some it has not happened yet.
 *
 * Use: resolution and response times with conversations still open, recontact with conversations watched for a few days
 * only. Counting the closed ones alone flatters.
 * Formula: S(t) = Π (1 - d/n) over event times; events come before open ends of the same time. Range on the log-log
 * scale with Greenwood's variance. Restricted mean: area under S up to a horizon.
 * Source: Kaplan & Meier 1958, https://doi.org/10.1080/01621459.1958.10501452; R survival::survfit(conf.type='log-log')
 * Example: `kaplanMeier([{ time: 1, happened: true }, { time: 2, happened: false }])[0].survival` → 0.5
 */
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { defaultLevel } from '../estimate.ts';
import { sumOf } from '../sums.ts';

export interface WatchedTime {
  /** Until the event, or until watching ended; any unit, at least 0. */
  time: number;
  happened: boolean;
}

export interface SurvivalStep {
  time: number;
  /** Share for whom it has not happened by then. */
  survival: number;
  /** null where everything has happened: the log-log scale ends there. */
  lower: number | null;
  upper: number | null;
  atRisk: number;
  events: number;
}

/** One step per event time, from the earliest. */
export function kaplanMeier(rows: readonly WatchedTime[], level = defaultLevel): SurvivalStep[] {
  const sorted = [...rows].sort((one, two) => one.time - two.time);
  const z = normalQuantile((1 + level) / 2);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let first = 0; first < sorted.length; ) {
    const time = sorted[first]?.time ?? 0;
    let last = first;
    let events = 0;
    while (last < sorted.length && sorted[last]?.time === time) {
      if (sorted[last]?.happened) events += 1;
      last += 1;
    }
    const atRisk = sorted.length - first;
    if (events > 0) {
      survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
      greenwood += events === atRisk ? 0 : events / (atRisk * (atRisk - events));
      steps.push({ time, survival, ...rangeAt(survival, greenwood, z), atRisk, events });
    }
    first = last;
  }
  return steps;
}

function rangeAt(survival: number, greenwood: number, z: number): { lower: number | null; upper: number | null } {
  if (survival <= 0 || survival >= 1) return { lower: null, upper: null };
  const log = Math.log(survival);
  const reach = (z * Math.sqrt(greenwood)) / log;
  return { lower: survival ** Math.exp(-reach), upper: survival ** Math.exp(reach) };
}

export interface TimeQuantile {
  value: number | null;
  lower: number | null;
  upper: number | null;
}

/** The time by which the share `p` has seen the event, with the times where the range of the curve reaches it. */
export function survivalQuantile(rows: readonly WatchedTime[], p: number, level = defaultLevel): TimeQuantile {
  const steps = kaplanMeier(rows, level);
  const longest = rows.reduce((most, row) => Math.max(most, row.time), 0);
  const reach = (curve: (step: SurvivalStep) => number | null) => crossing(steps, curve, p, longest);
  return {
    value: reach((step) => step.survival),
    lower: reach((step) => step.lower),
    upper: reach((step) => step.upper),
  };
}

/** First time with 1 - curve >= p; the middle of the flat piece when the curve rests exactly there. */
function crossing(
  steps: readonly SurvivalStep[],
  curve: (step: SurvivalStep) => number | null,
  p: number,
  longest: number,
): number | null {
  const slack = 1.5e-8;
  const points = steps.flatMap((step) => {
    const height = curve(step);
    return height === null ? [] : [{ time: step.time, gone: 1 - height }];
  });
  const reached = points.find((point) => point.gone >= p - slack);
  if (!reached) return null;
  const passed = points.find((point) => point.gone > p + slack);
  if (passed) return (reached.time + passed.time) / 2;
  return (reached.time + longest) / 2;
}

/** Mean time when watching stops at the horizon, with its standard error. */
export function restrictedMean(rows: readonly WatchedTime[], horizon: number): { mean: number; standardError: number } {
  const steps = kaplanMeier(rows).filter((step) => step.time <= horizon);
  const starts = [0, ...steps.map((step) => step.time)];
  const heights = [1, ...steps.map((step) => step.survival)];
  const areas = starts.map((start, index) => (heights[index] ?? 0) * ((starts[index + 1] ?? horizon) - start));
  const parts = steps.map(({ atRisk, events }, index) => {
    const ahead = sumOf(areas.slice(index + 1));
    return events === atRisk ? 0 : (ahead ** 2 * events) / (atRisk * (atRisk - events));
  });
  return { mean: sumOf(areas), standardError: Math.sqrt(sumOf(parts)) };
}
