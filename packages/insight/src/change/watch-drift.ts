/**
 * Is this week unusual, or ordinary luck? Weekly pass rates by the machine against a frozen baseline.
 *
 * With many qualities alarms are certain, so weeks are called unusual only after false-discovery control over all charts
 * shown; slow drifts are watched on the composite of all qualities. Limits widen where weeks scatter more than luck
 * (Laney). A new scorer version starts a new baseline: two scorers never share a chart.
 * Source: Montgomery, Statistical Quality Control; Laney 2002.
 */
import {
  adjustPValues,
  type Cusum,
  cusum,
  meanOf,
  normalTwoSided,
  type PChart,
  type PeriodCount,
  pChart,
} from '@rapport/statistics';

export interface QualityWeeks {
  quality: string;
  /** In order of time, weeks without an opportunity left out by the caller. */
  weeks: readonly PeriodCount[];
}

export interface DriftChart {
  quality: string;
  chart: PChart | null;
  reason: 'too_few_rows' | 'no_variation' | null;
  /** Weeks after the baseline that are unusual, counted from 0, after control over all charts. */
  unusual: number[];
}

export interface Drift {
  charts: DriftChart[];
  /** Watches the mean of all charts for slow drift; null without a chart. Starts after the baseline. */
  composite: Cusum | null;
}

export const baselineWeeks = 12;

export function watchDrift(qualities: readonly QualityWeeks[], baseline = baselineWeeks): Drift {
  const charts = qualities.map(({ quality, weeks }) => {
    const enough = weeks.length > baseline;
    return { quality, weeks, chart: enough ? pChart(weeks, baseline) : null, enough };
  });
  const marks = charts.flatMap(({ chart }, place) =>
    chart
      ? chart.z.slice(baseline).map((z, week) => ({ place, week: baseline + week, z: z / Math.max(1, chart.sigmaZ) }))
      : [],
  );
  const adjusted = adjustPValues(marks.map(({ z }) => normalTwoSided(z)));
  return {
    charts: charts.map(({ quality, chart, enough }, place) => ({
      quality,
      chart,
      reason: chart ? null : enough ? 'no_variation' : 'too_few_rows',
      unusual: marks.flatMap((mark, index) =>
        mark.place === place && (adjusted[index] ?? 1) < 0.05 ? [mark.week] : [],
      ),
    })),
    composite: watchComposite(
      charts.map(({ chart }) => chart),
      baseline,
    ),
  };
}

function watchComposite(charts: readonly (PChart | null)[], baseline: number): Cusum | null {
  const series = charts.flatMap((chart) => (chart ? [chart.z.map((z) => z / Math.max(1, chart.sigmaZ))] : []));
  const length = Math.min(...series.map((z) => z.length));
  if (series.length === 0 || length <= baseline) return null;
  const means = Array.from({ length }, (_, week) => meanOf(series.map((z) => z[week] ?? 0)));
  const frozen = means.slice(0, baseline);
  const middle = meanOf(frozen);
  const spread = Math.sqrt(frozen.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (baseline - 1));
  return spread > 0 ? cusum(means.slice(baseline).map((value) => (value - middle) / spread)) : null;
}
