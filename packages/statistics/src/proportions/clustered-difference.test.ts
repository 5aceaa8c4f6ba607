import fc from 'fast-check';
import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random.ts';
import { estimateClusteredDifference } from './clustered-difference.ts';
import { type ClusteredRow, estimateClusteredProportion } from './clustered-proportion.ts';
import { estimateFixedAgentsDifference } from './fixed-agents-difference.ts';
import { robustDifference } from './robust-difference.ts';

interface Team {
  agents: number;
  rowsEach: number;
  /** Log odds of the event where the quality was met. */
  base: number;
  /** What a miss adds, in log odds. */
  effect: number;
  /** How much agents differ, in log odds. */
  spread: number;
}

/** Agents who do worse also miss more often, so that both sides share the agents' own differences. */
function drawTeam(team: Team, random: Random, effects = drawEffects(team, random)) {
  const a: ClusteredRow[] = [];
  const b: ClusteredRow[] = [];
  for (const [cluster, own] of effects.entries()) {
    const chanceOfMiss = chance(-1 + 0.5 * own);
    const rows = Math.max(1, Math.round(team.rowsEach * (0.4 + 1.2 * random.next())));
    for (let row = 0; row < rows; row += 1) {
      const missed = random.next() < chanceOfMiss;
      const event = random.next() < chance(team.base + own + (missed ? team.effect : 0));
      (missed ? a : b).push({ cluster, event });
    }
  }
  return { a, b };
}

const drawEffects = (team: Team, random: Random) =>
  Array.from({ length: team.agents }, () => team.spread * random.normal());
const chance = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

function truth(team: Team, effects: readonly number[]): number {
  let a = 0;
  let b = 0;
  let weightA = 0;
  let weightB = 0;
  for (const own of effects) {
    const missed = chance(-1 + 0.5 * own);
    a += missed * chance(team.base + own + team.effect);
    b += (1 - missed) * chance(team.base + own);
    weightA += missed;
    weightB += 1 - missed;
  }
  return a / weightA - b / weightB;
}

function shareCovered(team: Team, seed: number, rounds: number): number {
  const random = createRandom(seed);
  const target = truth(team, drawEffects({ ...team, agents: 100_000 }, createRandom(seed + 1)));
  let covered = 0;
  let answered = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { lower, upper } = estimateClusteredDifference(drawTeam(team, random));
    if (lower === null || upper === null) continue;
    answered += 1;
    if (lower <= target && target <= upper) covered += 1;
  }
  expect(answered).toBeGreaterThan(0.9 * rounds);
  return covered / answered;
}

describe('the difference of two clustered shares', () => {
  it.each([
    { agents: 40, rowsEach: 15, base: -1.5, effect: 1, spread: 0.6, seed: 1 },
    { agents: 20, rowsEach: 15, base: -1.5, effect: 0, spread: 0.6, seed: 2 },
    { agents: 10, rowsEach: 20, base: -2, effect: 0.5, spread: 0.6, seed: 3 },
    { agents: 10, rowsEach: 15, base: -3.5, effect: 1, spread: 0.4, seed: 4 },
  ])('covers the truth of $agents agents, base $base, effect $effect', ({ seed, ...team }) => {
    const share = shareCovered(team, seed, 500);
    // 500 rounds leave ±.02 of luck; few and rare events are allowed to be too wide, never too narrow.
    expect(share).toBeGreaterThanOrEqual(0.925);
    expect(share).toBeLessThanOrEqual(0.998);
  });

  it('is wider than a range that forgets the agents, when agents differ and sides hold different agents', () => {
    const random = createRandom(5);
    const rows = (from: number, to: number, rate: () => number) =>
      Array.from({ length: to - from }, (_, index) => ({ cluster: from + index, rate: rate() })).flatMap(
        ({ cluster, rate: own }) => Array.from({ length: 30 }, () => ({ cluster, event: random.next() < own })),
      );
    const a = rows(0, 12, () => chance(random.normal() * 1.5));
    const b = rows(12, 24, () => chance(random.normal() * 1.5));
    const clustered = estimateClusteredDifference({ a, b });
    const plain = estimateFixedAgentsDifference({ a, b });
    expect(width(clustered)).toBeGreaterThan(1.5 * width(plain));
  });

  it('refuses a handful of agents and a side that one agent holds', () => {
    const rows = (clusters: number, count: number): ClusteredRow[] =>
      Array.from({ length: count }, (_, index) => ({ cluster: index % clusters, event: index % 3 === 0 }));
    expect(estimateClusteredDifference({ a: rows(5, 40), b: rows(5, 40) }).reason).toBe('too_few_agents');
    expect(estimateClusteredDifference({ a: rows(1, 40), b: rows(20, 40) }).reason).toBe('too_few_agents');
    expect(estimateClusteredDifference({ a: rows(4, 4), b: rows(20, 40) }).reason).toBe('too_few_rows');
    expect(estimateClusteredProportion({ rows: rows(5, 40) }).reason).toBe('too_few_agents');
  });

  it('keeps a width when the event never happened', () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({ cluster: index % 12, event: false }));
    const difference = estimateClusteredDifference({ a: rows, b: rows });
    expect(difference.value).toBe(0);
    expect(width(difference)).toBeGreaterThan(0.1);
    expect(width(estimateClusteredProportion({ rows }))).toBeGreaterThan(0.1);
  });

  it('does not depend on the order of rows, and turns its sign with the sides', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const team = { agents: 12, rowsEach: 12, base: -1, effect: 0.5, spread: 0.5 };
        const { a, b } = drawTeam(team, random);
        const there = estimateClusteredDifference({ a, b });
        const mixed = estimateClusteredDifference({ a: random.shuffle(a), b: random.shuffle(b) });
        const back = estimateClusteredDifference({ a: b, b: a });
        expect(Number(mixed.lower)).toBeCloseTo(Number(there.lower), 10);
        expect(Number(back.lower)).toBeCloseTo(-Number(there.upper), 10);
        expect(Number(back.value)).toBeCloseTo(-Number(there.value), 12);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a team of five', () => {
  it('gets a range that covers the truth for these five people', () => {
    const team = { agents: 5, rowsEach: 30, base: -1, effect: 0.8, spread: 0.8 };
    const random = createRandom(6);
    let covered = 0;
    for (let round = 0; round < 400; round += 1) {
      const effects = drawEffects(team, random);
      const { lower, upper } = estimateFixedAgentsDifference(drawTeam(team, random, effects));
      const target = truth(team, effects);
      if (Number(lower) <= target && target <= Number(upper)) covered += 1;
    }
    expect(covered / 400).toBeGreaterThanOrEqual(0.92);
  });
});

