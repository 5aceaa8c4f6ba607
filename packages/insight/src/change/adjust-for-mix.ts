/** Scores of one quality by agent and period, and the same with the case mix taken out. */
import { addProduct, solveSymmetric } from '@rapport/statistics';
import { caseMixColumns } from '../drivers/case-mix-columns.ts';
import type { ScoredTable } from '../scored-table.ts';
import type { ChangePlan } from './change-plan.ts';

export interface PeriodScore {
  agent: string;
  /** Untouched agents are compared once with every starting week; then they appear once per week. */
  fromWeek: number;
  changed: boolean;
  week: number;
  period: 'before' | 'selection' | 'after';
  value: number;
  mix: readonly number[];
}

export function periodScores(table: ScoredTable, quality: number, plan: ChangePlan): PeriodScore[] {
  const starts = [...new Set(plan.fromWeek.values())];
  const mix = caseMixColumns(table.rows, { withWeek: false }).rows;
  return table.rows.flatMap(({ agent, week, scores }, row) => {
    const value = scores[quality] ?? null;
    if (value === null || week === null) return [];
    const own = plan.fromWeek.get(agent);
    return (own === undefined ? starts : [own]).map((fromWeek) => ({
      agent,
      fromWeek,
      changed: own !== undefined,
      week,
      period: periodOf(week, fromWeek, plan.selectionWeeks),
      value,
      mix: mix[row] ?? [],
    }));
  });
}

function periodOf(week: number, fromWeek: number, selectionWeeks: number): PeriodScore['period'] {
  if (week >= fromWeek) return 'after';
  return week >= fromWeek - selectionWeeks ? 'selection' : 'before';
}

/** Slopes of the mix within agent and period, so that neither agents nor the change can hide in them. */
export function adjustForMix(scores: readonly PeriodScore[]): PeriodScore[] {
  const width = scores[0]?.mix.length ?? 0;
  const size = width + 1;
  const groups = new Map<string, { total: Float64Array; n: number }>();
  const products = new Float64Array(size * size);
  for (const { agent, fromWeek, period, value, mix } of scores) {
    const key = `${fromWeek} ${period} ${agent}`;
    const group = groups.get(key) ?? { total: new Float64Array(size), n: 0 };
    groups.set(key, group);
    const row = Float64Array.from([...mix, value]);
    group.n += 1;
    for (let k = 0; k < size; k += 1) group.total[k] = (group.total[k] ?? 0) + (row[k] ?? 0);
    addProduct(products, 0, row, row, 1);
  }
  for (const { total, n } of groups.values()) addProduct(products, 0, total, total, -1 / n);
  const inner = new Float64Array(width * width);
  const cross = new Float64Array(width);
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < width; j += 1) inner[i * width + j] = products[i * size + j] ?? 0;
    cross[i] = products[i * size + width] ?? 0;
  }
  const slopes = solveSymmetric(inner, cross, width);
  return scores.map((score) => ({
    ...score,
    value: score.mix.reduce((sum, column, k) => sum - column * (slopes[k] ?? 0), score.value),
  }));
}
