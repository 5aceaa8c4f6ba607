import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random.ts';
import { bernsteinSequence, mixtureSprt, rateSequence } from './confidence-sequences.ts';
import { cusum, pChart } from './control-charts.ts';
import { estimateChange, type PeriodRow } from './difference-in-differences.ts';
import { estimateLevelChange } from './interrupted-time-series.ts';

/** Agents are coached when their choice weeks look low; these weeks are left out, as they must be. */
function drawCoaching(random: Random, effect: number): { rows: PeriodRow[]; beforeAndAfter: number } {
  const rows: PeriodRow[] = [];
  let rise = 0;
  let coachedCount = 0;
  const levels = Array.from({ length: 24 }, () => 75 + 5 * random.normal());
  const choice = levels.map((level) => level + 4 * random.normal());
  const cut = [...choice].sort((one, two) => one - two)[8] ?? 0;
  for (const [agent, level] of levels.entries()) {
    const coached = (choice[agent] ?? 0) < cut;
    const before = Array.from({ length: 8 }, () => level + 4 * random.normal());
    const after = Array.from({ length: 8 }, () => level + 4 * random.normal() + (coached ? effect : 0));
    for (const value of before) rows.push({ agent, coached, after: false, value });
    for (const value of after) rows.push({ agent, coached, after: true, value });
    if (!coached) continue;
    coachedCount += 1;
    rise += after.reduce((sum, value) => sum + value, 0) / 8 - (choice[agent] ?? 0);
  }
  return { rows, beforeAndAfter: rise / coachedCount };
}

describe('difference in differences', () => {
  it('does not take regression to the mean for an effect, while before/after does', () => {
    const random = createRandom(1);
    let alarms = 0;
    let naive = 0;
    for (let round = 0; round < 400; round += 1) {
      const { rows, beforeAndAfter } = drawCoaching(random, 0);
      const { estimate } = estimateChange(rows);
      if (Number(estimate.lower) > 0 || Number(estimate.upper) < 0) alarms += 1;
      naive += beforeAndAfter / 400;
    }
    expect(naive).toBeGreaterThan(1.5);
    expect(alarms / 400).toBeLessThan(0.08);
  });

  it('holds a true effect in its range', () => {
    const random = createRandom(2);
    let covered = 0;
    for (let round = 0; round < 400; round += 1) {
      const { estimate } = estimateChange(drawCoaching(random, 4).rows);
      if (Number(estimate.lower) <= 4 && 4 <= Number(estimate.upper)) covered += 1;
    }
    expect(covered / 400).toBeGreaterThanOrEqual(0.92);
  });

  it('refuses one coached agent and says when no verdict can ever be reached', () => {
    const row = (agent: number, coached: boolean, after: boolean): PeriodRow => ({
      agent,
      coached,
      after,
      value: agent * 3 + (after ? agent % 2 : 0),
    });
    const team = (coached: number) =>
      [1, 2, 3, 4, 5].flatMap((agent) => [row(agent, agent <= coached, false), row(agent, agent <= coached, true)]);
    expect(estimateChange(team(1)).estimate.reason).toBe('too_few_agents');
    expect(estimateChange(team(2)).estimate.warnings.length).toBe(1);
    expect(estimateChange([]).estimate.reason).toBe('no_data');
  });
});

describe('ranges that may be looked at every day', () => {
  it('hold the true rate at all times together', () => {
    const random = createRandom(3);
    let broken = 0;
    for (let round = 0; round < 200; round += 1) {
      let passed = 0;
      let left = false;
      for (let n = 1; n <= 60; n += 1) {
        if (random.next() < 0.8) passed += 1;
        const { lower, upper } = rateSequence({ passed, n });
        if (0.8 < lower || 0.8 > upper) left = true;
      }
      if (left) broken += 1;
    }
    expect(broken / 200).toBeLessThanOrEqual(0.07);
  });

  it('never widen again, and the always-valid p never rises', () => {
    const random = createRandom(4);
    const values = Array.from({ length: 200 }, () => random.next());
    const ranges = bernsteinSequence(values);
    const ps = mixtureSprt(
      values,
      values.map((value) => value / 2),
      { variance: 1 / 12, mixing: 0.01 },
    );
    for (let place = 1; place < 200; place += 1) {
      expect(ranges[place]?.lower).toBeGreaterThanOrEqual(Number(ranges[place - 1]?.lower));
      expect(ps[place]).toBeLessThanOrEqual(Number(ps[place - 1]));
    }
  });
});

describe('charts and series', () => {
  it('notice a shift and stay quiet without one', () => {
    expect(cusum([0.1, -0.2, 0, 0.3]).firstSignal).toBeNull();
    expect(cusum(new Array<number>(20).fill(1)).firstSignal).toBeLessThan(12);
    expect(
      pChart(
        [
          { passed: 5, n: 5 },
          { passed: 5, n: 5 },
        ],
        2,
      ),
    ).toBeNull();
  });

  it('find a jump, and refuse fewer than eight weeks on a side', () => {
    const random = createRandom(5);
    const weekly = Array.from({ length: 24 }, (_, week) => 70 + (week >= 12 ? 6 : 0) + random.normal());
    const { lower, upper } = estimateLevelChange({ weekly, changeWeek: 13 });
    expect(Number(lower)).toBeGreaterThan(0);
    expect(Number(upper)).toBeGreaterThan(6);
    expect(estimateLevelChange({ weekly: weekly.slice(0, 15), changeWeek: 13 }).reason).toBe('too_few_rows');
    // Weeks that lie exactly on two lines leave nothing to tell doubt by.
    const exact = Array.from({ length: 20 }, (_, week) => (week < 10 ? 0.3 : 0.5));
    expect(estimateLevelChange({ weekly: exact, changeWeek: 11 }).reason).toBe('no_variation');
  });
});
