import { describe, expect, it } from 'vitest';
import type { ScoredRow } from '../scored-table.ts';
import { simulateTeam } from '../simulate/simulate-team.ts';
import { compareAgents } from './compare-agents.ts';
import { estimateQualityRates } from './estimate-quality-rates.ts';
import { estimateRecontact, estimateWaits } from './estimate-times.ts';
import { planReviews } from './plan-reviews.ts';

const { table, truth } = simulateTeam({ seed: 31, effects: [0.5, 0, 0.3], blanks: [0, 0.4, 0.7] });

describe('pass rates', () => {
  it('hold the truth, also where most conversations did not call for the quality', () => {
    for (const [place, { team }] of estimateQualityRates(table).entries()) {
      expect(team.lower).toBeLessThan(truth.passRates[place] ?? 0);
      expect(team.upper).toBeGreaterThan(truth.passRates[place] ?? 0);
    }
  });

  it('do not move with flagged reviews', () => {
    const rows = table.rows.map((row) => (row.review?.drawn === 'flagged' ? { ...row, review: null } : row));
    expect(estimateQualityRates({ ...table, rows }).map(({ team }) => team)).toEqual(
      estimateQualityRates(table).map(({ team }) => team),
    );
    const flaggedOnly = table.rows.map((row) => (row.review?.drawn === 'random' ? { ...row, review: null } : row));
    expect(estimateQualityRates({ ...table, rows: flaggedOnly })[0]?.team.reason).toBe('reviews_not_random');
  });
});

describe('comparing agents', () => {
  const quality = 'quality_1';

  it('shrinks towards the team, gives places as ranges, and does not depend on the order of rows', () => {
    const found = compareAgents(table, { quality, seed: 4 });
    const spread = (values: (number | null)[]) =>
      Math.max(...values.map((one) => one ?? 0)) - Math.min(...values.map((one) => one ?? 1));
    expect(found.compared).toBe(40);
    expect(spread(found.agents.map(({ fair }) => fair.value))).toBeLessThan(
      spread(found.agents.map(({ raw }) => raw.value)),
    );
    for (const { place } of found.agents) expect(place?.best).toBeLessThanOrEqual(place?.worst ?? 0);
    const turned = compareAgents({ ...table, rows: [...table.rows].reverse() }, { quality, seed: 4 });
    expect(turned.agents.map(({ agent, standing }) => [agent, standing])).toEqual(
      found.agents.map(({ agent, standing }) => [agent, standing]),
    );
  });

  it('says nothing about few agents, or an agent with few reviews', () => {
    const few = { ...table, rows: table.rows.filter(({ agent }) => agent < 'agent-06') };
    expect(compareAgents(few, { quality, seed: 4 })).toMatchObject({ compared: 0, reason: 'too_few_agents' });
    let left = 3;
    const rows = table.rows.map((row): ScoredRow => {
      if (row.agent !== 'agent-01' || row.review?.drawn !== 'random') return row;
      left -= 1;
      return left >= 0 ? row : { ...row, review: null };
    });
    const found = compareAgents({ ...table, rows }, { quality, seed: 4 }).agents.find(
      ({ agent }) => agent === 'agent-01',
    );
    expect([found?.fair.reason, found?.standing, found?.place]).toEqual(['too_few_reviews', 'not-apart', null]);
  });
});

describe('a plan of reviews', () => {
  it('draws the same number per agent, stores the chance, and comes again with its seed in any order of rows', () => {
    const plan = planReviews(table.rows, { perAgent: 12, seed: 6 });
    expect(plan.drawn.length).toBe(480);
    expect(new Set(plan.drawn.map(({ conversation }) => conversation)).size).toBe(480);
    expect(plan.drawn[0]?.probability).toBeCloseTo(12 / 230, 9);
    expect(planReviews([...table.rows].reverse(), { perAgent: 12, seed: 6 })).toEqual(plan);
  });
});

describe('times', () => {
  it('do not take an open conversation for a fast one', () => {
    const hour = 3_600_000;
    const facts = [1, 2, 3].map((hours) => ({ startedAt: 0, endedAt: hours * hour }));
    const open = { startedAt: 0, endedAt: null };
    expect(estimateWaits([...facts, open, open, open, open], 10 * hour)).toMatchObject({
      open: 4,
      medianHours: { reason: 'not_reached' },
    });
    expect(estimateWaits(facts, 10 * hour).medianHours.value).toBe(2);
  });

  it('count customers only for the days they were watched', () => {
    const { within, firstContact } = estimateRecontact(table.rows);
    expect(within.value).toBeGreaterThan(0);
    expect(firstContact.value).toBeLessThan(1 - (within.value ?? 0) + 0.2);
    expect(estimateRecontact([]).within.reason).toBe('no_data');
  });
});
