import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { sumOf } from '../sums.ts';
import { estimatePassRates, estimateSummedPassRates, type ScoredConversation } from './default-pass-rate.ts';
import { estimatePredictionPoweredMean } from './prediction-powered-mean.ts';
import { estimateRegressionMean } from './regression-estimator.ts';
import { chooseReviewProbabilities, proportionalProbabilities } from './review-probabilities.ts';
import { estimateStratifiedRate } from './stratified-mean.ts';
import { estimateUnequalMean } from './unequal-probability-mean.ts';

const chance = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

interface Drawn {
  conversations: ScoredConversation[];
  truth: number;
  truthOfFirst: number;
}

/** Agents differ, the machine sees the truth through noise, the same number of random reviews per agent. */
function drawTeam(seed: number, { agents, size, reviews }: { agents: number; size: number; reviews: number }): Drawn {
  const random = createRandom(seed);
  const passed: number[] = [];
  const conversations = Array.from({ length: agents }, (_, agent) => agent).flatMap((agent) => {
    const own = 1.2 + 0.5 * random.normal();
    const drawn = new Set(
      random.sample(
        Array.from({ length: size }, (_, index) => index),
        reviews,
      ),
    );
    return Array.from({ length: size }, (_, index): ScoredConversation => {
      const hidden = own + random.normal();
      const verdict = random.next() < chance(hidden);
      passed.push(verdict ? 1 : 0);
      const machine = 60 + 10 * hidden + 10 * random.normal();
      return { agent, machine, review: drawn.has(index) ? { passed: verdict, random: true } : null };
    });
  });
  return { conversations, truth: sumOf(passed) / passed.length, truthOfFirst: sumOf(passed.slice(0, size)) / size };
}

describe('the default pass rate', () => {
  it('covers the truth of a team and of an agent', () => {
    let team = 0;
    let agent = 0;
    const rounds = 300;
    for (let round = 0; round < rounds; round += 1) {
      const { conversations, truth, truthOfFirst } = drawTeam(round, { agents: 8, size: 60, reviews: 8 });
      const rates = estimatePassRates({ conversations });
      if (holds(rates.team, truth)) team += 1;
      if (holds(rates.agents[0]?.estimate, truthOfFirst)) agent += 1;
    }
    expect(team / rounds).toBeGreaterThanOrEqual(0.92);
    expect(agent / rounds).toBeGreaterThanOrEqual(0.92);
  });

  it('does not change when a constant is added to every machine score, or the rows are mixed', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: -50, max: 50 }), (seed, constant) => {
        const { conversations } = drawTeam(seed, { agents: 5, size: 20, reviews: 6 });
        const plain = estimatePassRates({ conversations }).team;
        const moved = conversations.map((row) => ({ ...row, machine: row.machine + constant }));
        const mixed = createRandom(seed).shuffle(moved);
        expect(Number(estimatePassRates({ conversations: mixed }).team.value)).toBeCloseTo(Number(plain.value), 9);
        expect(Number(estimatePassRates({ conversations: mixed }).team.lower)).toBeCloseTo(Number(plain.lower), 9);
      }),
      { numRuns: 30 },
    );
  });

  it('never counts flagged reviews', () => {
    const { conversations } = drawTeam(1, { agents: 4, size: 30, reviews: 8 });
    const flagged = conversations.map((row) =>
      row.review ? row : { ...row, review: { passed: false, random: false } },
    );
    expect(estimatePassRates({ conversations: flagged }).team).toEqual(estimatePassRates({ conversations }).team);
    const only = flagged.map((row) => ({ ...row, review: row.review?.random ? null : row.review }));
    expect(estimatePassRates({ conversations: only }).team.reason).toBe('reviews_not_random');
  });

  it('keeps a width when every review passes, and is exact when everything was reviewed', () => {
    const all = Array.from({ length: 12 }, (_, index): ScoredConversation => {
      return { agent: index % 2, machine: index, review: index < 8 ? { passed: true, random: true } : null };
    });
    expect(estimatePassRates({ conversations: all }).team.lower).toBeLessThan(0.8);
    const { team } = estimatePassRates({ conversations: all.slice(0, 8) });
    expect([team.lower, team.upper]).toEqual([1, 1]);
  });

  it('names agents without a review and leaves them out', () => {
    const { conversations } = drawTeam(2, { agents: 4, size: 30, reviews: 8 });
    const rates = estimatePassRates({
      conversations: conversations.map((row) => (row.agent === 3 ? { ...row, review: null } : row)),
    });
    expect(rates.leftOut).toEqual([3]);
    expect(rates.agents[3]?.estimate.reason).toBe('no_random_reviews');
    expect(rates.team.warnings.length).toBe(1);
  });
});

