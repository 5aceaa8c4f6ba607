/** What the readings of one quality say of a plan: each person's own trend, the comparison, and what can be foreseen. */
import type { CoachingPlanBody, CoachingWeek } from '@rapport/contract';
import {
  estimateShare,
  type ForeseenVerdict,
  fewestOpportunities,
  followOwnTrend,
  followTeam,
  foreseeVerdict,
  type OwnTrend,
  type OwnWeek,
  type ScoredTable,
  shareOfInformation,
  type TeamFollowed,
  type VerifiedChange,
  verifyChange,
} from '@rapport/insight';
import { type Estimate, estimateProportion, type Random, refuse } from '@rapport/statistics';
import type { QualityReading } from '../store/coaching-scores.ts';

export const weekMilliseconds = 7 * 86_400_000;
/** History read before the weeks that led to the choice. */
export const historyWeeks = 52;

/** The dates a plan is measured by. */
export interface PlanDates {
  selectedFrom: Date;
  startsAt: Date;
  goalAt: Date;
}

/** Whole weeks left out before the start: from the first day that led to the choice. */
export const selectionWeeksOf = ({ selectedFrom, startsAt }: PlanDates): number =>
  Math.ceil((startsAt.getTime() - selectedFrom.getTime()) / weekMilliseconds);

/** Where the history of a plan begins. */
export const historyFrom = (dates: PlanDates): Date =>
  new Date(dates.startsAt.getTime() - (selectionWeeksOf(dates) + historyWeeks) * weekMilliseconds);

/** Counted from the start: −1 is the week before it. */
const weekOf = (at: Date, { startsAt }: PlanDates): number =>
  Math.floor((at.getTime() - startsAt.getTime()) / weekMilliseconds);

function periodOf(week: number, dates: PlanDates): OwnWeek['period'] {
  if (week >= 0) return 'after';
  return week >= -selectionWeeksOf(dates) ? 'selection' : 'before';
}

export function countWeeks(readings: readonly QualityReading[], dates: PlanDates): OwnWeek[] {
  const weeks = new Map<number, OwnWeek>();
  for (const { at, isMet } of readings) {
    const week = weekOf(at, dates);
    const one = weeks.get(week) ?? { week, met: 0, n: 0, period: periodOf(week, dates) };
    weeks.set(week, { ...one, met: one.met + Number(isMet), n: one.n + 1 });
  }
  return [...weeks.values()].sort((one, other) => one.week - other.week);
}

export interface MeasuredTrend extends OwnTrend {
  weeks: CoachingWeek[];
  recent: Estimate;
}

/**
 * Before the day on which a plan is read: how much of that day's information is here, so that ranges can be made to hold
 * however often somebody looks; null once it is due.
 */
export function lookedAt(readings: readonly QualityReading[], dates: PlanDates, isDue: boolean): number | null {
  if (isDue) return null;
  const weeks = countWeeks(readings, dates);
  const newest = readings.at(-1)?.at ?? dates.startsAt;
  return shareOfInformation({
    before: weeks.filter(({ period }) => period === 'before').length,
    elapsed: (newest.getTime() - dates.startsAt.getTime()) / weekMilliseconds,
    planned: (dates.goalAt.getTime() - dates.startsAt.getTime()) / weekMilliseconds,
  });
}

/** @param readings of one person */
export function measureTrend(
  readings: readonly QualityReading[],
  dates: PlanDates,
  looked: number | null,
): MeasuredTrend {
  const counted = countWeeks(readings, dates);
  const trend = followOwnTrend(counted, looked);
  const newest = readings.at(-1)?.at ?? dates.startsAt;
  const since = new Date(newest.getTime() - 4 * weekMilliseconds);
  return {
    ...trend,
    weeks: counted.map(({ week, met, n, period }, place) => ({
      from: new Date(dates.startsAt.getTime() + week * weekMilliseconds).toISOString(),
      ...{ met, n, period, usual: trend.usual?.limits[place] ?? null },
    })),
    recent: shareOf(readings.filter(({ at }) => at >= since && at >= dates.startsAt)),
  };
}

/** One person's share: without a rate below twenty. */
export function shareOf(readings: readonly QualityReading[]): Estimate {
  const n = readings.length;
  if (n < fewestOpportunities) return refuse(n === 0 ? 'no_data' : 'too_few_rows', { n, method: 'wilson' });
  return estimateProportion({ passed: readings.filter(({ isMet }) => isMet).length, n });
}

/** A number for the first week of the change that leaves room for a year before it. */
const startWeek = 1000;

