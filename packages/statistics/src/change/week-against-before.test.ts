import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { estimateWeekDifference, type WeekCell } from './week-against-before.ts';

interface World {
  agents: number;
  weeks: number;
  perWeek: number;
  /** Spread of the agents' own shares, and of whole weeks. */
  agentSpread: number;
  weekSpread: number;
  rise: number;
}

function drawWeeks(seed: number, { agents, weeks, perWeek, agentSpread, weekSpread, rise }: World): WeekCell[] {
  const random = createRandom(seed);
  const own = Array.from({ length: agents }, () => 0.6 + agentSpread * random.normal());
  return Array.from({ length: weeks + 1 }, (_, week) => {
    const shift = weekSpread * random.normal() + (week === 0 ? rise : 0);
    return own.map((share, cluster) => {
      const events = Array.from({ length: perWeek }, () => random.next() < share + shift).filter(Boolean).length;
      return { cluster, week, n: perWeek, total: events, squares: events };
    });
  }).flat();
}

const excludesZero = ({ lower, upper }: { lower: number | null; upper: number | null }) =>
  (lower ?? 0) > 0 || (upper ?? 0) < 0;
const calm: World = { agents: 12, weeks: 10, perWeek: 8, agentSpread: 0.1, weekSpread: 0, rise: 0 };
const shareOfAlarms = (world: World, runs = 200) =>
  Array.from({ length: runs }, (_, seed) =>
    estimateWeekDifference({ cells: drawWeeks(seed, world), isShare: true }),
  ).filter(excludesZero).length / runs;

describe('the newest week against those before', () => {
  it('calls a week different that is not about as often as it says, with few and with many agents', () => {
    expect(shareOfAlarms(calm)).toBeLessThan(0.08);
    expect(shareOfAlarms({ ...calm, agents: 30, perWeek: 3 })).toBeLessThan(0.08);
    expect(shareOfAlarms({ ...calm, agents: 4, perWeek: 25 })).toBeLessThan(0.08);
  });

  it('allows for weeks that differ by themselves, where enough of them were seen', () => {
    const restless = { ...calm, weekSpread: 0.08, perWeek: 20 };
    expect(shareOfAlarms(restless)).toBeLessThan(0.1);
    expect(shareOfAlarms({ ...restless, weeks: 4 })).toBeGreaterThan(0.2);
    expect(
      estimateWeekDifference({ cells: drawWeeks(1, { ...restless, weeks: 4 }), isShare: true }).warnings,
    ).toContain('fewer than 8 weeks before: how much weeks differ by themselves is not known');
  });

  it('finds a rise that is there', () => {
    expect(shareOfAlarms({ ...calm, perWeek: 20, rise: 0.15 }, 60)).toBeGreaterThan(0.8);
  });

  it('compares means of feelings too, and says for whom it speaks with few agents', () => {
    const cells = drawWeeks(3, { ...calm, perWeek: 30, agents: 3, rise: 0.2 }).map((one) => ({
      ...one,
      total: 2 * one.total - one.n,
      squares: one.n,
    }));
    const found = estimateWeekDifference({ cells, isShare: false });
    expect(found.lower ?? 0).toBeGreaterThan(0);
    expect(found.warnings).toEqual(['holds for these 3 agents only']);
  });

  it('refuses what cannot be told', () => {
    const cell = { cluster: 'a', week: 0, n: 12, total: 6, squares: 6 };
    expect(estimateWeekDifference({ cells: [cell], isShare: true }).reason).toBe('too_few_rows');
    const flat = [0, 1].flatMap((week) => [{ cluster: 'a', week, n: 40, total: 0, squares: 0 }]);
    expect(estimateWeekDifference({ cells: flat, isShare: false }).reason).toBe('no_variation');
    expect(estimateWeekDifference({ cells: flat, isShare: true }).value).toBe(0);
  });
});
