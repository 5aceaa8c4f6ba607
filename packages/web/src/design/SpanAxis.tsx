/** The numbers under a span or a column of spans, on their scale; for the eye only, since every span says its own value. */
import { positionOf, type SpanScale } from './span-geometry.ts';

interface SpanAxisProps {
  scale: SpanScale;
  width: number;
  ticks: readonly number[];
  words: (tick: number) => string;
  /** Where nothing stands beside it: the outermost words are kept inside the drawing. */
  keptInside?: boolean;
}

export function SpanAxis({ scale, width, ticks, words, keptInside = false }: SpanAxisProps) {
  const anchorOf = (tick: number) =>
    keptInside && tick === ticks[0] ? 'start' : keptInside && tick === ticks.at(-1) ? 'end' : 'middle';
  return (
    <svg className="span-axis" width={width} height={17} aria-hidden="true">
      {ticks.map((tick) => (
        <text key={tick} x={positionOf(tick, scale, width)} y={13} textAnchor={anchorOf(tick)}>
          {words(tick)}
        </text>
      ))}
    </svg>
  );
}
