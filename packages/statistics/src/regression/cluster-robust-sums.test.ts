import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { clusterRobust } from './cluster-robust.ts';
import { clusterRobustFromSums } from './cluster-robust-sums.ts';
import { fitLinearModel } from './linear-model.ts';

describe('errors for few agents from sums alone', () => {
  it('equal those from the rows', () => {
    const random = createRandom(5);
    const agents = Array.from({ length: 90 }, (_, row) => row % 9);
    const levels = Array.from({ length: 9 }, () => random.normal());
    const rows = agents.map((agent) => [1, random.normal() + (levels[agent] ?? 0), random.normal()]);
    const y = rows.map(([, one = 0, two = 0], row) => one - two + (levels[agents[row] ?? 0] ?? 0) + random.normal());
    const model = fitLinearModel(rows, y);
    if (!model) throw new Error('the model has an answer');
    const sums = levels.map((_, agent) => {
      const own = [...agents.keys()].filter((row) => agents[row] === agent);
      const entry = (i: number, j: number) =>
        own.reduce((sum, row) => sum + (rows[row]?.[i] ?? 0) * (rows[row]?.[j] ?? 0), 0);
      return {
        inner: [0, 1, 2].flatMap((i) => [0, 1, 2].slice(0, i + 1).map((j) => entry(i, j))),
        cross: [0, 1, 2].map((i) => own.reduce((sum, row) => sum + (rows[row]?.[i] ?? 0) * (y[row] ?? 0), 0)),
      };
    });
    for (const [place, found] of clusterRobustFromSums(sums, 3, 3).entries()) {
      const expected = clusterRobust(model, agents, place);
      expect(found?.error).toBeCloseTo(expected.cr2, 9);
      expect(found?.freedom).toBeCloseTo(expected.freedom, 7);
    }
  });
});
