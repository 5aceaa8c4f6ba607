/**
 * Sums of products per cluster, from which every bootstrap draw is put together by adding.
 *
 * Use: the driver regression within agents. A draw of agents needs no row again: it is a sum of these blocks.
 * Layout of a block: X'WX, X'Wy, y'Wy; then per quality that is corrected: X'W(predictable part) where it has blanks; then per
 * set of reviewed rows: X'X; and per quality X'(rating). Symmetric parts keep their lower triangle only. X is centred within agents (for reviews: within the agent's
 * reviewed rows), which equals one intercept per agent.
 */
import { addProduct, addSquare, type DriverTable, triangleOf } from './driver-table.ts';

export interface SumsLayout {
  width: number;
  scoreCount: number;
  reviewWidth: number;
  /** Qualities whose slopes are corrected with reviews. */
  corrected: readonly number[];
  innerAt: number;
  crossAt: number;
  squaresAt: number;
  /** Per corrected quality; null where it is called for everywhere. */
  predictedAt: readonly (number | null)[];
  gramAt: readonly number[];
  reviewCrossAt: readonly number[];
  length: number;
}

export interface DriverSums {
  layout: SumsLayout;
  blocks: Float64Array[];
  /** Cluster indices that a draw takes from together: one list for agents, one per agent for their conversations. */
  strata: number[][];
}

export interface SumsQuestion {
  table: DriverTable;
  corrected: readonly number[];
  /** Parts into which each agent's conversations fall; 1 when whole agents are drawn. */
  parts: number;
  /** Part of each row, below `parts`. */
  partOf: (row: number) => number;
}

export function sumDrivers({ table, corrected, parts, partOf }: SumsQuestion): DriverSums {
  const layout = layOut(table, corrected);
  const blocks = Array.from({ length: table.agentCount * parts }, () => new Float64Array(layout.length));
  const blockOf = (row: number) => blocks[(table.agents[row] ?? 0) * parts + partOf(row)] ?? new Float64Array(0);
  for (const rows of rowsByAgent(table)) {
    addOutcome(table, layout, rows, blockOf);
    addReviews(table, layout, rows, blockOf);
  }
  const clusters = (agent: number) => Array.from({ length: parts }, (_, part) => agent * parts + part);
  const perAgent = Array.from({ length: table.agentCount }, (_, agent) => clusters(agent));
  return { layout, blocks, strata: parts === 1 ? [perAgent.flat()] : perAgent };
}

function layOut(table: DriverTable, corrected: readonly number[]): SumsLayout {
  const { width, scoreCount, reviewWidth } = table;
  let length = triangleOf(width) + width + 1;
  const take = (size: number) => {
    length += size;
    return length - size;
  };
  const predictedAt = corrected.map((quality) => (hasBlanks(table, quality) ? take(triangleOf(width)) : null));
  const full = width + reviewWidth;
  const grams = new Map<string, number>();
  const gramAt = corrected.map((quality) => {
    const key = reviewedKey(table, quality);
    const known = grams.get(key) ?? take(triangleOf(full));
    grams.set(key, known);
    return known;
  });
  const reviewCrossAt = corrected.map(() => take(full));
  const crossAt = triangleOf(width);
  const places = { innerAt: 0, crossAt, squaresAt: crossAt + width, predictedAt, gramAt, reviewCrossAt };
  return { width, scoreCount, reviewWidth, corrected, ...places, length };
}

