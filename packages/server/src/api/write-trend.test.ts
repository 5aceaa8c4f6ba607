import { trend } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { writeTrend } from './write-trend.ts';

const week = (n: number): Date => new Date(Date.UTC(2026, 0, 5 + 7 * n));
const version = (scorerVersion: string, day: number) => ({
  scorerVersion,
  firstUsedAt: new Date(Date.UTC(2026, 2, day)),
  focusSince: null,
});
/** Ten agents with so many calls each; on average so many of them met, by every other agent one more or one fewer. */
const team = (scorerVersion: string, from: Date, met: number, n = 6) =>
  Array.from({ length: 10 }, (_, agent) => ({
    ...{ scorerVersion, from, agent, n },
    met: n === 1 ? met : met + (agent % 2 === 0 ? 1 : -1),
  }));

describe('a trend', () => {
  const found = writeTrend({
    quality: 'empathy',
    by: 'week',
    versions: [version('v1', 1), version('v2', 9), version('v3', 20)],
    focusVersion: 'v2',
    counts: [
      ...team('v1', week(0), 4),
      ...team('v2', week(0), 2),
      ...team('v1', week(1), 4),
      ...team('v2', week(1), 2),
      ...team('v2', week(2), 2),
      ...team('v2', week(3), 0, 1),
    ],
    pairs: [
      {
        before: 'v1',
        after: 'v2',
        found: [
          ...Array.from({ length: 10 }, (_, agent) => ({ agent, before: true, after: false, n: agent === 0 ? 5 : 4 })),
          ...Array.from({ length: 10 }, (_, agent) => ({ agent, before: true, after: true, n: 6 })),
          { agent: 1, before: false, after: true, n: 1 },
          { agent: 1, before: null, after: true, n: 3 },
          { agent: 1, before: false, after: null, n: 2 },
        ],
      },
    ],
  });

  it('is what the contract says', () => {
    expect(trend.parse(found)).toEqual(found);
  });

  it('has a line for each version that read something, with a share, a range and n for each week', () => {
    expect(found.lines.map(({ scorerVersion, inFocus }) => [scorerVersion, inFocus])).toEqual([
      ['v1', false],
      ['v2', true],
    ]);
    const [first] = found.lines[0]?.points ?? [];
    expect(first).toMatchObject({ from: '2026-01-05T00:00:00.000Z', n: 60 });
    expect(first?.met.value).toBeCloseTo(4 / 6, 10);
    expect(first?.met.lower).toBeLessThan(4 / 6);
    expect(first?.met.upper).toBeGreaterThan(4 / 6);
  });

  it('gives no share where too few calls are behind it, but still how many', () => {
    const last = found.lines[1]?.points.at(-1);
    expect(last).toMatchObject({ n: 10, met: { value: null, reason: 'too_few_rows' } });
  });

  it('tells the step by the conversations both versions read, and where only the later one goes on', () => {
    const [change] = found.changes;
    expect(change).toMatchObject({
      ...{ fromVersion: 'v1', toVersion: 'v2', at: week(2).toISOString() },
      ...{ both: 102, gained: 1, lost: 41, onlyFrom: 2, onlyTo: 3 },
    });
    expect(change?.difference.value).toBeCloseTo(-40 / 102, 10);
    expect(change?.difference.upper).toBeLessThan(0);
  });
});
