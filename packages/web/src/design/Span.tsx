/**
 * The one mark for estimates: a thin line where the value likely lies (95%), a thick bar where it lies two times in
 * three, a dot for the value. Hollow, dashed and grey when the range includes the reference; hatched with too few cases.
 */
import type { EstimateWire } from '@rapport/contract';
import { positionOf, type SpanScale, type SpanTone, spanGeometry } from './span-geometry.ts';
import './Span.css';

interface SpanProps {
  /** Absent while loading: the line is drawn, the dot is not. */
  estimate: EstimateWire | undefined;
  scale: SpanScale;
  width: number;
  height?: number;
  /** What it is and its value with range, for readers who do not see it. */
  label: string;
  /** Where "no effect", the target or everyone else stands. */
  reference?: { value: number; kind: 'zero' | 'target' } | undefined;
  better?: 'higher' | 'lower' | 'neither';
  /** Where the colour follows from another estimate, such as the difference of two. */
  tone?: SpanTone | undefined;
  /** Light lines shared by all rows of a table. */
  ticks?: readonly number[];
  /** A light line from end to end, where no table gives the scale. */
  axis?: boolean;
}

export function Span({
  estimate,
  scale,
  width,
  height = 18,
  label,
  reference,
  better = 'neither',
  tone,
  ticks = [],
  axis = false,
}: SpanProps) {
  const middle = height / 2;
  const at = (value: number) => positionOf(value, scale, width);
  const shape = estimate ? spanGeometry(estimate, { scale, width, reference: reference?.value, better }) : null;
  const few = estimate !== undefined && shape === null;
  return (
    <svg
      className="span"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {axis && !few ? <line className="span-tick" x1={1} x2={width - 1} y1={middle} y2={middle} /> : null}
      {few
        ? null
        : ticks.map((tick) => <line key={tick} className="span-tick" x1={at(tick)} x2={at(tick)} y1={0} y2={height} />)}
      {reference && !few ? (
        <line
          className={`span-reference ${reference.kind}`}
          x1={at(reference.value)}
          x2={at(reference.value)}
          y1={0}
          y2={height}
        />
      ) : null}
      {estimate === undefined ? (
        <line className="span-waiting" x1={width * 0.25} x2={width * 0.75} y1={middle} y2={middle} />
      ) : null}
      {few ? <HatchedBox width={width} middle={middle} /> : null}
      {shape ? (
        <g className={`span-mark ${tone ?? shape.tone}`}>
          <line className="span-outer" x1={shape.from} x2={shape.to} y1={middle} y2={middle} />
          {shape.innerFrom !== null && shape.innerTo !== null ? (
            <line className="span-inner" x1={shape.innerFrom} x2={shape.innerTo} y1={middle} y2={middle} />
          ) : null}
          <circle className="span-dot" cx={shape.dot} cy={middle} r={4} />
        </g>
      ) : null}
    </svg>
  );
}

/** Stripes at 45 degrees, six apart, cut at the box. */
function HatchedBox({ width, middle }: { width: number; middle: number }) {
  const rise = 12;
  const starts = Array.from({ length: Math.ceil((width + rise) / 6) }, (_, index) => index * 6 - rise);
  return (
    <g className="span-few">
      {starts.map((x) => {
        const from = Math.max(1, x);
        const to = Math.min(width - 1, x + rise);
        return from < to ? (
          <line key={x} x1={from} x2={to} y1={middle + 6 - (from - x)} y2={middle + 6 - (to - x)} />
        ) : null;
      })}
      <rect x={0.5} y={middle - 6.5} width={width - 1} height={13} rx={3} />
    </g>
  );
}
