/**
 * E-value: how strongly an unseen common cause would have to go together with both the quality and the outcome, beyond
 * everything allowed for, to explain a risk ratio away.
 *
 * Use: beside a driver, as "something unseen would have to double both".
 * Formula: RR + √(RR(RR - 1)) for RR >= 1, and of 1/RR below 1.
 * Source: VanderWeele & Ding 2017, https://doi.org/10.7326/M16-2607
 * Example: `eValue(2)` → 3.414
 */
export function eValue(riskRatio: number): number | null {
  if (!(riskRatio > 0) || !Number.isFinite(riskRatio)) return null;
  const ratio = riskRatio >= 1 ? riskRatio : 1 / riskRatio;
  return ratio + Math.sqrt(ratio * (ratio - 1));
}
