/**
 * From where to where: a hollow dot for what was, a filled one for what is. Coloured only where the whole range of the
 * change lies on one side of nothing; grey says "no clear change".
 */
import type { EstimateWire } from '@rapport/contract';
import { shareWords } from './estimate-words.ts';
import { isFewData, positionOf, type SpanScale, toneOf } from './span-geometry.ts';
import './FirstToLast.css';

interface FirstToLastProps {
  name: string;
  first: EstimateWire;
  last: EstimateWire;
  /** What decides the colour. */
  change: EstimateWire;
  scale: SpanScale;
  width: number;
  ticks?: readonly number[];
}

const height = 18;
const middle = height / 2;
const reach = 4;

export function FirstToLast({ name, first, last, change, scale, width, ticks = [] }: FirstToLastProps) {
  const isDrawn = !isFewData(first) && !isFewData(last);
  if (!isDrawn || first.value === null || last.value === null) return null;
  const [from, to] = [positionOf(first.value, scale, width), positionOf(last.value, scale, width)];
  const tone = change.value === null ? 'unsure' : toneOf(change, 0, 'higher');
  const side = to < from ? -1 : 1;
  return (
    <svg
      className={`first-to-last ${tone}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${name}: from ${shareWords(first).value} to ${shareWords(last).value} in 100, ${toneWords[tone]}`}
    >
      {ticks.map((tick) => {
        const x = positionOf(tick, scale, width);
        return <line key={tick} className="span-tick" x1={x} x2={x} y1={0} y2={height} />;
      })}
      {Math.abs(to - from) > 2 * reach ? (
        <line className="first-to-last-way" x1={from + side * reach} x2={to} y1={middle} y2={middle} />
      ) : null}
      <circle className="first-to-last-first" cx={from} cy={middle} r={reach} />
      <circle className="first-to-last-last" cx={to} cy={middle} r={reach} />
    </svg>
  );
}

const toneWords = { strength: 'lifted', attention: 'fell', unsure: 'no clear change', ink: 'changed' };
