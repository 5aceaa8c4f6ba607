/**
 * The hypergeometric distribution: passes among n reviews drawn without replacement from exactly N conversations.
 *
 * Use: exact statements about a small closed set ("these 40 conversations").
 * Method: tails summed from the logarithms of binomial coefficients
 * (https://en.wikipedia.org/wiki/Hypergeometric_distribution).
 * Example: `hypergeometricLower({ seen: 1, passing: 4, total: 10, drawn: 5 })` → 0.2619
 */
import { logGamma } from './log-gamma.ts';

export interface HypergeometricQuestion {
  /** Passes seen in the draw. */
  seen: number;
  /** Passes in the whole set. */
  passing: number;
  /** Size of the whole set. */
  total: number;
  /** Size of the draw. */
  drawn: number;
}

/** P(at most `seen`) */
export function hypergeometricLower(question: HypergeometricQuestion): number {
  return sumBetween(question, 0, question.seen);
}

/** P(at least `seen`) */
export function hypergeometricUpper(question: HypergeometricQuestion): number {
  return sumBetween(question, question.seen, question.drawn);
}

function sumBetween({ passing, total, drawn }: HypergeometricQuestion, from: number, to: number): number {
  const first = Math.max(from, 0, drawn - (total - passing));
  const last = Math.min(to, drawn, passing);
  const scale = logChoose(total, drawn);
  let sum = 0;
  for (let k = first; k <= last; k += 1) {
    sum += Math.exp(logChoose(passing, k) + logChoose(total - passing, drawn - k) - scale);
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  if (k === 0 || k === n) return 0;
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
