import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustPValues } from '../benjamini-hochberg.ts';
import { createRandom } from '../random.ts';
import { meanOf } from '../sums.ts';
import { estimateBetaBinomialRates } from './beta-binomial.ts';
import { adjustForCaseMix } from './case-mix.ts';
import { comparePairs, expectedBetaRanks, expectedRanks } from './expected-rank.ts';
import { estimateAgentRates } from './fay-herriot.ts';
import { fitRandomIntercept } from './random-intercept.ts';

const chance = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

describe('agents compared by reviews and machine', () => {
  it('come closer to the truth than raw rates, and their ranges hold it', () => {
    const random = createRandom(1);
    let raw = 0;
    let shrunken = 0;
    let covered = 0;
    const rounds = 60;
    for (let round = 0; round < rounds; round += 1) {
      const truths = Array.from({ length: 40 }, () => chance(1.3 + 0.7 * random.normal()));
      const agents = truths.map((truth, agent) => {
        const passed = Array.from({ length: 15 }, () => (random.next() < truth ? 1 : 0));
        return { agent, rate: meanOf(passed), reviews: 15, machineMean: 60 + 30 * truth + 2 * random.normal() };
      });
      for (const [place, estimate] of estimateAgentRates({ agents }).entries()) {
        const truth = truths[place] ?? 0;
        raw += Math.abs((agents[place]?.rate ?? 0) - truth);
        shrunken += Math.abs(Number(estimate.value) - truth);
        if (Number(estimate.lower) <= truth && truth <= Number(estimate.upper)) covered += 1;
      }
    }
    expect(shrunken).toBeLessThan(0.7 * raw);
    expect(covered / (40 * rounds)).toBeGreaterThanOrEqual(0.9);
  });

  it('are refused when they are few or nobody varies', () => {
    const agent = (rate: number) => ({ agent: 'Ana', rate, reviews: 10, machineMean: 70 });
    expect(estimateAgentRates({ agents: [agent(0.5)] })[0]?.reason).toBe('too_few_agents');
    expect(estimateAgentRates({ agents: Array.from({ length: 9 }, () => agent(1)) })[0]?.reason).toBe('no_variation');
    expect(estimateAgentRates({ agents: [{ ...agent(1), reviews: 0 }] })[0]?.reason).toBe('no_random_reviews');
  });

  it('all get the team rate when luck explains the gaps', () => {
    const estimates = estimateBetaBinomialRates([9, 10, 9, 10, 10].map((passed) => ({ passed, reviews: 12 })));
    expect(new Set(estimates.map((estimate) => estimate.value)).size).toBe(1);
    expect(estimates[0]?.warnings.length).toBe(1);
    expect(estimateBetaBinomialRates([{ passed: 0, reviews: 0 }])[0]?.reason).toBe('no_data');
    expect(
      estimateBetaBinomialRates([
        { passed: 6, reviews: 6 },
        { passed: 6, reviews: 6 },
      ])[0]?.value,
    ).toBe(1);
  });
});

describe('ranks', () => {
  it('add up to the sum of places, whichever way they are found', () => {
    const normal = expectedRanks([80, 75, 70, 70].map((mean) => ({ mean, deviation: 5 })));
    expect(normal.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(10, 10);
    const beta = expectedBetaRanks([
      { a: 0.6, b: 3 },
      { a: 30, b: 10 },
      { a: 400, b: 900 },
    ]);
    expect(beta.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(6, 7);
  });

  it('leave equal agents undecided', () => {
    expect(
      comparePairs([
        { mean: 5, deviation: 1 },
        { mean: 5, deviation: 2 },
      ])[0]?.adjusted,
    ).toBe(1);
  });
});

describe('false discoveries', () => {
  it('are adjusted upwards, keep their order and ignore refused tests', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (list) => {
        const adjusted = adjustPValues(list);
        for (const [place, p] of list.entries()) {
          expect(adjusted[place]).toBeGreaterThanOrEqual(p - 1e-15);
          for (const [other, q] of list.entries())
            if (p < q) expect(adjusted[place]).toBeLessThanOrEqual(Number(adjusted[other]));
        }
        expect(adjustPValues([null, ...list])).toEqual([null, ...adjusted]);
      }),
    );
  });

  it('stay rare when there is nothing to find', () => {
    const random = createRandom(2);
    let screens = 0;
    for (let screen = 0; screen < 1000; screen += 1) {
      const smallest = Math.min(...adjustPValues(Array.from({ length: 13 }, random.next)));
      if (smallest < 0.05) screens += 1;
    }
    expect(screens / 1000).toBeLessThan(0.075);
  });
});

describe('case mix', () => {
  it('clears an agent who gets the hard work', () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 3000 }, (_, row) => {
      const agent = row % 3;
      const hard = random.next() < (agent === 0 ? 0.8 : 0.2) ? 1 : 0;
      return { agent, hard, outcome: random.next() < (hard ? 0.5 : 0.9) ? 1 : 0 };
    });
    const { agents } = adjustForCaseMix({
      agents: rows.map((row) => row.agent),
      outcomes: rows.map((row) => row.outcome),
      columns: rows.map((row) => [1, row.hard]),
    });
    expect(agents[0]?.raw).toBeLessThan(0.65);
    expect(Math.abs(Number(agents[0]?.z))).toBeLessThan(3);
    expect(agents[0]?.adjusted).toBeGreaterThan(0.7);
  });

  it('refuses perfect separation and constant outcomes', () => {
    const agents = [1, 1, 2, 2, 1, 2];
    const columns = [0, 0, 0, 1, 1, 1].map((value) => [1, value]);
    expect(adjustForCaseMix({ agents, outcomes: [0, 0, 0, 1, 1, 1], columns }).reason).toBe('separated');
    expect(adjustForCaseMix({ agents, outcomes: [1, 1, 1, 1, 1, 1], columns }).reason).toBe('outcome_constant');
    const copied = columns.map((row) => [...row, row[1] ?? 0]);
    expect(adjustForCaseMix({ agents, outcomes: [0, 1, 0, 1, 0, 1], columns: copied }).reason).toBe('collinear');
  });

  it('finds no spread between agents who do not differ', () => {
    const random = createRandom(4);
    const agents = Array.from({ length: 200 }, (_, row) => row % 10);
    const found = fitRandomIntercept({
      agents,
      scores: agents.map((_, row) => (Math.floor(row / 10) % 2 === 0 ? 60 : 80) + random.normal()),
      columns: agents.map(() => [1]),
    });
    expect(found?.varianceBetween).toBeLessThan(1);
  });
});
