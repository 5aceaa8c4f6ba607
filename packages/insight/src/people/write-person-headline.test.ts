import { type PersonCourse, type PersonQuality, personStandings, qualityIds } from '@rapport/contract';
import { estimateProportion } from '@rapport/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behaviourOf, whatToTry } from './behaviour-words.ts';
import { isSurelyGreat, type PersonFacts, writePersonHeadline, writePersonSummary } from './write-person-headline.ts';

const said = (facts: PersonFacts) => {
  const { before, marked, after } = writePersonHeadline(facts);
  return `${before}${marked}${after}`;
};

const quality = fc.record({
  quality: fc.constantFrom(...qualityIds),
  standing: fc.constantFrom(...personStandings),
  n: fc.integer({ min: 1, max: 300 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});
const facts = fc.record({
  own: fc.boolean(),
  conversations: fc.integer({ min: 0, max: 2000 }),
  thanks: fc.integer({ min: 0, max: 5 }),
  qualities: fc.uniqueArray(quality, { selector: (one) => one.quality, maxLength: 14 }),
  verdicts: fc.array(fc.constantFrom('risen', 'fallen', 'usual', 'cannot-tell'), { maxLength: 14 }),
});

describe('the headline of a person', () => {
  it('says strengths first, and what is coming along', () => {
    const one = made('problem-solving', 92, 100);
    const two = made('humility', 90, 100);
    const given = { own: true, name: 'Agent 3', conversations: 200, qualities: [one, two], courses: [], thanks: 3 };
    expect(said(given)).toBe('You get it solved, and own mistakes and say no well.');
    const rising = { ...given, own: false, courses: [course('empathy', 'risen')] };
    expect(said({ ...rising, qualities: [one] })).toBe('Agent 3 get it solved. Empathy is coming along.');
  });

  it('says what is missing, and thanks before that', () => {
    const base = { own: true, name: 'Agent 3', qualities: [], courses: [], thanks: 0 };
    expect(said({ ...base, conversations: 7 })).toBe('7 conversations so far: your picture begins at 10.');
    expect(said({ ...base, conversations: 40, thanks: 2 })).toBe(
      '2 customers thanked you for something they could name.',
    );
    expect(said({ ...base, conversations: 40 })).toContain('Cannot tell yet');
    const open = { ...made('patience', 10, 60), standing: 'open' as const, mark: 0.5 };
    expect(said({ ...base, conversations: 60, qualities: [open] })).toBe('One thing to try: take the time.');
  });

  it('never says more than the ranges, and never speaks of a person as missed, best or first', () => {
    fc.assert(
      fc.property(facts, ({ qualities, verdicts, ...rest }) => {
        const given: PersonFacts = {
          ...rest,
          name: 'Agent 3',
          // Standings are made up on purpose: the sentence must ask the numbers.
          qualities: qualities.map(({ quality: id, n, share, standing }) => ({
            ...made(id, Math.round(n * share), n),
            standing,
          })),
          courses: verdicts.map((verdict, place) => course(qualityIds[place] ?? 'empathy', verdict)),
        };
        const sentence = said(given);
        expect(`${sentence} ${writePersonSummary(given)}`).not.toMatch(
          /missed|\bbest\b|worst|\bmost\b|rank|better than|weak|fail/i,
        );
        const tried = sentence.startsWith('One thing to try');
        for (const one of given.qualities) {
          if (!sentence.includes(one.phrase)) continue;
          if (tried) {
            expect(one).toMatchObject({ standing: 'open' });
            expect(one.met.upper).toBeLessThan(one.mark);
            continue;
          }
          expect(isSurelyGreat(one)).toBe(true);
          expect(one.met.lower).toBeGreaterThan(one.mark);
          expect(given.conversations).toBeGreaterThanOrEqual(10);
        }
        if (sentence.includes('coming along')) expect(verdicts).toContain('risen');
      }),
    );
  });

  it('has a behaviour and something to try for every quality, without a level in it', () => {
    for (const id of qualityIds) {
      expect(`${behaviourOf(id, true)} ${behaviourOf(id, false)} ${whatToTry[id]}`).not.toMatch(/missed|score|fail/i);
    }
  });
});

function made(id: PersonQuality['quality'], met: number, n: number): PersonQuality {
  const estimate =
    n < 20
      ? { ...estimateProportion({ passed: met, n }), value: null, lower: null, upper: null }
      : estimateProportion({ passed: met, n });
  return {
    ...{ quality: id, phrase: behaviourOf(id, true), met: estimate, mark: 2 / 3, markIs: 'fixed', why: '' },
    standing: 'great',
  };
}

function course(id: PersonCourse['quality'], verdict: PersonCourse['verdict']): PersonCourse {
  return { quality: id, weeksPerPoint: 1, points: [], center: 0.5, verdict, sentence: '' };
}