describe('the closed form of CR2 and its degrees of freedom', () => {
  it('equals the matrix form', () => {
    const { a, b } = drawTeam({ agents: 6, rowsEach: 6, base: -0.5, effect: 1, spread: 1 }, createRandom(7));
    const found = robustDifference(a, b);
    const { standardError, freedom } = matrixForm(a, b);
    expect(Number(found.correctedError)).toBeCloseTo(standardError, 10);
    expect(Number(found.freedom)).toBeCloseTo(freedom, 8);
  });
});

function width({ lower, upper }: { lower: number | null; upper: number | null }): number {
  return Number(upper) - Number(lower);
}

/** Bell & McCaffrey by the book: regression on [1, group], adjustment (I - H_jj)^(-1/2) by eigenvalues. */
function matrixForm(a: readonly ClusteredRow[], b: readonly ClusteredRow[]) {
  const rows = [...a.map((row) => ({ ...row, group: 1 })), ...b.map((row) => ({ ...row, group: 0 }))];
  const x = new Matrix(rows.map((row) => [1, row.group]));
  const y = Matrix.columnVector(rows.map((row) => (row.event ? 1 : 0)));
  const bread = inverse(x.transpose().mmul(x));
  const hat = x.mmul(bread).mmul(x.transpose());
  const rest = Matrix.eye(rows.length).sub(hat);
  const residuals = rest.mmul(y);
  const clusters = [...new Set(rows.map((row) => row.cluster))];
  const weights = clusters.map((cluster) => {
    const own = rows.flatMap((row, index) => (row.cluster === cluster ? [index] : []));
    const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(rest.selection(own, own), {
      assumeSymmetric: true,
    });
    const scaled = Matrix.diag(realEigenvalues.map((value) => 1 / Math.sqrt(value)));
    const adjustment = eigenvectorMatrix.mmul(scaled).mmul(eigenvectorMatrix.transpose());
    const part = bread
      .mmul(x.selection(own, [0, 1]).transpose())
      .mmul(adjustment)
      .getRow(1);
    const weight = new Array<number>(rows.length).fill(0);
    for (const [place, index] of own.entries()) weight[index] = part[place] ?? 0;
    return Matrix.columnVector(weight);
  });
  const variance = weights.reduce((sum, weight) => sum + weight.dot(residuals) ** 2, 0);
  const seen = weights.map((weight) => rest.mmul(weight));
  let trace = 0;
  let square = 0;
  for (const one of seen) {
    trace += one.dot(one);
    for (const two of seen) square += one.dot(two) ** 2;
  }
  return { standardError: Math.sqrt(variance), freedom: trace ** 2 / square };
}
