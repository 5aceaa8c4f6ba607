import { createRandom } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import type { ScoredTable } from '../scored-table.ts';
import { simulateTeam } from '../simulate/simulate-team.ts';
import { chanceOfAlike, compareChannels } from './compare-channels.ts';

const names = ['one', 'two', 'three', 'four'];
const team = (seed: number): ScoredTable =>
  simulateTeam({ seed, names, effects: [0, 0, 0, 0], agents: 12, conversations: 300, reviews: 0, flagged: 0 }).table;

/** Yes more often with a higher score of the first quality, by so much per hundred points, channel by channel. */
function outcomesOf(table: ScoredTable, slopeOf: (channel: string) => number, seed: number): number[] {
  const random = createRandom(seed);
  return table.rows.map(({ scores, channel }) =>
    Number(random.next() < 0.3 + slopeOf(channel) * ((scores[0] ?? 50) / 100)),
  );
}

const channelsOf = (table: ScoredTable): string[] => [...new Set(table.rows.map(({ channel }) => channel))].sort();

describe('drivers by channel', () => {
  it('sees that a quality matters in one channel only, and does not call the other qualities different', () => {
    const table = team(1);
    const [first = ''] = channelsOf(table);
    const outcomes = outcomesOf(table, (channel) => (channel === first ? 0.6 : 0), 2);
    const found = compareChannels({ table, outcomes, machineStep: 50 });
    expect(found[0]?.differ).toBe(true);
    expect(found[0]?.channels.find(({ channel }) => channel === first)).toMatchObject({ clear: true });
    expect(found.slice(1).map(({ differ }) => differ)).toEqual([false, false, false]);
    const all = found[0]?.channels.reduce((sum, { conversations }) => sum + conversations, 0);
    expect(all).toBe(table.rows.length);
  });

  it('holds in each channel where it does, and seldom finds a difference where there is none', () => {
    let [asked, different, held] = [0, 0, 0];
    for (let seed = 10; seed < 30; seed += 1) {
      const table = team(seed);
      const found = compareChannels({ table, outcomes: outcomesOf(table, () => 0.7, seed), machineStep: 50 });
      asked += found.length;
      different += found.filter(({ differ }) => differ === true).length;
      held += Number(found[0]?.channels.every(({ clear }) => clear));
    }
    expect(different / asked).toBeLessThanOrEqual(0.05);
    expect(held).toBeGreaterThanOrEqual(15);
  });

  it('stays quiet where each channel has few conversations and nothing matters', () => {
    let [asked, clear, different, told] = [0, 0, 0, 0];
    for (let seed = 40; seed < 100; seed += 1) {
      const { table } = simulateTeam({
        ...{ seed, names, effects: [0, 0, 0, 0], agents: 10, conversations: 24, reviews: 0, flagged: 0, blanks: 0.3 },
      });
      const found = compareChannels({ table, outcomes: outcomesOf(table, () => 0, seed), machineStep: 50 });
      for (const { channels, differ } of found) {
        asked += 1;
        told += channels.filter(({ effect }) => effect.value !== null).length;
        clear += Number(channels.some((one) => one.clear));
        different += Number(differ === true);
        for (const { effect, conversations } of channels) if (conversations < 50) expect(effect.value).toBeNull();
      }
    }
    expect(told).toBeGreaterThan(50);
    expect(clear / asked).toBeLessThanOrEqual(0.05);
    expect(different / asked).toBeLessThanOrEqual(0.05);
  });

  it('cannot tell with one channel, or with too few of the others', () => {
    const table = team(3);
    const alone = { ...table, rows: table.rows.map((row) => ({ ...row, channel: 'chat' })) };
    const outcomes = outcomesOf(table, () => 0.5, 4);
    expect(compareChannels({ table: alone, outcomes, machineStep: 50 })[0]).toMatchObject({
      channels: [{ channel: 'chat' }],
      differ: null,
    });
    const few = { ...table, rows: table.rows.map((row, n) => ({ ...row, channel: n < 10 ? 'phone' : 'chat' })) };
    const found = compareChannels({ table: few, outcomes, machineStep: 50 })[0];
    expect(found?.channels[1]).toMatchObject({ channel: 'phone', clear: false, effect: { value: null } });
    expect(found?.differ).toBeNull();
    expect(chanceOfAlike([])).toBeNull();
  });
});
