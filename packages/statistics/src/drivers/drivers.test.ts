import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { correlationMatrix, dependentColumns, describeCollinearity } from '../regression/collinearity.ts';
import { fitFirthModel } from '../regression/firth-logistic.ts';
import { fitLinearModel } from '../regression/linear-model.ts';
import { weighResponses, worstCaseBounds } from '../responses/response-weights.ts';
import { squaresOf, sumOf } from '../sums.ts';
import { bootstrapDrivers, wholeTeam } from './bootstrap-drivers.ts';
import { sumDrivers } from './driver-sums.ts';
import type { DriverTable } from './driver-table.ts';
import { errorsInVariables } from './errors-in-variables.ts';
import { estimateSlopes } from './estimate-slopes.ts';
import { estimateGain } from './expected-gain.ts';
import { explainedShares } from './explained-shares.ts';
import { correctSlopes } from './regression-calibration.ts';
import { relativeWeights } from './relative-weights.ts';
import { solveDrivers } from './solve-drivers.ts';
import { withinSlopes } from './within-between.ts';

const seeds = fc.integer({ min: 1, max: 100000 });

function drawTable(seed: number, width: number, rows = 60) {
  const random = createRandom(seed);
  const x = Array.from({ length: rows }, () => {
    const common = random.normal();
    return Array.from({ length: width }, () => common + random.normal());
  });
  return { x, y: x.map((row) => sumOf(row) / width + random.normal()) };
}

function correlationsOf(x: number[][], y: number[]) {
  const joint = correlationMatrix(x.map((row, place) => [...row, y[place] ?? 0]));
  return {
    correlations: joint.slice(0, -1).map((row) => row.slice(0, -1)),
    withOutcome: (joint.at(-1) ?? []).slice(0, -1),
  };
}

