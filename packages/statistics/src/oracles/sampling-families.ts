import { ruleOfThree, zeroFailuresUpper } from '../proportions/zero-failures.ts';
import {
  allocationVariance,
  neymanAllocation,
  proportionalAllocation,
  wholeAllocation,
} from '../sampling/allocate-reviews.ts';
import {
  exactReviewsForMargin,
  kappaHalfWidth,
  reviewsForMargin,
  reviewsToDetect,
  reviewsToTellApart,
} from '../sampling/review-counts.ts';
import { each } from './distribution-families.ts';
import type { OracleFamily } from './oracle-family.ts';

export const samplingFamilies: readonly OracleFamily[] = [
  {
    input: ['p', 'margin', 'N'],
    expected: ['infinite', 'finite', 'finiteExact'],
    compute: (input) => ({
      infinite: each(input, ['p', 'margin'], (rate, margin) => reviewsForMargin({ rate, margin })),
      finite: each(input, ['p', 'margin', 'N'], (rate, margin, population) => {
        return reviewsForMargin({ rate, margin, population });
      }),
      finiteExact: each(input, ['p', 'margin', 'N'], (rate, margin, population) => {
        return exactReviewsForMargin({ rate, margin, population });
      }),
    }),
  },
  {
    input: ['p', 'margin', 'r'],
    expected: ['n'],
    compute(input) {
      const question = { rate: input.number('p'), margin: input.number('margin') };
      return {
        n: input.numbers('r').map((machineCorrelation) => reviewsForMargin({ ...question, machineCorrelation })),
      };
    },
  },
  {
    input: ['N', 'S', 'n', 'min'],
    expected: ['neyman', 'proportional', 'integer', 'varNeyman', 'varProportional'],
    compute(input) {
      const question = {
        sizes: input.numbers('N'),
        deviations: input.numbers('S'),
        reviews: input.number('n'),
        floor: input.number('min'),
      };
      const neyman = neymanAllocation(question);
      const proportional = proportionalAllocation(question);
      return {
        neyman,
        proportional,
        integer: wholeAllocation(question),
        varNeyman: allocationVariance(question, neyman),
        varProportional: allocationVariance(question, proportional),
      };
    },
  },
  {
    input: ['n'],
    expected: ['exact', 'ruleOfThree'],
    compute: (input) => ({
      exact: input.numbers('n').map((n) => zeroFailuresUpper(n)),
      ruleOfThree: input.numbers('n').map(ruleOfThree),
    }),
  },
  {
    input: ['rate'],
    expected: ['n'],
    compute: (input) => ({ n: input.numbers('rate').map((rate) => reviewsToDetect(rate)) }),
  },
  {
    input: ['p1', 'p2'],
    expected: ['n'],
    compute: (input) => ({ n: each(input, ['p1', 'p2'], (first, second) => reviewsToTellApart(first, second)) }),
  },
  {
    input: ['items', 'kappa', 'passRate'],
    expected: ['halfWidth'],
    compute(input) {
      const passRates = input.numbers('passRate');
      return {
        halfWidth: input
          .numbers('kappa')
          .map((kappa, row) =>
            input.numbers('items').map((items) => kappaHalfWidth({ items, kappa, passRate: passRates[row] ?? 0 })),
          ),
      };
    },
  },
];