function addOutcome(
  table: DriverTable,
  layout: SumsLayout,
  rows: readonly number[],
  blockOf: (row: number) => Float64Array,
): void {
  const { width } = layout;
  const weightOf = (row: number) => table.weights[row] ?? 0;
  const answered = rows.filter((row) => weightOf(row) > 0);
  if (answered.length === 0) return;
  const mean = meanRow(table.columns, width, answered, weightOf);
  const meanY = meanRow(table.outcomes, 1, answered, weightOf)[0] ?? 0;
  const opened = layout.corrected.map((quality, place) => {
    if (layout.predictedAt[place] === null) return null;
    const own = answered.filter((row) => table.opportunities[row * layout.scoreCount + quality] === 1);
    return own.length > 0 ? meanRow(table.columns, width, own, weightOf) : null;
  });
  for (const row of answered) {
    const block = blockOf(row);
    const weight = weightOf(row);
    const x = centredRow(table.columns, width, row, mean);
    addSquare(block, layout.innerAt, x, weight);
    const away = (table.outcomes[row] ?? 0) - meanY;
    addProduct(block, layout.crossAt, x, Float64Array.of(away), weight);
    block[layout.squaresAt] = (block[layout.squaresAt] ?? 0) + weight * away * away;
    for (const [place, quality] of layout.corrected.entries()) {
      const at = layout.predictedAt[place] ?? null;
      const own = opened[place];
      if (at === null || !own || table.opportunities[row * layout.scoreCount + quality] !== 1) continue;
      // Among these rows the agent's own mean falls out of one side, so that the product is a square.
      addSquare(block, at, centredRow(table.columns, width, row, own), weight);
    }
  }
}

function addReviews(
  table: DriverTable,
  layout: SumsLayout,
  rows: readonly number[],
  blockOf: (row: number) => Float64Array,
): void {
  const { width, reviewWidth, scoreCount } = layout;
  const full = width + reviewWidth;
  const done = new Set<number>();
  for (const [place, quality] of layout.corrected.entries()) {
    const reviewed = rows.filter((row) => isReviewed(table, row, quality));
    if (reviewed.length < 2) continue;
    const mean = meanRow(table.columns, width, reviewed, () => 1);
    const reviewMean = meanRow(table.reviewColumns, reviewWidth, reviewed, () => 1);
    const ratingOf = (row: number) => table.ratings[row * scoreCount + quality] ?? 0;
    const meanRating = reviewed.reduce((sum, row) => sum + ratingOf(row), 0) / reviewed.length;
    const gramAt = layout.gramAt[place] ?? 0;
    for (const row of reviewed) {
      const x = new Float64Array(full);
      x.set(centredRow(table.columns, width, row, mean));
      x.set(centredRow(table.reviewColumns, reviewWidth, row, reviewMean), width);
      const block = blockOf(row);
      if (!done.has(gramAt)) addSquare(block, gramAt, x, 1);
      addProduct(block, layout.reviewCrossAt[place] ?? 0, x, Float64Array.of(ratingOf(row) - meanRating), 1);
    }
    done.add(gramAt);
  }
}

/** Reviewed for this quality, where the machine saw an opportunity too. */
export function isReviewed(table: DriverTable, row: number, quality: number): boolean {
  const place = row * table.scoreCount + quality;
  return !Number.isNaN(table.ratings[place] ?? Number.NaN) && table.opportunities[place] === 1;
}

function hasBlanks({ opportunities, scoreCount }: DriverTable, quality: number): boolean {
  for (let place = quality; place < opportunities.length; place += scoreCount)
    if (opportunities[place] === 0) return true;
  return false;
}

/** Qualities reviewed on the same rows share one matrix. */
function reviewedKey(table: DriverTable, quality: number): string {
  const rows: number[] = [];
  for (let row = 0; row < table.agents.length; row += 1) if (isReviewed(table, row, quality)) rows.push(row);
  return rows.join(',');
}

function rowsByAgent({ agents, agentCount }: DriverTable): number[][] {
  const rows = Array.from({ length: agentCount }, (): number[] => []);
  for (const [row, agent] of agents.entries()) rows[agent]?.push(row);
  return rows;
}

function meanRow(
  values: Float64Array,
  width: number,
  rows: readonly number[],
  weightOf: (row: number) => number,
): Float64Array {
  const mean = new Float64Array(width);
  let total = 0;
  for (const row of rows) {
    const weight = weightOf(row);
    total += weight;
    for (let column = 0; column < width; column += 1) {
      mean[column] = (mean[column] ?? 0) + weight * (values[row * width + column] ?? 0);
    }
  }
  for (let column = 0; column < width; column += 1) mean[column] = (mean[column] ?? 0) / total;
  return mean;
}

function centredRow(values: Float64Array, width: number, row: number, mean: Float64Array): Float64Array {
  const centred = new Float64Array(width);
  for (let column = 0; column < width; column += 1) {
    centred[column] = (values[row * width + column] ?? 0) - (mean[column] ?? 0);
  }
  return centred;
}
