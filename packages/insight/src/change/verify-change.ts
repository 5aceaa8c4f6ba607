/**
 * Did the change work? Each changed agent's own after minus before, against the same of agents nobody touched.
 *
 * The weeks that chose the agents are left out, and the case mix is taken out of every score. The raw rise since those
 * weeks is reported beside it, with the part that was bound to happen; it is never the headline. The verdict is withheld
 * where the two groups were on different paths before, or another scorer measured after than before.
 */
import { defaultLevel, type Estimate, estimateChangeOfAgents, lookingLevel, meanOf } from '@rapport/statistics';
import type { ScoredTable } from '../scored-table.ts';
import { adjustForMix, type PeriodScore, periodScores } from './adjust-for-mix.ts';
import { type ChangePlan, canReachVerdict } from './change-plan.ts';
import { comparePaths } from './compare-paths.ts';
import { asSequence } from './look-any-day.ts';

export const changeVerdicts = ['worked', 'no-clear-effect', 'worse', 'withheld'] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

export interface VerifiedChange {
  plan: ChangePlan;
  /** In machine points 0–100, beyond what untouched agents changed. */
  estimate: Estimate;
  /** Exact over which agents could have been chosen where that can be counted, else Welch's. */
  p: number | null;
  verdict: ChangeVerdict;
  /** Why a verdict is withheld; empty otherwise. */
  because: string[];
  /** Raw rise of the changed agents since the weeks that chose them; null where those weeks have no scores. */
  naive: number | null;
  /** The part of it that was only the way back to their own earlier level. */
  rebound: number | null;
  changedAgents: number;
  otherAgents: number;
  /** What the changed agents and the others moved by themselves, in the same points. */
  own: { changed: Estimate; others: Estimate };
}

export interface VerifyQuestion {
  table: ScoredTable;
  plan: ChangePlan;
  /** Versions of the scorer that measured these conversations; more than one makes before and after incomparable. */
  scorerVersions?: readonly string[];
  /**
   * Looked at before the day on which it is read: how much of the information of that day is here, 0–1. The range is then
   * one that may be looked at any day, and no verdict is given.
   */
  looked?: number | null;
}

/** @throws RangeError when the table has no such quality */
export function verifyChange({ table, plan, scorerVersions = [], looked = null }: VerifyQuestion): VerifiedChange {
  const quality = table.qualities.indexOf(plan.quality);
  if (quality < 0) throw new RangeError(`no quality ${plan.quality}`);
  const scores = periodScores(table, quality, plan);
  const adjusted = adjustForMix(scores);
  const found = estimateChangeOfAgents(adjusted, looked === null ? defaultLevel : lookingLevel({ share: looked }));
  const { p, permutation, coached, others } = found;
  const lookedUpon = (one: Estimate) => withinScale(looked === null ? one : asSequence(one));
  const estimate = lookedUpon(found.estimate);
  const paths = comparePaths(adjusted);
  const because = [
    ...(new Set(scorerVersions).size > 1 ? ['the scorer changed in between'] : []),
    ...(paths?.differ ? ['the groups were on different paths before'] : []),
    ...(estimate.value === null || !canReachVerdict({ agents: coached + others, coached })
      ? ['too few agents for any verdict']
      : []),
  ];
  const chance = permutation?.p ?? p;
  return {
    plan,
    estimate,
    p: chance,
    verdict: because.length > 0 ? 'withheld' : looked === null ? judge(estimate, chance) : 'no-clear-effect',
    because,
    ...rawRise(scores),
    changedAgents: coached,
    otherAgents: others,
    own: { changed: lookedUpon(found.own.coached), others: lookedUpon(found.own.others) },
  };
}

/** Scores run from 0 to 100, so none can move by more: with two people a range would else say thousands. */
function withinScale(estimate: Estimate): Estimate {
  const { lower, upper, inner } = estimate;
  const held = (range: { lower: number; upper: number }) => ({
    lower: Math.max(-100, range.lower),
    upper: Math.min(100, range.upper),
  });
  if (lower === null || upper === null) return estimate;
  return { ...estimate, ...held({ lower, upper }), ...(inner ? { inner: held(inner) } : {}) };
}

function judge({ lower, upper }: Estimate, p: number | null): ChangeVerdict {
  if (lower === null || upper === null || p === null || p >= 0.05) return 'no-clear-effect';
  if (lower > 0) return 'worked';
  return upper < 0 ? 'worse' : 'no-clear-effect';
}

function rawRise(scores: readonly PeriodScore[]): { naive: number | null; rebound: number | null } {
  const of = (period: PeriodScore['period']) =>
    scores.filter((one) => one.changed && one.period === period).map(({ value }) => value);
  const [before, selection, after] = [of('before'), of('selection'), of('after')];
  if (selection.length === 0) return { naive: null, rebound: null };
  const low = meanOf(selection);
  return {
    naive: after.length > 0 ? meanOf(after) - low : null,
    rebound: before.length > 0 ? meanOf(before) - low : null,
  };
}
