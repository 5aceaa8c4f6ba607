/**
 * Logistic regression over a few hundred dense features with a ridge and, where asked, a sign that a weight must have.
 * Projected gradient steps with momentum (Nesterov), a fixed number of them: same input, same weights.
 */

export interface LogitSettings {
  /** Weight of the ridge on standardised features. */
  ridge: number;
  /** How much less a feature is held back than the others; 1 is alike. */
  trust: readonly number[];
  /** −1 or 1 where a weight may not have the other sign, 0 where it is free. */
  signs: readonly number[];
}

export interface FittedLogit {
  bias: number;
  /** On the features as given, not standardised. */
  weights: Float64Array;
}

const steps = 300;
const momentum = 0.9;

export const fitLogit = (
  rows: readonly Float64Array[],
  targets: readonly number[],
  importance: readonly number[],
  { ridge, trust, signs }: LogitSettings,
): FittedLogit => {
  const width = trust.length;
  const total = importance.reduce((sum, one) => sum + one, 0);
  const { means, scales } = standardise(rows, importance, total, trust);
  const table = rows.map((row) => row.map((value, at) => (value - (means[at] ?? 0)) * (scales[at] ?? 0)));
  const weights = new Float64Array(width);
  const speeds = new Float64Array(width);
  const slopes = new Float64Array(width);
  const share = targets.reduce((sum, target, index) => sum + target * (importance[index] ?? 1), 0) / total;
  let bias = Math.log((share + 0.01) / (1.01 - share));
  const rate = 1 / (0.25 * largestSpread(table, importance, total) + ridge);
  const ahead = new Float64Array(width);
  for (let step = 0; step < steps; step += 1) {
    slopes.fill(0);
    let biasSlope = 0;
    for (let at = 0; at < width; at += 1) ahead[at] = (weights[at] ?? 0) + momentum * (speeds[at] ?? 0);
    for (const [index, row] of table.entries()) {
      let odds = bias;
      for (let at = 0; at < width; at += 1) odds += (ahead[at] as number) * (row[at] as number);
      const error = ((1 / (1 + Math.exp(-odds)) - (targets[index] ?? 0)) * (importance[index] ?? 1)) / total;
      biasSlope += error;
      for (let at = 0; at < width; at += 1) slopes[at] = (slopes[at] as number) + error * (row[at] as number);
    }
    for (let at = 0; at < width; at += 1) {
      const before = weights[at] as number;
      let next = (ahead[at] as number) - rate * ((slopes[at] as number) + ridge * (ahead[at] as number));
      if (next * (signs[at] ?? 0) < 0) next = 0;
      speeds[at] = next - before;
      weights[at] = next;
    }
    bias -= biasSlope;
  }
  const plain = weights.map((weight, at) => weight * (scales[at] ?? 0));
  return { bias: bias - plain.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0), weights: plain };
};

const standardise = (
  rows: readonly Float64Array[],
  importance: readonly number[],
  total: number,
  trust: readonly number[],
): { means: Float64Array; scales: Float64Array } => {
  const means = new Float64Array(trust.length);
  const squares = new Float64Array(trust.length);
  for (const [index, row] of rows.entries())
    for (let at = 0; at < row.length; at += 1) {
      means[at] = (means[at] ?? 0) + ((row[at] ?? 0) * (importance[index] ?? 1)) / total;
      squares[at] = (squares[at] ?? 0) + ((row[at] ?? 0) ** 2 * (importance[index] ?? 1)) / total;
    }
  const scales = means.map((mean, at) => {
    const spread = Math.sqrt(Math.max(0, (squares[at] ?? 0) - mean * mean));
    return spread < 1e-4 ? 0 : (trust[at] ?? 1) / spread;
  });
  return { means, scales };
};

/** Largest eigenvalue of the features' second moments, by a few power steps; sets a step size that cannot overshoot. */
const largestSpread = (table: readonly Float64Array[], importance: readonly number[], total: number): number => {
  let direction = new Float64Array(table[0]?.length ?? 0).fill(1);
  let size = 1;
  for (let step = 0; step < 12; step += 1) {
    const next = new Float64Array(direction.length);
    for (const [index, row] of table.entries()) {
      let dot = 0;
      for (let at = 0; at < row.length; at += 1) dot += (row[at] as number) * (direction[at] as number);
      dot *= (importance[index] ?? 1) / total;
      for (let at = 0; at < row.length; at += 1) next[at] = (next[at] as number) + dot * (row[at] as number);
    }
    size = Math.hypot(...next) || 1;
    direction = next.map((value) => value / size);
  }
  return size * 1.1;
};