describe('shares of the explained difference', () => {
  it('sum to R², are never negative, and do not depend on the order of rows or qualities', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), (seed, width) => {
        const { x, y } = drawTable(seed, width);
        const model = fitLinearModel(
          x.map((row) => [1, ...row]),
          y,
        );
        const r2 = 1 - sumOf(model?.residuals.map((rest) => rest * rest) ?? []) / squaresOf(y);
        const { shares } = explainedShares(correlationsOf(x, y));
        expect(sumOf(shares)).toBeCloseTo(r2, 9);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(-1e-12);
        expect(sumOf(relativeWeights(correlationsOf(x, y)))).toBeCloseTo(r2, 9);
        const turned = explainedShares(correlationsOf(x.map((row) => [...row].reverse()).reverse(), [...y].reverse()));
        for (const [place, share] of [...turned.shares].reverse().entries())
          expect(share).toBeCloseTo(shares[place] ?? 0, 9);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('divide the credit of exact copies equally', () => {
    const { x, y } = drawTable(3, 2);
    const { shares } = explainedShares(
      correlationsOf(
        x.map(([one = 0, two = 0]) => [one, two, one]),
        y,
      ),
    );
    expect(shares[0]).toBeCloseTo(shares[2] ?? 0, 9);
  });
});

describe('refusals', () => {
  it('name the quality that does not vary, and still answer the others', () => {
    const { x, y } = drawTable(5, 2);
    const { slopes, reasons } = estimateSlopes(
      x.map(([one = 0]) => [one, 7]),
      y,
    );
    expect(reasons).toEqual([null, 'no_variation']);
    expect(slopes?.[0]).toBeTypeOf('number');
    expect(slopes?.[1]).toBeNull();
  });

  it('say that copies cannot be told apart', () => {
    const { x, y } = drawTable(5, 2);
    expect(
      estimateSlopes(
        x.map(([one = 0, two = 0]) => [one, two, 2 * one]),
        y,
      ).reasons,
    ).toEqual(['collinear', null, 'collinear']);
    expect(dependentColumns(x.map(([one = 0, two = 0]) => [one, two, one + two]))).toEqual([2]);
    expect(describeCollinearity(x.map(([one = 0]) => [one, one])).conditionNumber).toBeNull();
  });

  it('hand null on', () => {
    expect(estimateSlopes([], []).reason).toBe('no_data');
    expect(estimateGain({ slope: null, slopeError: 1, headroom: 1, headroomError: 1, n: 4 }).value).toBeNull();
    expect(
      correctSlopes(
        [1, 1],
        [
          [1, 1],
          [1, 1],
        ],
      ),
    ).toBeNull();
    expect(
      errorsInVariables({
        scores: [
          [1, 1],
          [2, 2.1],
          [3, 2.9],
        ],
        y: [1, 2, 3],
        reliability: [0.1, 0.1],
      }),
    ).toBeNull();
    expect(
      fitFirthModel(
        [
          [1, 1],
          [1, 1],
        ],
        [0, 1],
      ),
    ).toBeNull();
    expect(worstCaseBounds({ asked: 0, answered: 0, yes: 0 })).toBeNull();
  });
});

describe('survey weights', () => {
  it('keep every answer as it is when everybody answered', () => {
    const { weights, reason } = weighResponses([[1], [1], [1]], [true, true, true]);
    expect([weights, reason]).toEqual([[1, 1, 1], 'outcome_constant']);
  });

  it('never give an answer more than twenty times the smallest possible weight', () => {
    const random = createRandom(8);
    const rows = Array.from({ length: 400 }, () => [1, 4 * random.normal()]);
    const answered = rows.map(([, value = 0]) => random.next() < 1 / (1 + Math.exp(-value)));
    expect(weighResponses(rows, answered).largest).toBeLessThanOrEqual(20);
  });
});

/** Machine scores with noise and human ratings of some, without blanks. */
function drawDriverTable(seed: number): { table: DriverTable; clusters: number[]; x: number[][]; y: number[] } {
  const random = createRandom(seed);
  const rows = Array.from({ length: 600 }, (_, row) => {
    const agent = row % 12;
    const truth = [random.normal() + agent / 6, random.normal() - agent / 9];
    const x = truth.map((one) => one + 0.7 * random.normal());
    const y = 0.5 * (truth[0] ?? 0) + agent * 0.3 + random.normal();
    return { agent, x, y, ratings: row % 2 === 0 ? truth : [Number.NaN, Number.NaN] };
  });
  const table: DriverTable = {
    agents: Int32Array.from(rows, ({ agent }) => agent),
    agentCount: 12,
    scoreCount: 2,
    width: 2,
    columns: Float64Array.from(rows.flatMap(({ x }) => x)),
    reviewColumns: new Float64Array(0),
    reviewWidth: 0,
    opportunities: new Uint8Array(rows.length * 2).fill(1),
    outcomes: Float64Array.from(rows, ({ y }) => y),
    weights: new Float64Array(rows.length).fill(1),
    ratings: Float64Array.from(rows.flatMap(({ ratings }) => ratings)),
  };
  return { table, clusters: rows.map(({ agent }) => agent), x: rows.map((row) => row.x), y: rows.map((row) => row.y) };
}

describe('driver slopes from sums', () => {
  const sumsOf = (table: DriverTable, parts = 1) =>
    sumDrivers({ table, corrected: [0, 1], parts, partOf: (row) => row % parts });

  it('are the fixed-effects slopes before the correction', () => {
    const { table, clusters, x, y } = drawDriverTable(4);
    const sums = sumsOf(table);
    const { naive } = solveDrivers(wholeTeam(sums), sums.layout);
    const expected = withinSlopes({ clusters, rows: x, y }) ?? [];
    expect([...naive].map((slope, k) => slope - (expected[k] ?? 0)).every((gap) => Math.abs(gap) < 1e-9)).toBe(true);
  });

  it('are larger after it, near what was put in, and the same however the sums are cut', () => {
    const { table } = drawDriverTable(4);
    const whole = solveDrivers(wholeTeam(sumsOf(table)), sumsOf(table).layout);
    const cut = sumsOf(table, 5);
    const again = solveDrivers(wholeTeam(cut), cut.layout);
    expect(whole.corrected?.[0]).toBeGreaterThan(whole.naive[0] ?? 0);
    expect(Math.abs((whole.corrected?.[0] ?? 0) - 0.5)).toBeLessThan(0.15);
    expect(Math.abs(whole.corrected?.[1] ?? 1)).toBeLessThan(0.15);
    expect(again.corrected?.[0]).toBeCloseTo(whole.corrected?.[0] ?? 0, 9);
  });

  it('come again exactly with the same seed', () => {
    const sums = sumsOf(drawDriverTable(9).table);
    const draws = (seed: number) => bootstrapDrivers(sums, 20, createRandom(seed)).corrected.map(([first]) => first);
    expect(draws(3)).toEqual(draws(3));
    expect(draws(3)).not.toEqual(draws(4));
  });
});
