/**
 * What reviews of unknown selection may be used for: how far people agree with each other and with the scorer, and how
 * strict each reviewer was. Agreement compares ratings of the same thing, so it matters little how the things were
 * chosen; a rate would need to know, so there is none here. As in a calibration, fewer than twenty have no range.
 */
import {
  blandAltman,
  type Estimate,
  estimateAlpha,
  estimateClusteredMean,
  type MeasuredRow,
  refuse,
} from '@rapport/statistics';
import { holdBackFew } from '../calibration/find-agreement.ts';

export interface PastRating {
  /** What was rated: one agent's part in one conversation. */
  item: string;
  category: string;
  /** Empty: nobody is named. */
  reviewer: string;
  /** 0–100. Ratings that were not applicable are no part of this. */
  score: number;
  /** The scorer's on the same item, 0–100; null where it has none. */
  machine: number | null;
}

export interface CategoryAgreement {
  category: string;
  ratings: number;
  people: Estimate;
  machine: Estimate;
  /** Points by which the scorer stands above people. */
  higher: Estimate;
}

export interface ReviewerSeverity {
  reviewer: string;
  ratings: number;
  /** Points above (+) or below (−) the mean of the others on what they rated too. */
  severity: Estimate;
}

/** By name of the category. @param seed of the resamples behind the ranges */
export function estimateAgreement(ratings: readonly PastRating[], seed: number): CategoryAgreement[] {
  return [...groupOf(ratings, ({ category }) => category)].map(([category, own]) => {
    const items = [...groupOf(own, ({ item }) => item).values()];
    const pairs = items.flatMap((some) => {
      const machine = some[0]?.machine ?? null;
      return machine === null ? [] : [{ human: meanOf(some.map(({ score }) => score)), machine }];
    });
    const human = pairs.map((pair) => pair.human);
    const machine = pairs.map((pair) => pair.machine);
    const difference = blandAltman({ human, machine });
    return {
      category,
      ratings: own.length,
      people: estimatePeopleAgreement(own, seed),
      machine:
        pairs.length === 0
          ? refuse('no_data', { n: 0, method: 'krippendorff-alpha-interval' })
          : holdBackFew(
              estimateAlpha({ items: pairs.map((pair) => [pair.human, pair.machine]), scale: 'interval', seed }),
              seed,
            ),
      higher: difference?.bias ?? refuse('too_few_reviews', { n: pairs.length, method: 'bland-altman' }),
    };
  });
}

/** How far people give the same thing the same rating, beyond luck; of one person's ratings of a thing the first counts. */
export function estimatePeopleAgreement(
  ratings: readonly Pick<PastRating, 'item' | 'reviewer' | 'score'>[],
  seed: number,
): Estimate {
  const items = [...groupOf(ratings, ({ item }) => item).values()].map((some) =>
    some.filter((one, at) => one.reviewer === '' || some.findIndex(({ reviewer }) => reviewer === one.reviewer) === at),
  );
  const scores = items.map((some) => some.map(({ score }) => score));
  return holdBackFew(estimateAlpha({ items: scores, scale: 'interval', seed }), seed);
}

/** By name, never by strictness. */
export function estimateSeverity(ratings: readonly PastRating[]): ReviewerSeverity[] {
  const named = ratings.filter(({ reviewer }) => reviewer !== '');
  const together = groupOf(named, ({ item, category }) => JSON.stringify([item, category]));
  const rows = new Map<string, MeasuredRow[]>();
  for (const some of together.values()) {
    for (const { reviewer, score, item } of some) {
      const others = some.filter((one) => one.reviewer !== reviewer);
      const known = rows.get(reviewer) ?? [];
      const gap = others.length === 0 ? [] : [{ cluster: item, value: score - meanOf(others.map((one) => one.score)) }];
      rows.set(reviewer, [...known, ...gap]);
    }
  }
  const all = groupOf(named, ({ reviewer }) => reviewer);
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reviewer, gaps]) => ({
      reviewer,
      ratings: all.get(reviewer)?.length ?? 0,
      severity:
        gaps.length === 0 ? refuse('one_rater', { n: 0, method: 'severity' }) : estimateClusteredMean({ rows: gaps }),
    }));
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function groupOf<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
