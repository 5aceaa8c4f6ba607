/** Where the points, ranges and lines of a trend stand in its drawing. */
import type { Trend, TrendLine } from '@rapport/contract';
import { isFewData } from '../design/span-geometry.ts';

export const frame = { left: 34, right: 14, top: 34, bottom: 62, height: 236 };

export interface DrawnPoint {
  x: number;
  y: number;
  top: number;
  bottom: number;
}

export interface DrawnLine {
  version: string;
  inFocus: boolean;
  /** Runs of neighbouring weeks or months; a gap in the data is a gap in the line. */
  runs: DrawnPoint[][];
  /** Cases of each week or month, shown below the axis; those with too few for a rate have no point above. */
  counts: { x: number; n: number; few: boolean }[];
}

export interface DrawnTrend {
  width: number;
  starts: { x: number; from: string; labelled: boolean }[];
  lines: DrawnLine[];
  /** The upright line that says who changed; null with one version, or with none to compare. */
  step: { x: number; bottom: number } | null;
  yOf: (share: number) => number;
}

const hour = 3_600_000;

/** Every week or month from the first to the last, also those nothing called for. */
export function listStarts({ by, lines }: Pick<Trend, 'by' | 'lines'>): string[] {
  const all = lines.flatMap(({ points }) => points.map(({ from }) => from)).sort();
  const last = all.at(-1);
  const starts: string[] = [];
  for (let at = all[0]; at !== undefined && last !== undefined && at <= last; at = nextStart(at, by)) starts.push(at);
  return starts;
}

function nextStart(start: string, by: Trend['by']): string {
  const date = new Date(start);
  if (by === 'month') return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString();
  return new Date(date.getTime() + 7 * 24 * hour).toISOString();
}

/** @param room width there is; a long history becomes wider than that and scrolls */
export function drawTrend(trend: Trend, room: number): DrawnTrend {
  const starts = listStarts(trend);
  const { left, right } = frame;
  const step = Math.max(30, Math.min(96, (room - left - right) / Math.max(1, starts.length)));
  const xOf = (index: number) => Math.round((left + step * (index + 0.5)) * 10) / 10;
  const labelEvery = Math.max(1, Math.ceil(56 / step));
  // Apart by a little, so that the range of one does not hide that of the other.
  const lines = trend.lines.map((line, index) =>
    drawLine(line, starts, { xOf, shift: (index - (trend.lines.length - 1) / 2) * apart }),
  );
  return {
    width: Math.round(Math.max(room, left + right + step * starts.length)),
    // Counted from the newest, so that the newest always has its date.
    starts: starts.map((from, index) => ({
      x: xOf(index),
      from,
      labelled: (starts.length - 1 - index) % labelEvery === 0,
    })),
    lines,
    step: findStep(trend, lines, (from) => xOf(starts.indexOf(from)) - step / 2),
    yOf,
  };
}

const apart = 5;

function findStep(
  { changes }: Pick<Trend, 'changes'>,
  lines: readonly DrawnLine[],
  startOf: (from: string) => number,
): DrawnTrend['step'] {
  const changed = changes.at(-1)?.at ?? null;
  if (changed !== null) return { x: startOf(changed), bottom: frame.height - frame.bottom };
  const [before, after] = lines.slice(-2);
  const newest = after?.runs.at(-1)?.at(-1);
  const beside = before?.runs.flat().find(({ x }) => newest !== undefined && Math.abs(x - newest.x) <= apart);
  if (newest === undefined || beside === undefined) return null;
  return { x: (newest.x + beside.x) / 2, bottom: Math.max(newest.y, beside.y) };
}

const yOf = (share: number): number =>
  Math.round((frame.height - frame.bottom - share * (frame.height - frame.bottom - frame.top)) * 10) / 10;

function drawLine(
  line: TrendLine,
  starts: readonly string[],
  { xOf, shift }: { xOf: (index: number) => number; shift: number },
): DrawnLine {
  const byStart = new Map(line.points.map((point) => [point.from, point]));
  const runs: DrawnPoint[][] = [];
  let run: DrawnPoint[] = [];
  for (const [index, from] of starts.entries()) {
    const met = byStart.get(from)?.met;
    const { value = null, lower = null, upper = null } = met ?? {};
    if (met === undefined || isFewData(met) || value === null || lower === null || upper === null) {
      if (run.length > 0) runs.push(run);
      run = [];
      continue;
    }
    run.push({ x: xOf(index) + shift, y: yOf(value), top: yOf(upper), bottom: yOf(lower) });
  }
  if (run.length > 0) runs.push(run);
  return {
    version: line.scorerVersion,
    inFocus: line.inFocus,
    runs,
    counts: starts.flatMap((from, index) => {
      const point = byStart.get(from);
      return point === undefined ? [] : [{ x: xOf(index), n: point.n, few: isFewData(point.met) }];
    }),
  };
}
