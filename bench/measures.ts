/** Measures of agreement between what was read and what is true. */

export interface Said {
  isTrue: boolean;
  isSaid: boolean;
}

export const f1Of = (pairs: readonly Said[]): { precision: number; recall: number; f1: number; n: number } => {
  let right = 0;
  let said = 0;
  let n = 0;
  for (const { isTrue, isSaid } of pairs) {
    if (isTrue) n += 1;
    if (isSaid) said += 1;
    if (isTrue && isSaid) right += 1;
  }
  return {
    precision: said ? right / said : 0,
    recall: n ? right / n : 0,
    f1: said + n ? (2 * right) / (said + n) : 0,
    n,
  };
};

/** Expected calibration error over ten bins of equal width. */
export const calibrationError = (pairs: readonly { isTrue: boolean; probability: number }[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, sum: 0, right: 0 }));
  for (const { isTrue, probability } of pairs) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (!bin) continue;
    bin.n += 1;
    bin.sum += probability;
    if (isTrue) bin.right += 1;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) / pairs.length;
};

/** Spearman's, with ties at their mean rank. */
export const rankCorrelation = (one: readonly number[], other: readonly number[]): number => {
  const a = ranksOf(one);
  const b = ranksOf(other);
  const middle = (one.length + 1) / 2;
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  for (const [index, rank] of a.entries()) {
    const x = rank - middle;
    const y = (b[index] ?? middle) - middle;
    both += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return both / Math.sqrt(squareA * squareB);
};

/** Chance that a true one has the larger value; ties count half. */
export const areaUnderCurve = (pairs: readonly { isTrue: boolean; value: number }[]): number => {
  const ranks = ranksOf(pairs.map(({ value }) => value));
  const positives = pairs.filter(({ isTrue }) => isTrue).length;
  const sum = pairs.reduce((total, { isTrue }, index) => total + (isTrue ? (ranks[index] ?? 0) : 0), 0);
  return (sum - (positives * (positives + 1)) / 2) / (positives * (pairs.length - positives));
};

const ranksOf = (values: readonly number[]): number[] => {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at <= to; at += 1) ranks[order[at] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
};
