/**
 * A person's own course: how often a quality was met over time, beside this person's usual ups and downs and nobody else's.
 *
 * Weeks are put together until a point rests on enough calls, so that no point is a rate of five conversations. From
 * eight points on the usual range is drawn; from thirteen on a point after the first twelve may be called a change, if it
 * leaves the band and survives false-discovery control over all qualities watched. What caused it is never said here.
 */
import { type CoursePoint, floors, type PersonCourse, type QualityId, qualityWords } from '@rapport/contract';
import { type PChart, pChart } from '@rapport/statistics';
import { baselineWeeks, watchDrift } from '../change/watch-drift.ts';
import { estimateOwnShare } from './find-strengths.ts';

export interface WeekCount {
  /** Monday, 00:00 UTC. */
  from: Date;
  met: number;
  n: number;
}

export interface QualityCourse {
  quality: QualityId;
  weeks: readonly WeekCount[];
}

/** Fewer points show themselves and no band. */
export const fewestPointsForBand = 8;

/** One course per quality that was called for in a dated conversation. */
export function followCourses(qualities: readonly QualityCourse[], own: boolean): PersonCourse[] {
  const put = qualities
    .filter(({ weeks }) => weeks.some(({ n }) => n > 0))
    .map(({ quality, weeks }) => ({ quality, ...putTogether(weeks) }));
  const full = put.map(({ quality, bins }) => ({ quality, weeks: bins.filter(isFull).map(toPeriod) }));
  const watched = watchDrift(full);
  return put.map(({ quality, bins, weeksPerPoint }, place) => {
    const weeks = full[place]?.weeks ?? [];
    const drift = watched.charts[place];
    const chart = drift?.chart ?? (weeks.length >= fewestPointsForBand ? pChart(weeks, weeks.length) : null);
    const unusual = new Set(drift?.chart ? drift.unusual : []);
    let at = -1;
    const points = bins.map((bin): CoursePoint => {
      if (isFull(bin)) at += 1;
      return toPoint(bin, chart && isFull(bin) ? { chart, at, isUnusual: unusual.has(at) } : null);
    });
    const center = chart?.center ?? null;
    const verdict = judge(points, { hasBand: chart !== null, isWatched: drift?.chart != null });
    const about = { quality, weeksPerPoint, points, center, verdict };
    return { ...about, sentence: writeCourse(about, own) };
  });
}

const isFull = ({ n }: WeekCount): boolean => n >= floors.opportunitiesForRate;
const toPeriod = ({ met, n }: WeekCount) => ({ passed: met, n });

const week = 7 * 86_400_000;
/** Weeks that make up one point; beyond a quarter of a year it is no course any more. */
const steps = [1, 2, 4, 8, 13] as const;

/** The shortest step at which most points rest on enough calls; counted back from the newest week. */
function putTogether(weeks: readonly WeekCount[]): { bins: WeekCount[]; weeksPerPoint: number } {
  const inOrder = weeks.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  let bins: WeekCount[] = [];
  for (const weeksPerPoint of steps) {
    bins = binWeeks(inOrder, weeksPerPoint);
    if (bins.filter(isFull).length >= 0.75 * bins.length) return { bins, weeksPerPoint };
  }
  return { bins, weeksPerPoint: steps[steps.length - 1] ?? 1 };
}

function binWeeks(weeks: readonly WeekCount[], size: number): WeekCount[] {
  const end = weeks.at(-1)?.from.getTime() ?? 0;
  const bins = new Map<number, WeekCount>();
  for (const { from, met, n } of weeks) {
    const back = Math.floor(Math.round((end - from.getTime()) / week) / size);
    const bin = bins.get(back) ?? { from: new Date(end - ((back + 1) * size - 1) * week), met: 0, n: 0 };
    bins.set(back, { ...bin, met: bin.met + met, n: bin.n + n });
  }
  return [...bins.values()].filter(({ n }) => n > 0);
}

interface OnChart {
  chart: PChart;
  at: number;
  isUnusual: boolean;
}

function toPoint(bin: WeekCount, on: OnChart | null): CoursePoint {
  const met = estimateOwnShare(bin);
  // Where points scatter more than luck the wider limits count.
  const limits = on && (on.chart.sigmaZ > 1 ? on.chart.laneyLimits : on.chart.limits)[on.at];
  const value = met.value ?? 0;
  const change =
    !on?.isUnusual || !limits ? null : value > limits.upper ? 'above' : value < limits.lower ? 'below' : null;
  return { from: bin.from.toISOString(), met, lower: limits?.lower ?? null, upper: limits?.upper ?? null, change };
}

function judge(
  points: readonly CoursePoint[],
  { hasBand, isWatched }: { hasBand: boolean; isWatched: boolean },
): PersonCourse['verdict'] {
  const known = points.filter(({ met }) => met.value !== null);
  const last = known.at(-1)?.change ?? null;
  if (!hasBand) return 'cannot-tell';
  if (isWatched) return last === 'above' ? 'risen' : last === 'below' ? 'fallen' : 'usual';
  const outside = known.some(
    ({ met, lower, upper }) => (met.value ?? 0) > (upper ?? 1) || (met.value ?? 0) < (lower ?? 0),
  );
  return outside ? 'cannot-tell' : 'usual';
}

/** What the course allows to say; the cause of a change is never part of it. */
export function writeCourse(course: Omit<PersonCourse, 'sentence'>, own: boolean): string {
  const { quality, points, verdict, center, weeksPerPoint } = course;
  const name = qualityWords[quality].name;
  const known = points.filter(({ met }) => met.value !== null).length;
  const [your, usual] = own ? ['Your', 'your usual ups and downs'] : ['The', 'this person’s usual ups and downs'];
  const each = weeksPerPoint === 1 ? 'week' : `${weeksPerPoint} weeks`;
  if (known === 0) {
    return `Too few calls for ${name.toLowerCase()} to draw a course: a point rests on at least ${floors.opportunitiesForRate}.`;
  }
  if (center === null) {
    const more = known < fewestPointsForBand ? fewestPointsForBand - known : 0;
    return more === 0
      ? `${name} was met alike at every point, so there are no ups and downs to draw.`
      : `Cannot tell a change from luck yet: the usual range is drawn from ${fewestPointsForBand} points, ${more} more, one per ${each}.`;
  }
  if (verdict === 'risen' || verdict === 'fallen') {
    const run = countRun(points);
    const times = run === 1 ? 'the newest point' : `the newest ${run} points`;
    return `${your} own course has ${verdict}: ${times} lie${run === 1 ? 's' : ''} beyond ${usual}. What caused it is not shown.`;
  }
  if (verdict === 'usual') return `All of it could be chance: the newest point lies within ${usual}.`;
  return `Cannot tell yet: a change is told from ${baselineWeeks + 1} points on, and there are ${known}.`;
}

/** Points at the end that changed to the same side. */
function countRun(points: readonly CoursePoint[]): number {
  const known = points.filter(({ met }) => met.value !== null).toReversed();
  const side = known[0]?.change ?? null;
  const other = known.findIndex(({ change }) => change !== side);
  return other < 0 ? known.length : other;
}
