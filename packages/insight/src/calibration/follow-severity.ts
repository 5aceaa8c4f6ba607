/**
 * How strict raters are beside others who rated the same, and whether that moved: points of 100 above or below the mean of
 * the others, by conversation, and the later half of what was shared minus the earlier half.
 *
 * It says nothing about who is right, and nobody is put in order: the list is by name. "Stricter", "milder" and "became"
 * are said only where the range leaves 0 out and false claims over the whole list are held down (Benjamini-Hochberg).
 * Range of the drift: both halves' ranges joined by squares (MOVER; Zou & Donner 2008).
 */
import {
  type Estimate,
  estimateClusteredMean,
  estimateOf,
  isKnown,
  type MeasuredRow,
  refuse,
} from '@rapport/statistics';
import { findClear } from '../control-false-discovery.ts';
import { fewestForRange } from './find-agreement.ts';

export interface SharedRating {
  /** What was rated: one conversation in one calibration, or one that two reviewed. */
  item: string;
  category: string;
  /** Id of the person. */
  rater: string;
  /** 0–100; what was not applicable is no part of this. */
  score: number;
  /** ISO instant at which it was handed in. */
  at: string;
}

export interface SeverityOfRater {
  rater: string;
  ratings: number;
  /** Items that others rated too. */
  shared: number;
  severity: Estimate;
  halves: { earlier: Estimate; later: Estimate; turnedAt: string } | null;
  drift: Estimate;
  sentence: string;
}

interface Gap extends MeasuredRow {
  at: string;
}

const method = 'severity';

/** In the order of the raters' ids; whoever shows it puts it in the order of names. */
export function followSeverity(ratings: readonly SharedRating[]): SeverityOfRater[] {
  const gaps = findGaps(ratings);
  const raters = [...new Set(ratings.map(({ rater }) => rater))].sort();
  const measured = raters.map((rater) => ({ rater, own: gaps.get(rater) ?? [] }));
  const clear = new Set(
    findClear(
      measured.flatMap(({ rater, own }) => [
        { id: `severity ${rater}`, at: (level: number) => severityOf(own, level) },
        { id: `drift ${rater}`, at: (level: number) => driftOf(own, level) },
      ]),
    ),
  );
  return measured.map(({ rater, own }) => {
    const severity = severityOf(own);
    const drift = driftOf(own);
    const halves = halve(own);
    return {
      ...{ rater, severity, drift },
      ratings: ratings.filter((one) => one.rater === rater).length,
      shared: itemsOf(own).length,
      halves:
        halves === null
          ? null
          : {
              earlier: severityOf(halves.earlier),
              later: severityOf(halves.later),
              turnedAt: halves.turnedAt,
            },
      sentence: [
        saySeverity(severity, clear.has(`severity ${rater}`)),
        sayDrift(drift, clear.has(`drift ${rater}`)),
      ].join(' '),
    };
  });
}

function findGaps(ratings: readonly SharedRating[]): Map<string, Gap[]> {
  const together = new Map<string, SharedRating[]>();
  for (const one of ratings) {
    const key = JSON.stringify([one.item, one.category]);
    const known = together.get(key);
    if (known === undefined) together.set(key, [one]);
    else known.push(one);
  }
  const gaps = new Map<string, Gap[]>();
  for (const some of together.values()) {
    for (const one of some) {
      const others = some.filter(({ rater }) => rater !== one.rater);
      if (others.length === 0) continue;
      const mean = others.reduce((sum, { score }) => sum + score, 0) / others.length;
      const gap = { cluster: one.item, value: one.score - mean, at: one.at };
      const known = gaps.get(one.rater);
      if (known === undefined) gaps.set(one.rater, [gap]);
      else known.push(gap);
    }
  }
  return gaps;
}

const itemsOf = (gaps: readonly Gap[]): string[] => [...new Set(gaps.map(({ cluster }) => String(cluster)))];

function severityOf(gaps: readonly Gap[], level?: number): Estimate {
  const items = itemsOf(gaps).length;
  if (items === 0) return refuse('one_rater', { n: 0, method });
  if (items < fewestForRange) return refuse('too_few_rows', { n: items, method });
  return estimateClusteredMean({ rows: gaps, ...(level === undefined ? {} : { level }) });
}

/** By the first time an item was rated by this person, so that no item stands in both halves. */
function halve(gaps: readonly Gap[]): { earlier: Gap[]; later: Gap[]; turnedAt: string } | null {
  const first = new Map<string, string>();
  for (const { cluster, at } of gaps) {
    const known = first.get(String(cluster));
    if (known === undefined || at < known) first.set(String(cluster), at);
  }
  const inOrder = [...first].sort(([one, at], [other, then]) =>
    at === then ? (one < other ? -1 : 1) : at < then ? -1 : 1,
  );
  const half = Math.floor(inOrder.length / 2);
  if (half < fewestForRange) return null;
  const turnedAt = inOrder[half]?.[1] ?? '';
  const early = new Set(inOrder.slice(0, half).map(([item]) => item));
  const isEarly = ({ cluster }: Gap): boolean => early.has(String(cluster));
  return { earlier: gaps.filter(isEarly), later: gaps.filter((gap) => !isEarly(gap)), turnedAt };
}

function driftOf(gaps: readonly Gap[], level?: number): Estimate {
  const drift = 'severity-drift';
  const halves = halve(gaps);
  const n = itemsOf(gaps).length;
  if (halves === null) return refuse(n === 0 ? 'one_rater' : 'too_few_rows', { n, method: drift });
  const [earlier, later] = [severityOf(halves.earlier, level), severityOf(halves.later, level)];
  if (!isKnown(earlier) || !isKnown(later)) return refuse('no_variation', { n, method: drift });
  const value = later.value - earlier.value;
  return estimateOf({
    ...{ value, n, method: drift, level: later.level },
    interval: {
      lower: value - Math.hypot(later.value - later.lower, earlier.upper - earlier.value),
      upper: value + Math.hypot(later.upper - later.value, earlier.value - earlier.lower),
    },
  });
}

const whole = (value: number): string => String(Math.round(Math.abs(value)));
const range = (lower: number, upper: number): string =>
  `likely ${String(Math.round(lower)).replace('-', '−')} to ${String(Math.round(upper)).replace('-', '−')}`;

function saySeverity(severity: Estimate, isClear: boolean): string {
  const { n, reason } = severity;
  if (reason === 'one_rater') return 'Nobody else rated the same.';
  if (reason === 'no_variation') return 'Always as far from the others: no range can be made of that.';
  if (!isKnown(severity)) return `Only ${n} of the ${fewestForRange} shared conversations that a range needs.`;
  const { value, lower, upper } = severity;
  if (!isClear) return `No clear difference from the others, ${range(lower, upper)} points.`;
  return `${whole(value)} points ${value > 0 ? 'milder' : 'stricter'} than the others, ${range(lower, upper)}.`;
}

function sayDrift(drift: Estimate, isClear: boolean): string {
  if (!isKnown(drift)) return `Whether that moves takes ${2 * fewestForRange} shared conversations.`;
  const { value, lower, upper } = drift;
  if (!isClear) return `No clear change over time, ${range(lower, upper)}.`;
  return `Became ${value > 0 ? 'milder' : 'stricter'} by ${whole(value)} points, ${range(lower, upper)}.`;
}
