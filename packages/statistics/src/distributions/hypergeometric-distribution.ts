/**
 * The hypergeometric distribution: passes among n reviews drawn without replacement from exactly N conversations.
 *
 * Use: exact statements about a small closed set ("these 40 conversations").
 * Method: the largest term of the tail from logarithms of binomial coefficients, the others from it by their ratio
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

function sumBetween(question: HypergeometricQuestion, from: number, to: number): number {
  const { passing, total, drawn } = question;
  const first = Math.max(from, 0, drawn - (total - passing));
  const last = Math.min(to, drawn, passing);
  if (first > last) return 0;
  const mode = Math.floor(((drawn + 1) * (passing + 1)) / (total + 2));
  const peak = Math.min(Math.max(mode, first), last);
  const largest = Math.exp(
    logChoose(passing, peak) + logChoose(total - passing, drawn - peak) - logChoose(total, drawn),
  );
  // Away from the largest term they only fall; what is too small to change the sum ends the walk.
  let sum = largest;
  for (let k = peak, term = largest; k < last && term > sum * negligible; k += 1) {
    term *= ((passing - k) * (drawn - k)) / ((k + 1) * (total - passing - drawn + k + 1));
    sum += term;
  }
  for (let k = peak, term = largest; k > first && term > sum * negligible; k -= 1) {
    term *= (k * (total - passing - drawn + k)) / ((passing - k + 1) * (drawn - k + 1));
    sum += term;
  }
  return Math.min(1, sum);
}

const negligible = 1e-18;

function logChoose(n: number, k: number): number {
  if (k === 0 || k === n) return 0;
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
