/**
 * Honest standard errors of shrunken means: the doubt about tau² included.
 *
 * Use: ranges of agents' rates. With tau² taken as known, "95%" ranges held the truth in 85% of simulated teams of 40
 * agents with 15 reviews each, because tau² is often estimated as 0.
 * Formula: with a flat prior on tau², weights w ∝ restricted likelihood; error² = Σ w (own variance at tau² +
 * (estimate at tau² - shown estimate)²), summed at Gauss-Legendre nodes in tau.
 * Source: Morris 1983, https://doi.org/10.1080/01621459.1983.10477920; Rao & Molina, Small Area Estimation, ch. 10.
 * Example: `shrinkageErrors({ y: [1, 6, 2, 5, 3, 4, 2, 5], v: [1, 1, 1, 1, 1, 1, 1, 1] }, [1.6, 5.4, 2.4, 4.6, 3.1, 3.9, 2.4, 4.6])[0]` → 0.964
 */
import { gaussLegendre } from '../distributions/gauss-legendre.ts';
import { type NoisyMeans, restrictedDeviance, shrinkMeans } from './between-variance.ts';

/** One error per mean, around the estimates that are shown. */
export function shrinkageErrors(means: NoisyMeans, shown: readonly number[]): number[] {
  const depth = (tau: number) => restrictedDeviance(means, tau * tau);
  let top = Math.sqrt(Math.max(...means.v, 1e-12));
  let least = Math.min(depth(0), depth(top));
  // Far enough out that the likelihood is one in 10^7 of its best.
  while (depth(top) - least < 32 && top < 1e6 * Math.sqrt(Math.max(...means.v))) {
    top *= 1.5;
    least = Math.min(least, depth(top));
  }
  const nodes = gaussLegendre(48, 0, top).map(({ x: tau, weight }) => ({
    tau,
    weight: weight * tau * Math.exp(-(depth(tau) - least) / 2),
  }));
  const total = nodes.reduce((sum, node) => sum + node.weight, 0);
  const squares = shown.map(() => 0);
  for (const { tau, weight } of nodes) {
    const { estimates, standardErrors } = shrinkMeans(means, tau * tau);
    for (const [place, value] of shown.entries()) {
      const away = (estimates[place] ?? 0) - value;
      squares[place] = (squares[place] ?? 0) + (weight / total) * ((standardErrors[place] ?? 0) ** 2 + away * away);
    }
  }
  return squares.map(Math.sqrt);
}
