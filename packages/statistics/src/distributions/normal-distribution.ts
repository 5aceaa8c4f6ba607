/**
 * The normal (bell) distribution: share below z, and the z below which a given share lies.
 *
 * Use: large-sample intervals and p-values. 1.96 is `normalQuantile(0.975)`.
 * Method: the cdf through the incomplete gamma function (lower tails keep their digits down to 1e-300); the quantile by
 * AS 241, Wichura 1988 (https://doi.org/10.2307/2347330), accurate to about 1 part in 10^16.
 * Example: `normalQuantile(0.975)` → 1.95996
 */
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';

export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('normalCdf of NaN');
  if (z === 0) return 0.5;
  const half = (z * z) / 2;
  if (z < 0) return upperGamma(0.5, half) / 2;
  return 0.5 + lowerGamma(0.5, half) / 2;
}

export function normalDensity(z: number): number {
  return Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Two-sided p-value of a z statistic. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}

/** @param p strictly between 0 and 1 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile needs 0 < p < 1, got ${p}`);
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return centred * ratio(middleTop, middleBottom, r);
  }
  const r = Math.sqrt(-Math.log(centred < 0 ? p : 1 - p));
  const size = r <= 5 ? ratio(nearTop, nearBottom, r - 1.6) : ratio(farTop, farBottom, r - 5);
  return centred < 0 ? -size : size;
}

const middleTop = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const middleBottom = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const nearTop = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const nearBottom = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const farTop = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const farBottom = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

function ratio(top: readonly number[], bottom: readonly number[], r: number): number {
  return polynomial(top, r) / polynomial(bottom, r);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((total, coefficient) => total * x + coefficient, 0);
}
