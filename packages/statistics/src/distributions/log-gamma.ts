/**
 * Logarithm of the gamma and beta functions.
 *
 * Use: the common ground of the t, F, beta, chi-square and binomial distributions.
 * Method: Lanczos with g = 7 and nine terms below 12, Stirling's series with seven Bernoulli terms from there on
 * (https://dlmf.nist.gov/5.11), because Lanczos through `(x + 7.5)^(x - 0.5)` loses digits on large arguments.
 * Example: `logGamma(2.5)` → 0.2847
 */

const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
] as const;

const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;

const halfLogTwoPi = 0.9189385332046728;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a positive number, got ${x}`);
  if (x === 1 || x === 2) return 0;
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  return x < 12 ? byLanczos(x) : (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingTail(x);
}

/** ln B(a, b) for a, b > 0. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 12) return logGamma(small) + logGamma(large) - logGamma(small + large);
  // The large terms cancel on paper here rather than in the machine.
  const total = small + large;
  const growth = -(large - 0.5) * Math.log1p(small / large) - small * Math.log(total) + small;
  return logGamma(small) + growth + stirlingTail(large) - stirlingTail(total);
}

function byLanczos(x: number): number {
  const shifted = x - 1;
  let series: number = lanczos[0];
  for (const [index, term] of lanczos.entries()) if (index > 0) series += term / (shifted + index);
  const base = shifted + 7.5;
  return halfLogTwoPi + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}

function stirlingTail(x: number): number {
  const square = 1 / (x * x);
  let power = 1 / x;
  let total = 0;
  for (const term of stirling) {
    total += term * power;
    power *= square;
  }
  return total;
}
