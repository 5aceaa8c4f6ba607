/**
 * Within and between: does the SAME agent's better conversation end better, and do better agents' conversations?
 *
 * Use: drivers are read within agents only. Slopes between agents mix in who works where, and often point the other way.
 * Formula: y on (x - agent's mean) and agent's mean. The within slopes equal those with one intercept per agent.
 * Source: Mundlak 1978; Bell, Fairbrother & Jones 2019, https://doi.org/10.1007/s11135-018-0802-x
 * Example: `withinSlopes({ clusters: ['a', 'a', 'b', 'b'], rows: [[1], [2], [5], [6]], y: [3, 5, 1, 3] })` → 2
 */
import { fitLinearModel } from '../regression/linear-model.ts';
import { groupBy, meanOf } from '../sums.ts';

export interface ClusteredTable {
  clusters: readonly (string | number)[];
  rows: readonly (readonly number[])[];
  y: readonly number[];
}

/** Slopes within and between agents; null where columns cannot be told apart or rows are too few. */
export function withinBetween(table: ClusteredTable): { within: number[]; between: number[] } | null {
  const { centred, means } = centreWithin(table.clusters, table.rows);
  const width = table.rows[0]?.length ?? 0;
  const columns = centred.map((row, place) => [1, ...row, ...(means[place] ?? [])]);
  const model = fitLinearModel(columns, table.y);
  if (!model) return null;
  return {
    within: model.coefficients.slice(1, 1 + width),
    between: model.coefficients.slice(1 + width),
  };
}

/** Slopes with one intercept per agent; null where columns cannot be told apart. */
export function withinSlopes({ clusters, rows, y }: ClusteredTable): number[] | null {
  const centredY = centreWithin(
    clusters,
    y.map((value) => [value]),
  ).centred.map(([value = 0]) => value);
  return fitLinearModel(centreWithin(clusters, rows).centred, centredY)?.coefficients ?? null;
}

/** Each row less the mean of its agent, and those means. */
export function centreWithin(
  clusters: readonly (string | number)[],
  rows: readonly (readonly number[])[],
): { centred: number[][]; means: number[][] } {
  const centred: number[][] = rows.map((row) => [...row]);
  const means: number[][] = rows.map((row) => [...row]);
  for (const places of groupBy(clusters.keys(), (place) => clusters[place] ?? '').values()) {
    const mean = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) =>
      meanOf(places.map((place) => rows[place]?.[column] ?? 0)),
    );
    for (const place of places) {
      centred[place] = mean.map((value, column) => (rows[place]?.[column] ?? 0) - value);
      means[place] = mean;
    }
  }
  return { centred, means };
}
