import type { Interval } from '../estimate.ts';
import { describeClusteredShare, kornGraubardInterval, logitInterval } from '../proportions/clustered-proportion.ts';
import { estimateProportion, proportionInterval } from '../proportions/estimate-proportion.ts';
import { finiteWilsonInterval, hypergeometricInterval } from '../proportions/finite-proportion.ts';
import { mcnemarP } from '../proportions/mcnemar-test.ts';
import { newcombeInterval } from '../proportions/newcombe-difference.ts';
import type { OracleFamily } from './oracle-family.ts';

export const proportionFamilies: readonly OracleFamily[] = [
  {
    input: ['x', 'n', 'level'],
    expected: ['estimate', 'wilson', 'clopperPearson', 'jeffreys'],
    compute(input) {
      const question = { passed: input.number('x'), n: input.number('n'), level: input.number('level') };
      return {
        estimate: estimateProportion(question).value,
        wilson: ends(proportionInterval('wilson', question)),
        clopperPearson: ends(proportionInterval('clopper-pearson', question)),
        jeffreys: ends(proportionInterval('jeffreys', question)),
      };
    },
  },
  {
    input: ['x', 'n', 'N', 'level'],
    expected: ['estimate', 'exact', 'wilsonFpc'],
    compute(input) {
      const question = {
        passed: input.number('x'),
        n: input.number('n'),
        population: input.number('N'),
        level: input.number('level'),
      };
      return {
        estimate: question.passed / question.n,
        exact: ends(hypergeometricInterval(question)),
        wilsonFpc: ends(finiteWilsonInterval(question)),
      };
    },
  },
  {
    input: ['agent', 'y'],
    expected: ['estimate', 'se', 'designEffect', 'beta', 'logit'],
    compute(input) {
      const events = input.numbers('y');
      const rows = input.numbers('agent').map((cluster, index) => ({ cluster, event: events[index] === 1 }));
      const share = describeClusteredShare(rows);
      if (!share) return {};
      return {
        estimate: share.rate,
        se: share.standardError,
        designEffect: share.designEffect,
        beta: ends(kornGraubardInterval(share, 0.95)),
        logit: ends(logitInterval(share, 0.95)),
      };
    },
  },
  {
    input: ['b', 'c'],
    expected: ['p'],
    compute: (input) => ({ p: mcnemarP({ onlyFirst: input.number('b'), onlySecond: input.number('c') }) }),
  },
  {
    input: ['x1', 'n1', 'x2', 'n2'],
    expected: ['diff', 'newcombe'],
    compute(input) {
      const first = { rate: input.number('x1') / input.number('n1'), n: input.number('n1') };
      const second = { rate: input.number('x2') / input.number('n2'), n: input.number('n2') };
      return { diff: first.rate - second.rate, newcombe: ends(newcombeInterval(first, second)) };
    },
  },
];

export function ends({ lower, upper }: Interval): [number, number] {
  return [lower, upper];
}
