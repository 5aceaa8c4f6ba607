import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import { type ScoredTable, satisfiedOf } from '../scored-table.ts';
import { simulateTeam } from '../simulate/simulate-team.ts';
import { estimateDrivers } from './estimate-drivers.ts';
import { findGains } from './find-gains.ts';
import { tierDrivers } from './tier-drivers.ts';

const strong = [1.3, 0, 0, 1, 0, 0];
const team = simulateTeam({ seed: 11, effects: strong, reviews: 20 });
const driversOf = (table: ScoredTable, draws = 300) =>
  estimateDrivers({ table, outcomes: table.rows.map(satisfiedOf), seed: 5, draws });
const found = driversOf(team.table);

describe('drivers of a team whose truth is known', () => {
  it('are clear where there is an effect and unsure where there is none, with ranges that hold the truth', () => {
    expect(found.drivers.map(({ tier }) => tier !== 'unsure')).toEqual(strong.map((effect) => effect > 0));
    for (const [place, { slope }] of found.drivers.entries()) {
      expect(slope.lower).toBeLessThanOrEqual(team.truth.slopes[place] ?? 0);
      expect(slope.upper).toBeGreaterThanOrEqual(team.truth.slopes[place] ?? 0);
    }
  });

  it('lead to a focus on what is worth most', () => {
    const { gains, verdict } = findGains(team.table, found);
    const best = team.truth.gains.indexOf(Math.max(...team.truth.gains));
    expect(verdict).toBe('first-step');
    expect(gains[best]?.recommended).toBe(true);
    expect(gains.reduce((sum, { pBest }) => sum + (pBest ?? 0), 0)).toBeCloseTo(1, 9);
  });

  it('do not depend on the order of the conversations', () => {
    const rows = createRandom(3).shuffle(team.table.rows);
    const again = driversOf({ ...team.table, rows });
    for (const [place, { slope }] of again.drivers.entries()) {
      expect(slope.value).toBeCloseTo(found.drivers[place]?.slope.value ?? Number.NaN, 9);
      expect(slope.lower).toBeCloseTo(found.drivers[place]?.slope.lower ?? Number.NaN, 9);
    }
  });

  it('do not depend on a constant added to every machine score, nor on names', () => {
    const rows = team.table.rows.map((row) => ({
      ...row,
      scores: row.scores.map((score) => (score === null ? null : score + 7)),
    }));
    const again = driversOf({ qualities: strong.map((_, place) => `x${place}`), rows });
    for (const [place, { slope, quality }] of again.drivers.entries()) {
      expect(quality).toBe(`x${place}`);
      expect(slope.value).toBeCloseTo(found.drivers[place]?.slope.value ?? Number.NaN, 9);
    }
  });

  it('weigh answers back towards all customers', () => {
    const { raw, weighted } = found.answers ?? {};
    const away = (estimate: typeof raw) => Math.abs((estimate?.value ?? 0) - team.truth.satisfied);
    expect(away(weighted)).toBeLessThan(away(raw));
  });
});

describe('drivers with too little to go on', () => {
  const { table } = team;

  it('are refused with the reason', () => {
    const reasonOf = (outcomes: (number | null)[]) => estimateDrivers({ table, outcomes, seed: 1, draws: 100 });
    expect(reasonOf(table.rows.map(() => null)).reason).toBe('no_data');
    expect(reasonOf(table.rows.map((_, row) => (row < 150 ? row % 2 : null))).reason).toBe('too_few_responses');
    const same = reasonOf(table.rows.map(() => 1));
    expect([same.reason, same.drivers[0]?.slope.value]).toEqual(['outcome_constant', null]);
  });

  it('keep a slope without reviews as uncorrected only, and never call it clear', () => {
    const bare = driversOf({ ...table, rows: table.rows.map((row) => ({ ...row, review: null })) });
    for (const { slope, uncorrected, clear, tier } of bare.drivers) {
      expect([slope.value, slope.reason, clear, tier]).toEqual([null, 'too_few_reviews', false, 'unsure']);
      expect(uncorrected.value).toBeTypeOf('number');
    }
    expect(findGains(table, bare)).toMatchObject({ verdict: 'none' });
  });

  it('say that two copies cannot be told apart, and that a constant does not vary', () => {
    const rows = table.rows.map((row) => ({
      ...row,
      scores: row.scores.map((score, k) => (k === 1 ? (row.scores[0] ?? null) : k === 2 ? 60 : score)),
    }));
    const { drivers } = driversOf({ ...table, rows });
    expect(drivers.slice(0, 3).map(({ slope }) => slope.reason)).toEqual(['collinear', 'collinear', 'no_variation']);
    expect(drivers[3]?.clear).toBe(true);
  });

  it('speak for these people only in a small team', () => {
    const { table: few } = simulateTeam({ seed: 2, agents: 5, conversations: 1200, effects: strong, reviews: 80 });
    const { warnings, agents, drivers } = driversOf(few);
    expect(agents).toBe(5);
    expect(warnings).toContain('holds for these 5 people');
    expect(drivers[0]?.slope.value).not.toBeNull();
  });
});

describe('blanks', () => {
  const blank = simulateTeam({ seed: 21, effects: strong, blanks: [0.2, 0.3, 0.5, 0.4, 0.6, 0.3], reviews: 30 });
  const drivers = driversOf(blank.table).drivers;

  it('are neither 0 nor a mean: slopes are those among conversations with an opportunity', () => {
    expect(drivers.map(({ clear }) => clear)).toEqual(strong.map((effect) => effect > 0));
    for (const [place, { slope }] of drivers.entries()) {
      expect(slope.lower).toBeLessThanOrEqual(blank.truth.slopes[place] ?? 0);
      expect(slope.upper).toBeGreaterThanOrEqual(blank.truth.slopes[place] ?? 0);
    }
  });

  it('count reviews per quality with an opportunity', () => {
    const counted = blank.table.rows.filter(({ review }) => (review?.ratings[4] ?? null) !== null).length;
    expect(drivers[4]?.reviews).toBe(counted);
  });
});

describe('tiers', () => {
  const belief = (value: number, spread: number) => ({
    value,
    lower: value - 2 * spread,
    upper: value + 2 * spread,
    p: value > 3 * spread ? 0.001 : 0.5,
    draws: Array.from({ length: 200 }, (_, draw) => value + spread * ((draw % 20) / 5 - 1.9)),
  });

  it('put only what may be as large as the largest first', () => {
    const tiers = tierDrivers([belief(0.2, 0.01), belief(0.05, 0.01), null, belief(0.01, 0.02)]).map(
      ({ tier }) => tier,
    );
    expect(tiers).toEqual(['first', 'real', 'unsure', 'unsure']);
  });
});
