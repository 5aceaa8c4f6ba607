/**
 * A change for the whole team at once: did level or trend turn in the week it began?
 *
 * Use: a new macro or policy. At least 8 weeks on each side. Without an untouched group it stays "goes together with".
 * Formula: y = b0 + b1 t + b2 post + b3 (t - t0) post; Newey-West errors, lag 3.
 * Source: Bernal, Cummins & Gasparrini 2017, https://doi.org/10.1093/ije/dyw098; R sandwich::NeweyWest
 * Example: `estimateLevelChange({ weekly: [1, 2, 3], changeWeek: 2 }).reason` → too_few_rows
 */
import { tQuantile } from '../distributions/t-distribution.ts';
import { defaultLevel, type Estimate, estimateOf, innerLevel, refuse } from '../estimate.ts';
import { durbinWatson, fitLinearModel, neweyWestErrors } from '../regression/linear-model.ts';

export interface WeeklySeries {
  /** One value per week, in order. */
  weekly: readonly number[];
  /** First week of the change, counted from 1. */
  changeWeek: number;
}

export interface InterruptedSeries {
  /** Start, weekly trend, jump, change of trend. */
  coefficients: number[];
  standardErrors: number[];
  neweyWest: number[];
  durbinWatson: number;
}

export function fitInterruptedSeries({ weekly, changeWeek }: WeeklySeries): InterruptedSeries | null {
  const columns = weekly.map((_, index) => {
    const week = index + 1;
    const post = week >= changeWeek ? 1 : 0;
    return [1, week, post, (week - changeWeek) * post];
  });
  const model = fitLinearModel(columns, weekly);
  if (!model) return null;
  const { coefficients, standardErrors, residuals } = model;
  return { coefficients, standardErrors, neweyWest: neweyWestErrors(model, 3), durbinWatson: durbinWatson(residuals) };
}

/** The jump in the week of the change. */
export function estimateLevelChange(series: WeeklySeries, level = defaultLevel): Estimate {
  const method = 'interrupted-time-series';
  const n = series.weekly.length;
  const before = series.changeWeek - 1;
  if (before < 8 || n - before < 8) return refuse('too_few_rows', { n, method, level });
  const found = fitInterruptedSeries(series);
  if (!found) return refuse('collinear', { n, method, level });
  const jump = found.coefficients[2] ?? 0;
  // Newey-West understates on short series; the larger of the two errors is the honest one.
  const error = Math.max(found.neweyWest[2] ?? 0, found.standardErrors[2] ?? 0);
  // What rounding leaves of weeks that lie on their lines is no error to build a range from.
  const size = Math.max(Math.abs(jump), ...series.weekly.map(Math.abs));
  if (!(error > 1e-9 * size)) return refuse('no_variation', { n, method, level });
  const around = (wanted: number) => {
    const reach = tQuantile((1 + wanted) / 2, n - 4) * error;
    return { lower: jump - reach, upper: jump + reach };
  };
  const warnings = ['without an untouched group this says "goes together with", not "because of"'];
  return estimateOf({ value: jump, interval: around(level), inner: around(innerLevel), level, n, method, warnings });
}
