/** How far two judges of the same things agree, for the bench tables. */
import type { ScoreVerdict } from '@rapport/contract';

export interface Pair {
  machine: ScoreVerdict;
  label: ScoreVerdict;
}

const order: readonly ScoreVerdict[] = ['missed', 'partly', 'met'];

/** Cohen's kappa with linear weights over missed < partly < met, where both see an opportunity; null without variance. */
export const linearKappa = (pairs: readonly Pair[]): number | null => {
  const both = pairs
    .map(({ machine, label }) => [order.indexOf(machine), order.indexOf(label)] as const)
    .filter(([a, b]) => a >= 0 && b >= 0);
  if (both.length === 0) return null;
  const share = (side: 0 | 1, value: number): number =>
    both.filter((pair) => pair[side] === value).length / both.length;
  let expected = 0;
  for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) expected += (Math.abs(a - b) / 2) * share(0, a) * share(1, b);
  const observed = both.reduce((sum, [a, b]) => sum + Math.abs(a - b) / 2, 0) / both.length;
  return expected === 0 ? null : 1 - observed / expected;
};

/** F1 of saying "no opportunity". */
export const noOpportunityF1 = (pairs: readonly Pair[]): number => {
  const is = (verdict: ScoreVerdict): boolean => verdict === 'no-opportunity';
  const hits = pairs.filter(({ machine, label }) => is(machine) && is(label)).length;
  const wrong = pairs.filter(({ machine, label }) => is(machine) !== is(label)).length;
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong);
};

/** Of the verdicts "missed" given by the machine, the share the label also calls missed, and not met. */
export const missedPrecision = (pairs: readonly Pair[]): { missed: number; notMet: number; n: number } => {
  const said = pairs.filter(({ machine }) => machine === 'missed');
  const n = said.length;
  const share = (count: number): number => (n === 0 ? Number.NaN : count / n);
  return {
    n,
    missed: share(said.filter(({ label }) => label === 'missed').length),
    notMet: share(said.filter(({ label }) => label === 'missed' || label === 'partly').length),
  };
};
