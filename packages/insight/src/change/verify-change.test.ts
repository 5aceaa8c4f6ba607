import { describe, expect, it } from 'vitest';
import { simulateTeam } from '../simulate/simulate-team.ts';
import { type ChangePlan, canReachVerdict } from './change-plan.ts';
import { verifyChange } from './verify-change.ts';
import { watchDrift } from './watch-drift.ts';

function coachedTeam(seed: number, effect: number) {
  const { table } = simulateTeam({
    seed,
    effects: [0.5, 0],
    coaching: { effect, quality: 0, agents: 10, fromWeek: 14 },
  });
  const fromWeek = new Map(
    table.rows.flatMap((row) => (row.coachedFromWeek === null ? [] : [[row.agent, row.coachedFromWeek] as const])),
  );
  const plan: ChangePlan = { quality: 'quality_1', fromWeek, selectedBecause: 'low-scores', selectionWeeks: 2 };
  return { table, plan };
}

describe('verifying a change', () => {
  it('finds the effect, and not the rise that was bound to happen', () => {
    const answer = verifyChange(coachedTeam(3, 6));
    expect(answer.verdict).toBe('worked');
    expect(answer.estimate.lower).toBeLessThan(6);
    expect(answer.estimate.upper).toBeGreaterThan(6);
    expect(answer.naive ?? 0).toBeGreaterThan(answer.estimate.value ?? 0);
    expect(answer.plan.selectedBecause).toBe('low-scores');
  });

  it('seldom finds one where nothing changed, though the raw numbers rise', () => {
    const answers = Array.from({ length: 20 }, (_, seed) => verifyChange(coachedTeam(100 + seed, 0)));
    expect(answers.filter(({ verdict }) => verdict === 'worked' || verdict === 'worse').length).toBeLessThanOrEqual(3);
    expect(answers.filter(({ naive }) => (naive ?? 0) > 1).length).toBeGreaterThan(12);
  });

  it('withholds a verdict across two scorers, and where no verdict can ever be reached', () => {
    const { table, plan } = coachedTeam(3, 6);
    expect(verifyChange({ table, plan, scorerVersions: ['1', '2'] })).toMatchObject({ verdict: 'withheld' });
    const [one] = plan.fromWeek;
    const alone = { ...plan, fromWeek: new Map(one ? [one] : []) };
    expect(verifyChange({ table, plan: alone })).toMatchObject({
      verdict: 'withheld',
      estimate: { reason: 'too_few_agents' },
    });
    expect(canReachVerdict({ agents: 8, coached: 1 })).toBe(false);
    expect(canReachVerdict({ agents: 8, coached: 4 })).toBe(true);
    expect(canReachVerdict({ agents: 7, coached: 2 })).toBe(true);
    expect(canReachVerdict({ agents: 6, coached: 3 })).toBe(false);
  });

  it('says of two people, however early, nothing beyond the scale', () => {
    const { table, plan } = coachedTeam(3, 6);
    const two = { ...plan, fromWeek: new Map([...plan.fromWeek].slice(0, 2)) };
    const { estimate, own } = verifyChange({ table, plan: two, looked: 0.01 });
    for (const one of [estimate, own.changed, own.others]) {
      expect(one.lower).toBeGreaterThanOrEqual(-100);
      expect(one.upper).toBeLessThanOrEqual(100);
    }
    expect([own.changed.lower, own.changed.upper]).toEqual([-100, 100]);
  });

  it('withholds a verdict where the groups were on different paths before', () => {
    const { table, plan } = coachedTeam(3, 0);
    const rows = table.rows.map((row) =>
      plan.fromWeek.has(row.agent)
        ? { ...row, scores: row.scores.map((score) => (score === null ? null : score + 1.5 * (row.week ?? 0))) }
        : row,
    );
    expect(verifyChange({ table: { ...table, rows }, plan }).because).toContain(
      'the groups were on different paths before',
    );
  });

  it('compares agents who began in different weeks, each around their own', () => {
    const { table, plan } = coachedTeam(3, 6);
    const places = [...plan.fromWeek.keys()];
    const late = new Set(places.slice(0, 5));
    const fromWeek = new Map(places.map((agent) => [agent, late.has(agent) ? 16 : 14]));
    const rows = table.rows.map((row) =>
      late.has(row.agent) && (row.week === 14 || row.week === 15)
        ? { ...row, scores: row.scores.map((score, k) => (score === null || k !== 0 ? score : Math.max(0, score - 6))) }
        : row,
    );
    const answer = verifyChange({ table: { ...table, rows }, plan: { ...plan, fromWeek } });
    expect(answer.verdict).toBe('worked');
    expect(answer.changedAgents).toBe(10);
  });
});

describe('watching for drift', () => {
  const steady = Array.from({ length: 24 }, (_, week) => ({ passed: 80 + ((week * 7) % 5) - 2, n: 100 }));

  it('stays quiet in ordinary weeks and names a week that is none', () => {
    const odd = steady.map((week, place) => (place === 20 ? { passed: 40, n: 100 } : week));
    expect(watchDrift([{ quality: 'a', weeks: steady }]).charts[0]?.unusual).toEqual([]);
    expect(
      watchDrift([
        { quality: 'a', weeks: steady },
        { quality: 'b', weeks: odd },
      ]).charts[1]?.unusual,
    ).toEqual([20]);
  });

  it('needs twelve weeks before it says anything', () => {
    const { charts, composite } = watchDrift([{ quality: 'a', weeks: steady.slice(0, 10) }]);
    expect([charts[0]?.reason, composite]).toEqual(['too_few_rows', null]);
  });
});
