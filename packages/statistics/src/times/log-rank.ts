/**
 * Log-rank test: do two groups wait differently long?
 *
 * Use: two periods or channels with conversations still open.
 * Formula: Σ (observed - expected events of group a) over event times, squared, over its hypergeometric variance;
 * chi-square with one degree of freedom.
 * Source: Mantel 1966; R survival::survdiff.
 * Example: `logRank([{ time: 1, happened: true }], [{ time: 2, happened: true }])?.p` → 0.317
 */
import { chiSquareUpper } from '../distributions/chi-square-distribution.ts';
import type { WatchedTime } from './kaplan-meier.ts';

/** Null when no event leaves room for a difference. */
export function logRank(a: readonly WatchedTime[], b: readonly WatchedTime[]): { chiSquare: number; p: number } | null {
  const times = [...new Set([...a, ...b].filter((row) => row.happened).map((row) => row.time))];
  let surplus = 0;
  let variance = 0;
  for (const time of times) {
    const atRiskA = a.filter((row) => row.time >= time).length;
    const atRisk = atRiskA + b.filter((row) => row.time >= time).length;
    const eventsA = eventsAt(a, time);
    const events = eventsA + eventsAt(b, time);
    surplus += eventsA - (events * atRiskA) / atRisk;
    if (atRisk > 1) {
      variance += (events * atRiskA * (atRisk - atRiskA) * (atRisk - events)) / (atRisk ** 2 * (atRisk - 1));
    }
  }
  if (variance === 0) return null;
  const chiSquare = surplus ** 2 / variance;
  return { chiSquare, p: chiSquareUpper(chiSquare, 1) };
}

function eventsAt(rows: readonly WatchedTime[], time: number): number {
  return rows.filter((row) => row.happened && row.time === time).length;
}
