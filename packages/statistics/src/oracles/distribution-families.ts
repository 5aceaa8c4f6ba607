import { betaCdf, betaQuantile } from '../distributions/beta-distribution.ts';
import { chiSquareQuantile, chiSquareUpper } from '../distributions/chi-square-distribution.ts';
import { fUpper } from '../distributions/f-distribution.ts';
import { logBeta, logGamma } from '../distributions/log-gamma.ts';
import { normalCdf, normalQuantile } from '../distributions/normal-distribution.ts';
import { quantiles } from '../distributions/quantile.ts';
import { tCdf, tQuantile } from '../distributions/t-distribution.ts';
import type { OracleFamily } from './oracle-family.ts';
import type { OracleInput } from './oracle-input.ts';

export const distributionFamilies: readonly OracleFamily[] = [
  {
    input: ['p'],
    expected: ['q'],
    compute: (input) => ({ q: input.numbers('p').map(normalQuantile) }),
  },
  {
    input: ['z'],
    expected: ['p'],
    compute: (input) => ({ p: input.numbers('z').map(normalCdf) }),
  },
  {
    call: /^qt\(/,
    input: ['p', 'df'],
    expected: ['q'],
    compute: (input) => ({ q: each(input, ['p', 'df'], tQuantile) }),
  },
  {
    call: /^qchisq\(/,
    input: ['p', 'df'],
    expected: ['q'],
    compute: (input) => ({ q: each(input, ['p', 'df'], chiSquareQuantile) }),
  },
  {
    input: ['t', 'df'],
    expected: ['p'],
    compute: (input) => ({ p: each(input, ['t', 'df'], tCdf) }),
  },
  {
    input: ['p', 'a', 'b'],
    expected: ['q'],
    compute: (input) => ({ q: each(input, ['p', 'a', 'b'], betaQuantile) }),
  },
  {
    input: ['x', 'a', 'b'],
    expected: ['p'],
    compute: (input) => ({ p: each(input, ['x', 'a', 'b'], betaCdf) }),
  },
  {
    input: ['x', 'df'],
    expected: ['p'],
    compute: (input) => ({ p: each(input, ['x', 'df'], chiSquareUpper) }),
  },
  {
    input: ['x', 'd1', 'd2'],
    expected: ['p'],
    compute: (input) => ({ p: each(input, ['x', 'd1', 'd2'], fUpper) }),
  },
  {
    input: ['x', 'a', 'b'],
    expected: ['lgamma', 'lbeta'],
    compute: (input) => ({
      lgamma: input.numbers('x').map(logGamma),
      lbeta: each(input, ['a', 'b'], logBeta),
    }),
  },
  {
    input: ['x', 'p'],
    expected: ['q'],
    compute: (input) => ({ q: quantiles(input.numbers('x'), input.numbers('p')) }),
  },
];

/** Applies a function to the first entries of the named lists, to the second ones, and so on. */
export function each(
  input: OracleInput,
  keys: readonly string[],
  answer: (...numbers: [number, number, number]) => number,
): number[] {
  const lists = keys.map((key) => input.numbers(key));
  const length = lists[0]?.length ?? 0;
  return Array.from({ length }, (_, index) => {
    const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = lists.map(
      (list) => list[index] ?? Number.NaN,
    );
    return answer(first, second, third);
  });
}
