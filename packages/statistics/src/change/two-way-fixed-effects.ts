/**
 * The regression form of difference in differences: a column per agent, a column per week, and "coached and after".
 *
 * Use: to compare with other software; in a balanced panel it equals the two-step answer, which is the default.
 * Method: least squares with agent and week columns; errors by agent, HC1 and CR2 with Satterthwaite's degrees of
 * freedom.
 * Source: Pustejovsky & Tipton 2018, https://doi.org/10.1080/07350015.2016.1247004
 * Example: `fitTwoWayEffects([])` → null
 */
import { clusterRobust } from '../regression/cluster-robust.ts';
import { dummyColumns } from '../regression/dummy-columns.ts';
import { fitLinearModel } from '../regression/linear-model.ts';

export interface PanelRow {
  agent: string | number;
  week: number;
  /** Coached agent in a week after the change. */
  treated: boolean;
  value: number;
}

export interface TwoWayEffects {
  estimate: number;
  hc1: number;
  cr2: number;
  freedom: number;
}

/** Null when the treated rows cannot be told apart from agents and weeks. */
export function fitTwoWayEffects(rows: readonly PanelRow[]): TwoWayEffects | null {
  const agents = dummyColumns(rows.map((row) => row.agent));
  const weeks = dummyColumns(rows.map((row) => row.week));
  const columns = rows.map((row, place) => [
    row.treated ? 1 : 0,
    1,
    ...(agents.rows[place] ?? []),
    ...(weeks.rows[place] ?? []),
  ]);
  const model = fitLinearModel(
    columns,
    rows.map((row) => row.value),
  );
  if (!model) return null;
  const errors = clusterRobust(
    model,
    rows.map((row) => row.agent),
    0,
  );
  return { estimate: model.coefficients[0] ?? 0, ...errors };
}
