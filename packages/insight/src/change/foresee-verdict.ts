/**
 * Before a change begins: can a comparison ever say whether it helped, and when?
 *
 * The comparison is tried out: agents' changes are drawn many times with the scatter that so many conversations leave, a
 * true rise is added for those who change, and the very test that will judge is asked. Reached means that it sees the
 * rise in four of five tries. What no waiting can cure is said as such: with one of eight the exact p is never below 1/8.
 */
import { choose, mostWays, permutationP, type Random, tTwoSided, welch } from '@rapport/statistics';
import { canReachVerdict } from './change-plan.ts';

export interface VerdictQuestion {
  /** Weekly number of conversations that called for the quality, one entry per agent who changes. */
  coachedPerWeek: readonly number[];
  othersPerWeek: readonly number[];
  /** Weeks of history before those that led to the choice. */
  weeksBefore: number;
  /** From the start until the effect is read. */
  weeksAfter: number;
  /** Share met now, 0–1. */
  share: number;
  /** The rise that is hoped for, in points of 100. */
  rise: number;
}

export const unreachable = [
  'one-person',
  'nobody-to-compare',
  'too-few-agents',
  'no-history',
  'too-few-calls',
] as const;

export interface ForeseenVerdict {
  /** Why no verdict can be reached by the day it is to be read; null where it can. */
  because: (typeof unreachable)[number] | null;
  /** Weeks after the start from which the rise would be seen in four of five tries; null: not within a year. */
  weeksNeeded: number | null;
  /** The smallest rise, in points, that would be seen by the day of reading; null: not even one of 60. */
  smallestRise: number | null;
}

/** How much an agent's level drifts by itself between two periods, in points (STATISTICS: power). */
const drift = 2;
const tries = 200;
const seenIn = 0.8;
const weeksLookedAt = [2, 3, 4, 6, 8, 10, 13, 17, 21, 26, 39, 52];
const risesLookedAt = [5, 8, 10, 12, 15, 20, 25, 30, 40, 60];
/** With more ways than this Welch's p comes so close to the exact one that counting them all gains nothing here. */
const countedWays = 500;

export function foreseeVerdict(question: VerdictQuestion, random: Random): ForeseenVerdict {
  const { coachedPerWeek, othersPerWeek, weeksBefore, weeksAfter, rise } = question;
  const nothing = { weeksNeeded: null, smallestRise: null };
  const [coached, others] = [coachedPerWeek.length, othersPerWeek.length];
  if (coached < 2) return { because: 'one-person', ...nothing };
  if (weeksBefore < 1) return { because: 'no-history', ...nothing };
  if (others < 2) return { because: 'nobody-to-compare', ...nothing };
  if (!canReachVerdict({ agents: coached + others, coached })) return { because: 'too-few-agents', ...nothing };
  const isSeen = (points: number, weeks: number) => chanceToSee({ ...question, rise: points }, weeks, random) >= seenIn;
  const reached = isSeen(rise, weeksAfter);
  return {
    because: reached ? null : 'too-few-calls',
    weeksNeeded: weeksLookedAt.find((weeks) => isSeen(rise, weeks)) ?? null,
    smallestRise: risesLookedAt.find((points) => isSeen(points, weeksAfter)) ?? null,
  };
}

/** Share of tries in which the test sees the rise. */
function chanceToSee(question: VerdictQuestion, weeksAfter: number, random: Random): number {
  const { coachedPerWeek, othersPerWeek, weeksBefore, share, rise } = question;
  const scatter = 100 * Math.sqrt(share * (1 - share));
  const deviations = (perWeek: readonly number[]) =>
    perWeek.map((calls) => {
      const [before, after] = [Math.max(1, calls * weeksBefore), Math.max(1, calls * weeksAfter)];
      return Math.sqrt(scatter ** 2 / before + scatter ** 2 / after + 2 * drift ** 2);
    });
  const [coached, others] = [deviations(coachedPerWeek), deviations(othersPerWeek)];
  const marks = [...coached.map(() => true), ...others.map(() => false)];
  const ways = choose(marks.length, coached.length);
  let seen = 0;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const moved = coached.map((deviation) => rise + deviation * random.normal());
    const same = others.map((deviation) => deviation * random.normal());
    const { difference, standardError, freedom } = welch(moved, same);
    const p =
      ways <= Math.min(countedWays, mostWays)
        ? permutationP([...moved, ...same], marks)
        : tTwoSided(difference / standardError, freedom);
    if (difference > 0 && p < 0.05) seen += 1;
  }
  return seen / tries;
}
