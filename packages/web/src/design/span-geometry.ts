/** Where a span's line, bar and dot stand on its scale, and how sure its colour may be. */
import { type EstimateWire, floors } from '@rapport/contract';

/** The same scale for a whole table: two ends in the estimate's own unit. */
export interface SpanScale {
  min: number;
  max: number;
}

/** `ink`: nothing to compare with. `unsure`: the range includes the reference. */
export type SpanTone = 'strength' | 'attention' | 'unsure' | 'ink';

export interface SpanGeometry {
  dot: number;
  from: number;
  to: number;
  innerFrom: number | null;
  innerTo: number | null;
  tone: SpanTone;
}

/** Fewer than this many cases give a hatched box and counts, never a rate. */
export const fewestForRate: number = floors.opportunitiesForRate;

/** True when a rate may not be drawn: nothing was estimated, or from too few cases. */
export const isFewData = (estimate: EstimateWire): boolean =>
  estimate.value === null || estimate.lower === null || estimate.upper === null || estimate.n < fewestForRate;

/** Pixel position on a scale `width` pixels wide; values outside are held at the ends. Room for the dot is kept. */
export function positionOf(value: number, scale: SpanScale, width: number): number {
  const share = (value - scale.min) / (scale.max - scale.min);
  const position = 1 + Math.min(1, Math.max(0, share)) * (width - 2);
  return Math.round(position * 10) / 10;
}

/** Blue or orange only if the whole range lies on one side of the reference. */
export function toneOf(
  estimate: Pick<EstimateWire, 'lower' | 'upper'>,
  reference: number | undefined,
  better: 'higher' | 'lower' | 'neither',
): SpanTone {
  if (reference === undefined || estimate.lower === null || estimate.upper === null) return 'ink';
  const above = estimate.lower > reference;
  const below = estimate.upper < reference;
  if (!above && !below) return 'unsure';
  if (better === 'neither') return 'ink';
  return above === (better === 'higher') ? 'strength' : 'attention';
}

/** Null when the data cannot carry a rate (see `isFewData`). */
export function spanGeometry(
  estimate: EstimateWire,
  options: { scale: SpanScale; width: number; reference?: number | undefined; better: 'higher' | 'lower' | 'neither' },
): SpanGeometry | null {
  const { value, lower, upper } = estimate;
  if (value === null || lower === null || upper === null || isFewData(estimate)) return null;
  const at = (one: number) => positionOf(one, options.scale, options.width);
  return {
    dot: at(value),
    from: at(lower),
    to: at(upper),
    innerFrom: estimate.inner ? at(estimate.inner.lower) : null,
    innerTo: estimate.inner ? at(estimate.inner.upper) : null,
    tone: toneOf(estimate, options.reference, options.better),
  };
}