function tableOf(readings: readonly QualityReading[], quality: string, dates: PlanDates): ScoredTable {
  return {
    qualities: [quality],
    rows: readings.map((one) => ({
      ...{ conversation: String(one.conversation), agent: String(one.author), week: startWeek + weekOf(one.at, dates) },
      ...{ channel: one.channel, topic: '', language: one.language ?? '', openingEmotion: one.openingFeeling },
      ...{ closingEmotion: null, resolved: null, recontactDays: null, followedDays: null, csat: null },
      // Met or not, as the goal and the chart count it: all numbers of a plan are of one kind.
      ...{ coachedFromWeek: null, scores: [one.isMet ? 100 : 0], review: null },
    })),
  };
}

export interface MeasuredGroup {
  people: number;
  before: Estimate;
  after: Estimate;
  /** In points of 100, of those who are there before and since; by itself it says nothing of why. */
  change: Estimate;
}

export interface MeasuredEffect {
  verified: VerifiedChange;
  /** Conversations on either side of the change. */
  readings: number;
  coached: MeasuredGroup;
  others: MeasuredGroup;
  /** The team's own weeks, where nobody is left to compare with. */
  team: TeamFollowed | null;
}

/** @param readings of the coached and of everybody to compare with */
export function measureEffect(
  readings: readonly QualityReading[],
  {
    quality,
    reason,
    people,
    dates,
    looked,
  }: Pick<CoachingPlanBody, 'quality' | 'reason'> & {
    people: ReadonlySet<number>;
    dates: PlanDates;
    looked: number | null;
  },
): MeasuredEffect {
  const verified = verifyChange({
    table: tableOf(readings, quality, dates),
    plan: {
      quality,
      fromWeek: new Map([...people].map((author) => [String(author), startWeek])),
      selectedBecause: reason,
      selectionWeeks: selectionWeeksOf(dates),
    },
    scorerVersions: readings.map(({ scorerVersion }) => scorerVersion),
    looked,
  });
  const own = readings.filter(({ author }) => people.has(author));
  const versions = own.map(({ scorerVersion }) => scorerVersion);
  // Everybody who could be compared with, whether or not anything of theirs has come in since.
  const others = new Set(readings.map(({ author }) => author).filter((author) => !people.has(author))).size;
  const share = (coached: boolean, period: OwnWeek['period']) =>
    estimateShare(
      readings
        .filter(({ author, at }) => people.has(author) === coached && periodOf(weekOf(at, dates), dates) === period)
        .map(({ author, isMet }) => ({ cluster: author, event: isMet })),
    );
  return {
    verified,
    team: others < 2 ? followTeam(countWeeks(own, dates), versions) : null,
    readings: readings.filter(({ at }) => periodOf(weekOf(at, dates), dates) !== 'selection').length,
    coached: {
      people: verified.changedAgents || people.size,
      ...{ before: share(true, 'before'), after: share(true, 'after'), change: verified.own.changed },
    },
    others: {
      people: verified.otherAgents || others,
      ...{ before: share(false, 'before'), after: share(false, 'after'), change: verified.own.others },
    },
  };
}

export interface Foreseen {
  foreseen: ForeseenVerdict;
  rise: number;
  weeksAfter: number;
  others: number;
}

/** How fast calls come is read from the newest weeks before the choice. */
const paceWeeks = 13;

export function measureOutlook(
  readings: readonly QualityReading[],
  { people, dates, goalShare }: { people: ReadonlySet<number>; dates: PlanDates; goalShare: number },
  random: Random,
): Foreseen {
  const before = readings.filter(({ at }) => at < dates.selectedFrom);
  const first = before[0]?.at;
  const history = first ? (dates.selectedFrom.getTime() - first.getTime()) / weekMilliseconds : 0;
  const weeks = Math.max(1, Math.min(paceWeeks, history));
  const since = new Date(dates.selectedFrom.getTime() - weeks * weekMilliseconds);
  const pace = new Map<number, number>();
  for (const { author, at } of before) if (at >= since) pace.set(author, (pace.get(author) ?? 0) + 1 / weeks);
  const coached = before.filter(({ author }) => people.has(author));
  const share = (coached.filter(({ isMet }) => isMet).length + 1) / (coached.length + 2);
  const others = [...pace].flatMap(([author, calls]) => (people.has(author) ? [] : [calls]));
  const rise = 100 * (goalShare - share);
  const weeksAfter = Math.max(1, Math.round((dates.goalAt.getTime() - dates.startsAt.getTime()) / weekMilliseconds));
  const question = {
    ...{ othersPerWeek: others, weeksAfter, share, rise: Math.max(1, rise) },
    // Without a call in the newest weeks nobody can say how many will come.
    weeksBefore: pace.size === 0 ? 0 : Math.floor(history),
    coachedPerWeek: [...people].map((author) => pace.get(author) ?? 0),
  };
  return { foreseen: foreseeVerdict(question, random), rise, weeksAfter, others: others.length };
}
