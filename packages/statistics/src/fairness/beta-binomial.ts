/**
 * Pass rates of agents from reviews alone, pulled towards the team as far as luck explains the gaps.
 *
 * Use: comparing agents without machine scores. If agents do not differ beyond luck, everybody gets the team's rate and
 * no order is shown.
 * Formula: ρ by the ANOVA estimator; M = 1/ρ - 1; posterior Beta(x + pM, n - x + (1-p)M). Homogeneity by Pearson's
 * chi-square. Refused order: ρ <= 0 or homogeneity p > .05.
 * Source: Fleiss, Levin & Paik 2003; Kleinman 1973; maximum likelihood as in VGAM betabinomial.
 * Example: `betaBinomialShrinkage([{ passed: 6, reviews: 6 }, { passed: 6, reviews: 6 }]).reason` → no_variation
 */
import { betaQuantile } from '../distributions/beta-distribution.ts';
import { chiSquareUpper } from '../distributions/chi-square-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { sumOf } from '../sums.ts';

export interface AgentCounts {
  passed: number;
  reviews: number;
}

export interface BetaBinomial {
  pooled: number | null;
  /** Share of the variance that lies between agents; null without variation. */
  rho: number | null;
  homogeneity: { chiSquare: number; p: number } | null;
  /** Strength of the pull, in reviews; null when there is no spread between agents. */
  prior: { strength: number; alpha: number; beta: number } | null;
  /** True when agents differ more than luck explains (ρ > 0 and homogeneity p <= .05). */
  agentsDiffer: boolean;
  reason?: 'no_data' | 'no_variation' | 'too_few_agents';
}

export function betaBinomialShrinkage(agents: readonly AgentCounts[]): BetaBinomial {
  const reviewed = agents.filter((agent) => agent.reviews > 0);
  const n = sumOf(reviewed.map((agent) => agent.reviews));
  const nothing = { rho: null, homogeneity: null, prior: null, agentsDiffer: false };
  if (n === 0) return { pooled: null, ...nothing, reason: 'no_data' };
  const pooled = sumOf(reviewed.map((agent) => agent.passed)) / n;
  const count = reviewed.length;
  if (count < 2 || n === count) return { pooled, ...nothing, reason: 'too_few_agents' };
  if (pooled === 0 || pooled === 1) return { pooled, ...nothing, reason: 'no_variation' };
  const between = sumOf(reviewed.map(({ passed, reviews }) => reviews * (passed / reviews - pooled) ** 2));
  const inside = sumOf(reviewed.map(({ passed, reviews }) => passed * (1 - passed / reviews)));
  const typical = (n - sumOf(reviewed.map(({ reviews }) => reviews ** 2)) / n) / (count - 1);
  const meanBetween = between / (count - 1);
  const meanInside = inside / (n - count);
  const rho = (meanBetween - meanInside) / (meanBetween + (typical - 1) * meanInside);
  const chiSquare = between / (pooled * (1 - pooled));
  const p = chiSquareUpper(chiSquare, count - 1);
  const strength = rho > 0 && rho < 1 ? 1 / rho - 1 : null;
  const prior = strength === null ? null : { strength, alpha: pooled * strength, beta: (1 - pooled) * strength };
  return { pooled, rho, homogeneity: { chiSquare, p }, prior, agentsDiffer: rho > 0 && p <= 0.05 };
}

/** The agents' shrunken rates; everybody gets the team's range when they cannot be told apart. */
export function estimateBetaBinomialRates(agents: readonly AgentCounts[], level = defaultLevel): Estimate[] {
  const method = 'beta-binomial';
  const { pooled, prior, agentsDiffer, reason } = betaBinomialShrinkage(agents);
  const all = sumOf(agents.map((agent) => agent.reviews));
  const passes = sumOf(agents.map((agent) => agent.passed));
  return agents.map(({ passed, reviews }) => {
    const parts = { n: reviews, method, level };
    if (pooled === null) return refuse('no_data', parts);
    if (reason === 'too_few_agents') return refuse(reason, parts);
    const apart = agentsDiffer && prior !== null;
    const [a, b] = apart ? [passed + prior.alpha, reviews - passed + prior.beta] : [passes + 0.5, all - passes + 0.5];
    const range = (wanted: number) => ({
      lower: betaQuantile((1 - wanted) / 2, a, b),
      upper: betaQuantile((1 + wanted) / 2, a, b),
    });
    const warnings = apart ? [] : ['no detectable difference between agents: this is the rate of the team'];
    const value = apart ? a / (a + b) : pooled;
    const outer = range(level);
    // At a pooled rate of 0 or 1 the end of the range is the rate itself.
    const interval = { lower: Math.min(outer.lower, value), upper: Math.max(outer.upper, value) };
    return estimateOf({ value, interval, inner: range(innerLevel), ...parts, warnings });
  });
}

/** Maximum likelihood of mean and ρ (1/(a+b+1)); `rho` 0 means that plain binomial luck fits best. */
export function fitBetaBinomial(agents: readonly AgentCounts[]): { mu: number; rho: number } {
  const bestMu = (rho: number) => goldenMaximum(1e-9, 1 - 1e-9, (mu) => logLikelihood(agents, mu, rho));
  const rho = goldenMaximum(0, 0.999, (candidate) => logLikelihood(agents, bestMu(candidate), candidate));
  const plain = logLikelihood(agents, bestMu(0), 0);
  const found = logLikelihood(agents, bestMu(rho), rho);
  return found > plain + 1e-9 ? { mu: bestMu(rho), rho } : { mu: bestMu(0), rho: 0 };
}

function logLikelihood(agents: readonly AgentCounts[], mu: number, rho: number): number {
  let total = 0;
  for (const { passed, reviews } of agents) {
    for (let step = 0; step < passed; step += 1) total += Math.log(mu * (1 - rho) + step * rho);
    for (let step = 0; step < reviews - passed; step += 1) total += Math.log((1 - mu) * (1 - rho) + step * rho);
    for (let step = 0; step < reviews; step += 1) total -= Math.log(1 - rho + step * rho);
  }
  return total;
}

/** Where a function with one hill is highest. */
export function goldenMaximum(low: number, high: number, height: (x: number) => number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let a = low;
  let b = high;
  let left = b - ratio * (b - a);
  let right = a + ratio * (b - a);
  let atLeft = height(left);
  let atRight = height(right);
  for (let step = 0; step < 90 && b - a > 1e-12 * Math.max(1, Math.abs(b)); step += 1) {
    if (atLeft >= atRight) {
      [b, right, atRight] = [right, left, atLeft];
      left = b - ratio * (b - a);
      atLeft = height(left);
    } else {
      [a, left, atLeft] = [left, right, atRight];
      right = a + ratio * (b - a);
      atRight = height(right);
    }
  }
  return (a + b) / 2;
}
