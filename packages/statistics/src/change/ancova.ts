/**
 * After, given before: the effect of coaching when agents were chosen by that very "before".
 *
 * Use: only when the choice was made on the `before` that is entered here; otherwise difference in differences.
 * Formula: least squares after ~ before + coached; errors plain and HC3.
 * Source: Vickers & Altman 2001, https://doi.org/10.1136/bmj.323.7321.1123
 * Example: `fitAncova([{ before: 1, after: 2, coached: true }])` → null
 */
import { fitLinearModel, heteroskedasticErrors } from '../regression/linear-model.ts';
import { meanOf } from '../sums.ts';

export interface BeforeAfter {
  before: number;
  after: number;
  coached: boolean;
}

export interface Ancova {
  effect: number;
  standardError: number;
  hc3: number;
  slopeBefore: number;
}

export function fitAncova(agents: readonly BeforeAfter[]): Ancova | null {
  const model = fitLinearModel(
    agents.map((agent) => [1, agent.before, agent.coached ? 1 : 0]),
    agents.map((agent) => agent.after),
  );
  if (!model) return null;
  const [, slopeBefore = 0, effect = 0] = model.coefficients;
  return {
    effect,
    standardError: model.standardErrors[2] ?? 0,
    hc3: heteroskedasticErrors(model)[2] ?? 0,
    slopeBefore,
  };
}

/** Mean rise of the coached, and that minus the mean rise of the others: both misled when the low ones were chosen. */
export function naiveRises(agents: readonly BeforeAfter[]): { coached: number; difference: number } | null {
  const rise = (coached: boolean) =>
    agents.filter((one) => one.coached === coached).map((one) => one.after - one.before);
  if (rise(true).length === 0 || rise(false).length === 0) return null;
  return { coached: meanOf(rise(true)), difference: meanOf(rise(true)) - meanOf(rise(false)) };
}
