/** Agreement as counted moments with its likely range beneath: too few for a rate, enough for a count. */
import { countOf } from '../first-run/count-words.ts';
import type { CountRange } from './check-cards.ts';
import './AgreementMark.css';

const step = 26;
const radius = 8;

export function AgreementMark({ counts }: { counts: CountRange }) {
  const { agreed, of, lower, upper } = counts;
  const width = of * step;
  const dots = Array.from({ length: of }, (_, index) => index);
  return (
    <figure className="agreement-mark">
      <svg
        width={width}
        height={44}
        viewBox={`0 0 ${width} 44`}
        role="img"
        aria-label={`Agreed on ${agreed} of ${of}, likely ${lower} to ${upper}`}
      >
        {dots.map((index) => (
          <circle
            key={index}
            className={index < agreed ? 'same' : 'differs'}
            cx={index * step + radius + 2}
            cy={radius + 3}
            r={radius}
          />
        ))}
        <line x1={edgeAt(lower)} x2={edgeAt(upper)} y1={32} y2={32} />
        <line x1={edgeAt(lower)} x2={edgeAt(lower)} y1={28} y2={36} />
        <line x1={edgeAt(upper)} x2={edgeAt(upper)} y1={28} y2={36} />
      </svg>
      <figcaption className="caption">
        {countOf(agreed, 'moment')} alike; the line spans what is likely, {lower} to {upper}. More moments make it
        shorter.
      </figcaption>
    </figure>
  );
}

/** Under the dot of the n-th moment; at its left edge for none. */
const edgeAt = (count: number): number => (count === 0 ? 1 : (count - 1) * step + radius + 2);
