import type { EstimateWire, Trend } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { drawTrend, frame, listStarts } from './trend-geometry.ts';

const met = (value: number | null, n = 60): EstimateWire =>
  value === null
    ? { value, lower: null, upper: null, level: 0.95, n, method: 'share', reason: 'too_few_rows', warnings: [] }
    : { value, lower: value - 0.1, upper: value + 0.1, level: 0.95, n, method: 'share', warnings: [] };
const week = (n: number): string => new Date(Date.UTC(2026, 0, 5 + 7 * n)).toISOString();
const line = (scorerVersion: string, points: [week: number, value: number | null, n?: number][]) => ({
  ...{ scorerVersion, firstUsedAt: week(9), inFocus: scorerVersion === 'v2' },
  points: points.map(([at, value, n = 60]) => ({ from: week(at), met: met(value, n), n })),
});
const trend = (lines: Trend['lines'], at: string | null = null): Trend => ({
  ...{ quality: 'empathy', by: 'week', lines },
  changes:
    lines.length < 2
      ? []
      : [
          {
            ...{ fromVersion: 'v1', toVersion: 'v2', at, both: 0, gained: 0, lost: 0, onlyFrom: 0, onlyTo: 0 },
            difference: met(null, 0),
          },
        ],
});

describe('the drawing of a trend', () => {
  it('has a place for every week between the first and the last, also those nothing called for', () => {
    expect(
      listStarts(
        trend([
          line('v1', [
            [0, 0.5],
            [3, 0.6],
          ]),
        ]),
      ),
    ).toEqual([0, 1, 2, 3].map(week));
  });

  it('counts months as months', () => {
    const months = trend([line('v1', [[0, 0.5]])]);
    const [first] = months.lines;
    const points = ['2025-11-01', '2026-02-01'].map((day) => ({ from: `${day}T00:00:00.000Z`, met: met(0.5), n: 60 }));
    const starts = listStarts({ by: 'month', lines: first ? [{ ...first, points }] : [] });
    expect(starts.map((start) => start.slice(0, 7))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  it('breaks a line where there is nothing or too little, and still says how many calls there were', () => {
    const drawn = drawTrend(
      trend([
        line('v1', [
          [0, 0.5],
          [1, 0.5],
          [2, null, 7],
          [4, 0.5],
        ]),
      ]),
      640,
    );
    expect(drawn.lines[0]?.runs.map((run) => run.length)).toEqual([2, 1]);
    expect(drawn.lines[0]?.counts.map(({ n, few }) => [n, few])).toEqual([
      [60, false],
      [60, false],
      [7, true],
      [60, false],
    ]);
  });

  it('stands higher the more was met, within its frame', () => {
    const { lines } = drawTrend(
      trend([
        line('v1', [
          [0, 0.2],
          [1, 0.8],
        ]),
      ]),
      640,
    );
    const [low, high] = lines[0]?.runs[0] ?? [];
    expect(high?.y).toBeLessThan(low?.y ?? 0);
    expect(high?.top).toBeGreaterThanOrEqual(frame.top);
    expect(low?.bottom).toBeLessThanOrEqual(frame.height - frame.bottom);
  });

  it('puts the change between the last week of both and the first of the later version alone', () => {
    const both = [
      line('v1', [
        [0, 0.5],
        [1, 0.5],
      ]),
      line('v2', [
        [0, 0.4],
        [1, 0.4],
        [2, 0.4],
      ]),
    ];
    const drawn = drawTrend(trend(both, week(2)), 640);
    const [, before, after] = drawn.starts.map(({ x }) => x);
    expect(drawn.step?.x).toBeGreaterThan(before ?? 0);
    expect(drawn.step?.x).toBeLessThan(after ?? 0);
  });

  it('puts it at the newest week of both where both read everything, and nowhere with one version', () => {
    const both = [
      line('v1', [
        [0, 0.5],
        [1, 0.5],
      ]),
      line('v2', [
        [0, 0.4],
        [1, 0.4],
      ]),
    ];
    const drawn = drawTrend(trend(both), 640);
    expect(drawn.step?.x).toBe(drawn.starts[1]?.x);
    expect(drawn.step?.bottom).toBe(drawn.yOf(0.4));
    expect(drawTrend(trend(both.slice(0, 1)), 640).step).toBeNull();
  });

  it('grows wider than its place rather than closer than thirty pixels a week', () => {
    const long = trend([
      line('v1', [
        [0, 0.5],
        [51, 0.5],
      ]),
    ]);
    expect(drawTrend(long, 358).width).toBe(frame.left + frame.right + 52 * 30);
    expect(drawTrend(trend([line('v1', [[0, 0.5]])]), 358).width).toBe(358);
  });
});