describe('the default pass rate from sums', () => {
  it('is the one from all conversations listed', () => {
    const { conversations } = drawTeam(11, { agents: 6, size: 50, reviews: 8 });
    const agents = [...new Set(conversations.map(({ agent }) => agent))];
    const strata = agents.map((agent) => {
      const own = conversations.filter((one) => one.agent === agent);
      const reviews = own.flatMap(({ machine, review }) =>
        review?.random ? [{ machine, passed: review.passed }] : [],
      );
      return { agent, size: own.length, machineMean: sumOf(own.map(({ machine }) => machine)) / own.length, reviews };
    });
    expect(estimateSummedPassRates({ strata })).toEqual(estimatePassRates({ conversations }));
  });
});

describe('means assisted by the machine', () => {
  it('are refused where their range would be a guess', () => {
    const few = { human: [1, 1], machineReviewed: [0.8, 0.9], machineUnreviewed: [0.5, 0.4] };
    expect(estimatePredictionPoweredMean(few).reason).toBe('too_few_reviews');
    const equal = { ...few, human: new Array(60).fill(1), machineReviewed: new Array(60).fill(0.5) };
    expect(estimatePredictionPoweredMean(equal, { rate: true }).reason).toBe('no_variation');
    expect(estimateRegressionMean({ machineAll: [1, 2], reviewed: [{ machine: 1, human: 1 }] }).reason).toBe(
      'too_few_reviews',
    );
    expect(estimateUnequalMean([{ machine: 1, probability: 0.5, human: 1 }]).reason).toBe('too_few_reviews');
    expect(estimateUnequalMean([]).reason).toBe('no_data');
  });

  it('weigh a completely reviewed flagged set beside a sample of the rest', () => {
    const values = (passed: number, n: number) => Array.from({ length: n }, (_, index) => (index < passed ? 1 : 0));
    const strata = [
      { size: 25, values: values(9, 25) },
      { size: 300, values: values(11, 12) },
    ];
    const { value, lower, upper } = estimateStratifiedRate(strata);
    expect(value).toBeCloseTo(0.8738, 4);
    expect(Number(lower)).toBeLessThan(0.87);
    expect(Number(upper)).toBeLessThanOrEqual(1);
    expect(estimateStratifiedRate([{ size: 5, values: [] }]).reason).toBe('no_random_reviews');
    expect(estimateStratifiedRate([{ size: 5, values: [1] }]).reason).toBe('too_few_reviews');
  });
});

describe('review probabilities', () => {
  it('add up to the budget and stay in (0, 1]', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 3, maxLength: 40 }),
        fc.nat(40),
        (errors, wanted) => {
          const budget = 1 + (wanted % errors.length);
          const chances = chooseReviewProbabilities(errors, { budget });
          expect(sumOf(chances)).toBeCloseTo(budget, 8);
          for (const one of chances) {
            expect(one).toBeGreaterThan(0);
            expect(one).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('never draw what has no size', () => {
    expect(proportionalProbabilities([0, 1, 3], 1)[0]).toBe(0);
  });
});

function holds(estimate: { lower: number | null; upper: number | null } | undefined, truth: number): boolean {
  return Number(estimate?.lower) <= truth + 1e-12 && truth <= Number(estimate?.upper) + 1e-12;
}
