/** From blind predictions to calibrated probabilities and to thresholds, one output at a time. */

export interface Judged {
  /** Log-odds predicted without having seen this example or its conversation. */
  odds: number;
  isTrue: boolean;
  weight: number;
}

export interface Scaling {
  slope: number;
  offset: number;
}

/** Platt (1999) with his smoothed targets, by Newton steps; few positives pull towards "leave the odds as they are". */
export const fitScaling = (judged: readonly Judged[]): Scaling => {
  let positives = 0;
  let total = 0;
  for (const { isTrue, weight } of judged) {
    total += weight;
    if (isTrue) positives += weight;
  }
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (total - positives + 2);
  const pull = 2;
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 50; step += 1) {
    let toSlope = pull * (slope - 1);
    let toOffset = 0;
    let slopeSlope = pull;
    let slopeOffset = 0;
    let offsetOffset = 1e-6;
    for (const { odds, isTrue, weight } of judged) {
      const probability = 1 / (1 + Math.exp(-(slope * odds + offset)));
      const error = (probability - (isTrue ? high : low)) * weight;
      const spread = probability * (1 - probability) * weight;
      toSlope += error * odds;
      toOffset += error;
      slopeSlope += spread * odds * odds;
      slopeOffset += spread * odds;
      offsetOffset += spread;
    }
    const determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
    if (!(determinant > 1e-9)) break;
    slope -= (offsetOffset * toSlope - slopeOffset * toOffset) / determinant;
    offset -= (slopeSlope * toOffset - slopeOffset * toSlope) / determinant;
  }
  return slope > 0.05 ? { slope, offset } : { slope: 0.05, offset };
};

/**
 * Probability from which an act counts as seen. With calibrated probabilities the best threshold for F1 is half the best
 * F1 (Lipton, Elkan, Naryanaswamy 2014). It was measured to hold better on conversations that had no part in choosing it
 * than the threshold where F1 happened to be largest; a tenth lower was best over all acts together.
 */
export const findThreshold = (judged: readonly Judged[]): number =>
  Math.min(0.9, Math.max(0.05, 0.9 * (bestF1(judged) / 2)));

const bestF1 = (judged: readonly Judged[]): number => {
  const sorted = [...judged].sort((one, other) => other.odds - one.odds);
  const positives = judged.reduce((sum, { isTrue, weight }) => sum + (isTrue ? weight : 0), 0);
  let right = 0;
  let claimed = 0;
  let best = 0;
  for (const [index, { odds, isTrue, weight }] of sorted.entries()) {
    claimed += weight;
    if (isTrue) right += weight;
    if (sorted[index + 1]?.odds === odds) continue;
    best = Math.max(best, (2 * right) / (claimed + positives));
  }
  return best;
};
