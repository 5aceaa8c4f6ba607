import { quantile } from '../distributions/quantile.ts';
import { estimateShareWithin } from '../times/estimate-time.ts';
import { kaplanMeier, restrictedMean, survivalQuantile, type WatchedTime } from '../times/kaplan-meier.ts';
import { logRank } from '../times/log-rank.ts';
import type { OracleFamily } from './oracle-family.ts';
import type { OracleInput } from './oracle-input.ts';

export const timeFamilies: readonly OracleFamily[] = [
  {
    input: ['hours', 'closed', 'horizon'],
    expected: [
      'times',
      'survival',
      'lower',
      'upper',
      'median',
      'medianLower',
      'medianUpper',
      'p90',
      'p90Lower',
      'p90Upper',
      'rmst',
      'rmstSE',
      'naiveClosedMedian',
    ],
    compute(input) {
      const rows = watched(input, 'hours', 'closed');
      const steps = kaplanMeier(rows);
      const median = survivalQuantile(rows, 0.5);
      const ninth = survivalQuantile(rows, 0.9);
      const restricted = restrictedMean(rows, input.number('horizon'));
      const closed = rows.filter((row) => row.happened).map((row) => row.time);
      return {
        times: steps.map((step) => step.time),
        survival: steps.map((step) => step.survival),
        lower: steps.map((step) => step.lower),
        upper: steps.map((step) => step.upper),
        median: median.value,
        medianLower: median.lower,
        medianUpper: median.upper,
        p90: ninth.value,
        p90Lower: ninth.lower,
        p90Upper: ninth.upper,
        rmst: restricted.mean,
        rmstSE: restricted.standardError,
        naiveClosedMedian: quantile(closed, 0.5),
      };
    },
  },
  {
    input: ['hoursA', 'closedA', 'hoursB', 'closedB'],
    expected: ['chisq', 'p'],
    compute(input) {
      const found = logRank(watched(input, 'hoursA', 'closedA'), watched(input, 'hoursB', 'closedB'));
      return { chisq: found?.chiSquare ?? null, p: found?.p ?? null };
    },
  },
  {
    input: ['days', 'recontacted'],
    expected: ['rate', 'lower', 'upper', 'naiveAll'],
    notCompared: {
      naiveFollowed7: 'needs how long a recontacted conversation was watched, which the input does not hold',
    },
    compute(input) {
      const rows = watched(input, 'days', 'recontacted');
      const { value, lower, upper } = estimateShareWithin({ rows, window: 7 });
      const within = rows.filter((row) => row.happened && row.time <= 7).length;
      return { rate: value, lower, upper, naiveAll: within / rows.length };
    },
  },
];

function watched(input: OracleInput, timeKey: string, happenedKey: string): WatchedTime[] {
  const happened = input.numbers(happenedKey);
  return input.numbers(timeKey).map((time, row) => ({ time, happened: happened[row] === 1 }));
}
