/**
 * Reliability of an agent's mean: how much of the differences between agents' means is about the agents.
 *
 * Use: before ranking. At .7 groups can be compared, at .9 single people.
 * Formula: va/(va + ve/n); conversations needed for a reliability r: r/(1-r) · ve/va.
 * Source: Spearman-Brown, https://en.wikipedia.org/wiki/Spearman%E2%80%93Brown_prediction_formula
 * Example: `reliabilityOfMean({ varianceBetween: 9, varianceWithin: 64 }, 30)` → 0.808
 */
export interface VarianceParts {
  varianceBetween: number;
  varianceWithin: number;
}

export function reliabilityOfMean({ varianceBetween, varianceWithin }: VarianceParts, n: number): number {
  return varianceBetween / (varianceBetween + varianceWithin / n);
}

/** Null when agents do not differ: then no number of conversations is enough. */
export function conversationsForReliability(
  { varianceBetween, varianceWithin }: VarianceParts,
  reliability: number,
): number | null {
  return varianceBetween > 0 ? ((reliability / (1 - reliability)) * varianceWithin) / varianceBetween : null;
}
