import { type Estimate, estimateOf, refuse } from '@rapport/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnTrend } from '../change/follow-own-trend.ts';
import { unreachable } from '../change/foresee-verdict.ts';
import { changeVerdicts, type VerifiedChange } from '../change/verify-change.ts';
import {
  type CoachingFacts,
  chanceWords,
  writeCoachingHeadline,
  writeCoachingSummary,
  writeForeseen,
} from './write-coaching-sentences.ts';

const estimates = (most: number): fc.Arbitrary<Estimate> =>
  fc.oneof(
    fc.constant(refuse('too_few_agents', { n: 3, method: 'made up' })),
    fc
      .record({
        value: fc.double({ min: -most, max: most, noNaN: true }),
        reach: fc.double({ min: 0, max: most, noNaN: true }),
      })
      .map(({ value, reach }) =>
        estimateOf({
          ...{ value, interval: { lower: value - reach, upper: value + reach }, level: 0.95, n: 40, method: 'made up' },
        }),
      ),
  );

const verified: fc.Arbitrary<VerifiedChange> = fc.record({
  plan: fc.constant({
    ...{
      quality: 'empathy',
      fromWeek: new Map<string, number>(),
      selectedBecause: 'low-scores' as const,
      selectionWeeks: 2,
    },
  }),
  estimate: estimates(60),
  p: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  verdict: fc.constantFrom(...changeVerdicts),
  because: fc.constantFrom([], ['the scorer changed in between']),
  naive: fc.option(fc.double({ min: -40, max: 40, noNaN: true })),
  rebound: fc.option(fc.double({ min: -40, max: 40, noNaN: true })),
  changedAgents: fc.integer({ min: 0, max: 9 }),
  otherAgents: fc.integer({ min: 0, max: 9 }),
  own: fc.record({ changed: estimates(60), others: estimates(60) }),
});

const own: fc.Arbitrary<OwnTrend> = fc.record({
  before: estimates(1),
  after: estimates(1),
  change: estimates(1),
  usual: fc.constant(null),
  verdict: fc.constantFrom('risen' as const, 'fallen' as const, 'no-clear-change' as const, 'too-early' as const),
});

const facts: fc.Arbitrary<CoachingFacts> = fc
  .record({ isDue: fc.boolean(), hasBegun: fc.boolean(), toSelf: fc.boolean(), one: fc.boolean(), verified, own })
  .map(({ one, own: trend, verified: change, ...rest }) => ({
    ...{ ...rest, quality: 'empathy', people: one ? ['Dev'] : ['Dev', 'Ana', 'Kim'] },
    ...{ own: one ? trend : null, verified: one ? null : change },
  }));

const said = (one: CoachingFacts) => {
  const { marked, rest } = writeCoachingHeadline(one);
  return { head: marked + rest, all: [marked + rest, ...writeCoachingSummary(one)].join(' ') };
};

describe('the words of a coaching plan', () => {
  it('never claim more than the numbers allow', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const { head, all } = said(one);
        expect(all).not.toMatch(
          /p-value|significant|coefficient|confidence interval|coaching is working|NaN|undefined/i,
        );
        if (one.people.length === 1) expect(head).not.toMatch(/\d|coached|colleagues|effect/);
        if (/(more|fewer) times/.test(head)) {
          const { lower, upper } = one.verified?.estimate ?? {};
          expect((lower ?? 0) > 0 || (upper ?? 0) < 0).toBe(true);
          expect(one.isDue && one.hasBegun && (one.verified?.p ?? 1) < 0.05).toBe(true);
          expect(one.verified?.changedAgents ?? 0).toBeGreaterThan(1);
        }
        if (!one.isDue || !one.hasBegun) expect(head).toMatch(/^(Too early|Not begun)/);
        if (/points in 100|of 100 times/.test(all)) expect(all).toMatch(/likely/);
        const naive = one.verified?.naive;
        if (naive) expect(head).not.toContain(`rose by ${Math.round(naive)}`);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('say chance in numbers one can picture', () => {
    expect(chanceWords(0.031)).toContain('about 3 of 100');
    expect(chanceWords(0.004)).toContain('fewer than 1 of 100');
    expect(chanceWords(0.0001)).toContain('fewer than 1 of 1,000');
  });

  it('say before the start whether, when, or why never', () => {
    const foreseen = { because: null, weeksNeeded: 8, smallestRise: 12 };
    expect(writeForeseen({ foreseen, rise: 20, weeksAfter: 13, others: 6 })).toBe(
      'Yes: a rise of 20 in 100 would be seen within 13 weeks in four of five cases, beside 6 colleagues; about 8 weeks would do.',
    );
    expect(writeForeseen({ foreseen, rise: -4, weeksAfter: 13, others: 6 })).toContain('Set it higher');
    for (const because of unreachable) {
      const words = writeForeseen({ foreseen: { ...foreseen, because }, rise: 20, weeksAfter: 13, others: 6 });
      expect(words).toMatch(/^(Never|Not yet|Not by that day): /);
    }
  });
});
