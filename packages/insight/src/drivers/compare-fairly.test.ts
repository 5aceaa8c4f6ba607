import { fitLinearModel } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { simulateTeam } from '../simulate/simulate-team.ts';
import { caseMixColumns } from './case-mix-columns.ts';
import { compareFairly } from './compare-fairly.ts';

const { table } = simulateTeam({ seed: 9, agents: 12, conversations: 60, blanks: 0.3, effects: [0.8, 0], reviews: 0 });
const outcomes = table.rows.map(({ resolved }) => (resolved === null ? null : Number(resolved)));

describe('the fairer comparison', () => {
  it('gives at each step the slope of the whole regression, agents as columns of their own at the last', () => {
    const [steps = []] = compareFairly({ table, outcomes, machineStep: 50 });
    const mix = caseMixColumns(table.rows).rows;
    const agents = [...new Set(table.rows.map(({ agent }) => agent))].slice(1);
    const rows = [...table.rows.keys()].filter(
      (row) => (table.rows[row]?.scores[0] ?? null) !== null && outcomes[row] !== null,
    );
    const slopeWith = (columns: (row: number) => number[]) =>
      fitLinearModel(
        rows.map((row) => [1, (table.rows[row]?.scores[0] ?? 0) / 50, ...columns(row)]),
        rows.map((row) => outcomes[row] ?? 0),
      )?.coefficients[1];
    expect(steps.map(({ step }) => step)).toEqual(['side-by-side', 'same-kind', 'same-arrival', 'same-agent']);
    expect(steps[0]?.effect.value).toBeCloseTo(slopeWith(() => []) ?? Number.NaN, 9);
    expect(steps[2]?.effect.value).toBeCloseTo(slopeWith((row) => mix[row] ?? []) ?? Number.NaN, 9);
    const withAgents = (row: number) => [
      ...(mix[row] ?? []),
      ...agents.map((agent) => Number(table.rows[row]?.agent === agent)),
    ];
    expect(steps[3]?.effect.value).toBeCloseTo(slopeWith(withAgents) ?? Number.NaN, 9);
  });

  it('refuses a line through a handful, and says when it holds for a few people only', () => {
    const few = { ...table, rows: table.rows.slice(0, 25) };
    const handful = compareFairly({
      table: few,
      outcomes: few.rows.map((_, row) => (row < 9 ? row % 2 : null)),
      machineStep: 50,
    });
    expect(handful[0]?.[0]?.effect.reason).toBe('too_few_rows');
    const small = { ...table, rows: table.rows.slice(0, 150) };
    const [steps = []] = compareFairly({ table: small, outcomes: outcomes.slice(0, 150), machineStep: 50 });
    expect(steps[3]?.effect.warnings.join(' ')).toMatch(/holds for these \d agents only/);
  });
});
