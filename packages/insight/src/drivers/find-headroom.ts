/**
 * Headroom: how far agents are from what the better fifth of them already reaches, in human points, on the same work.
 *
 * Not from perfection: what colleagues reach. Each agent's level is a posterior draw of a Fay-Herriot fit (mean rating of
 * random reviews, case mix taken out, pulled towards what the machine's mean predicts), the doubt about how much agents
 * differ included; percentiles of the shrunken means themselves lie too close together.
 */
import {
  addProduct,
  type PosteriorMeans,
  posteriorMeans,
  quantile,
  type Random,
  solveSymmetric,
} from '@rapport/statistics';
import type { ScoredTable } from '../scored-table.ts';

export interface HeadroomDraws {
  /** One number per draw, at least 0; averaged over all conversations, those without an opportunity counting 0. */
  draws: number[];
  agents: number;
  reviews: number;
}

export const topShare = 0.8;
const fewestReviews = 30;
const fewestAgents = 3;

/** Null where random reviews are too few, or agents with any are. */
export function findHeadroom(
  table: ScoredTable,
  {
    quality,
    mix,
    draws,
    random,
  }: { quality: number; mix: readonly (readonly number[])[]; draws: number; random: Random },
): HeadroomDraws | null {
  const levels = fitLevels(table, quality, mix);
  if (!levels) return null;
  const total = table.rows.length;
  const found: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = levels.posterior.draw(random);
    const top = quantile(drawn, topShare) ?? 0;
    let room = 0;
    for (const [place, { opportunities }] of levels.agents.entries()) {
      room += opportunities * Math.max(0, top - (drawn[place] ?? 0));
    }
    found.push(room / total);
  }
  return { draws: found, agents: levels.agents.length, reviews: levels.reviews };
}

export interface AgentLevels {
  agents: { agent: string; opportunities: number }[];
  posterior: PosteriorMeans;
  reviews: number;
}

/** Level of each agent with a random review, in human points, case mix taken out. */
export function fitLevels(
  { rows }: ScoredTable,
  quality: number,
  mix: readonly (readonly number[])[],
): AgentLevels | null {
  const rated: Measured[] = [];
  const scored: Measured[] = [];
  for (const [row, { agent, scores, review }] of rows.entries()) {
    const score = scores[quality] ?? null;
    const rating = review?.drawn === 'random' ? (review.ratings[quality] ?? null) : null;
    const columns = mix[row] ?? [];
    if (score !== null) scored.push({ agent, value: score, columns });
    if (score !== null && rating !== null) rated.push({ agent, value: rating, columns });
  }
  const ratings = adjustedMeans(rated);
  const machine = adjustedMeans(scored);
  const agents = [...ratings.means.keys()].sort();
  if (rated.length < fewestReviews || agents.length < fewestAgents || !(ratings.variance > 0)) return null;
  const y = agents.map((agent) => ratings.means.get(agent)?.mean ?? 0);
  const v = agents.map((agent) => ratings.variance / (ratings.means.get(agent)?.n ?? 1));
  const x = agents.map((agent) => machine.means.get(agent)?.mean ?? 0);
  // A line through few agents would be fitted to luck.
  const lined = agents.length >= 6 && Math.max(...x) - Math.min(...x) > 1e-9;
  const means = { y, v, x: x.map((value) => (lined ? [1, value] : [1])) };
  return {
    reviews: rated.length,
    posterior: posteriorMeans(means),
    agents: agents.map((agent) => ({ agent, opportunities: machine.means.get(agent)?.n ?? 0 })),
  };
}

export interface Measured {
  agent: string;
  value: number;
  columns: readonly number[];
}

/** Means by agent with the case mix of the group; `variance` is that of one conversation within agents. */
export function adjustedMeans(rows: readonly Measured[]): {
  means: Map<string, { mean: number; n: number }>;
  variance: number;
} {
  const width = rows[0]?.columns.length ?? 0;
  const size = width + 1;
  // Per agent: sums of the columns and the value; all products together, the agents' own means taken off at the end.
  const sums = new Map<string, { total: Float64Array; n: number }>();
  const products = new Float64Array(size * size);
  for (const { agent, value, columns } of rows) {
    const own = sums.get(agent) ?? { total: new Float64Array(size), n: 0 };
    sums.set(agent, own);
    const row = Float64Array.from([...columns, value]);
    own.n += 1;
    for (let k = 0; k < size; k += 1) own.total[k] = (own.total[k] ?? 0) + (row[k] ?? 0);
    addProduct(products, 0, row, row, 1);
  }
  const team = new Float64Array(size);
  for (const { total, n } of sums.values()) {
    addProduct(products, 0, total, total, -1 / n);
    for (let k = 0; k < size; k += 1) team[k] = (team[k] ?? 0) + (total[k] ?? 0) / rows.length;
  }
  const { slopes, variance } = withinFit(products, { width, rows: rows.length, groups: sums.size });
  const means = new Map(
    [...sums].map(([agent, { total, n }]) => {
      let mean = (total[width] ?? 0) / n;
      for (let k = 0; k < width; k += 1) mean -= (slopes[k] ?? 0) * ((total[k] ?? 0) / n - (team[k] ?? 0));
      return [agent, { mean, n }];
    }),
  );
  return { means, variance };
}

/** Least squares within agents from products of (columns, value): a mix column that never varies gets 0. */
function withinFit(
  products: Float64Array,
  { width, rows, groups }: { width: number; rows: number; groups: number },
): { slopes: Float64Array; variance: number } {
  const size = width + 1;
  const squares = products[size * size - 1] ?? 0;
  const freedom = rows - groups - width;
  if (freedom <= 0) return { slopes: new Float64Array(width), variance: squares / Math.max(1, rows - groups) };
  const inner = new Float64Array(width * width);
  const cross = new Float64Array(width);
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < width; j += 1) inner[i * width + j] = products[i * size + j] ?? 0;
    cross[i] = products[i * size + width] ?? 0;
  }
  const slopes = solveSymmetric(inner, cross, width);
  const left = slopes.reduce((sum, slope, k) => sum - slope * (cross[k] ?? 0), squares);
  return { slopes, variance: Math.max(0, left) / freedom };
}
