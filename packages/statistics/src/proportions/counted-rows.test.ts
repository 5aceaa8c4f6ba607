import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateClusteredDifference } from './clustered-difference.ts';
import { type ClusteredRow, estimateClusteredProportion } from './clustered-proportion.ts';
import { estimateFixedAgentsDifference } from './fixed-agents-difference.ts';

const counted = fc.array(
  fc.record({ cluster: fc.integer({ min: 0, max: 14 }), event: fc.boolean(), times: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 40 },
);
const spelled = (rows: readonly ClusteredRow[]): ClusteredRow[] =>
  rows.flatMap(({ cluster, event, times = 1 }) => Array.from({ length: times }, () => ({ cluster, event })));

describe('a row that stands for many', () => {
  it('says what the many say, one by one', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const [all, others] = [spelled(a), spelled(b)];
        expect(estimateClusteredProportion({ rows: a })).toEqual(close(estimateClusteredProportion({ rows: all })));
        for (const compare of [estimateClusteredDifference, estimateFixedAgentsDifference]) {
          expect(compare({ a, b })).toEqual(close(compare({ a: all, b: others })));
        }
      }),
    );
  });
});

/** The same but for the last digits, which depend on the order of the sum. */
function close(found: object): object {
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [name, close(value)];
      return [name, typeof value === 'number' && !Number.isInteger(value) ? expect.closeTo(value, 9) : value];
    }),
  );
}
