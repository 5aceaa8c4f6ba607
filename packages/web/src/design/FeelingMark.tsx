/** The customer's feeling from the first message (hollow) to the last (filled): blue lifted, orange fell, grey unclear. */
import { numberWords } from './estimate-words.ts';
import { feelingChange } from './feeling-change.ts';
import './FeelingMark.css';

interface FeelingMarkProps {
  first: number | null;
  last: number | null;
  width?: number;
}

export function FeelingMark({ first, last, width = 98 }: FeelingMarkProps) {
  if (first === null || last === null) return <span className="dim">not read</span>;
  const change = feelingChange(first, last);
  const at = (value: number) => Math.round((6 + ((value + 1) / 2) * (width - 12)) * 10) / 10;
  const label = `feeling ${change}, from ${numberWords(first, 1)} to ${numberWords(last, 1)} on −1 to 1`;
  return (
    <svg
      className={`feeling-mark ${change.replaceAll(' ', '-')}`}
      width={width}
      height={18}
      role="img"
      aria-label={label}
    >
      <line className="axis" x1={2} x2={width - 2} y1={9} y2={9} />
      <line className="middle" x1={width / 2} x2={width / 2} y1={5} y2={13} />
      <line className="path" x1={at(first)} x2={at(last)} y1={9} y2={9} />
      <circle className="first" cx={at(first)} cy={9} r={3.4} />
      <circle className="last" cx={at(last)} cy={9} r={4.2} />
    </svg>
  );
}
