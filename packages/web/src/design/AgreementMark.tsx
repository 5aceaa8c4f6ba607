/** Agreement beyond luck, from 0 to 1, with its range and the mark from which it is good enough; or why there is none. */
import type { EstimateWire } from '@rapport/contract';
import { numberWords, rangeWords } from './estimate-words.ts';
import { Span } from './Span.tsx';
import './AgreementMark.css';

interface AgreementMarkProps {
  estimate: EstimateWire;
  label: string;
  /** Said where nothing was rated twice. */
  none: string;
  width?: number;
}

const scale = { min: -0.2, max: 1 };
/** From here on agreement is called good enough to build on. */
const tentative = 0.67;
/** Fewer things rated twice than this are counted, not measured: a range of so few would often miss the truth. */
const fewest = 20;

export function AgreementMark({ estimate, label, none, width = 150 }: AgreementMarkProps) {
  const { value, lower, upper, n, reason } = estimate;
  if (value === null || lower === null || upper === null || n < fewest) {
    return (
      <span className="dim">
        {reason === 'no_variation'
          ? 'all the same, cannot be judged'
          : value === 1 && n >= fewest
            ? `the same every time, ${n} rated twice`
            : n > 0
              ? `only ${n} of ${fewest} rated twice`
              : none}
      </span>
    );
  }
  const range = rangeWords(lower, upper, 2);
  const words = `${numberWords(value, 2)}, likely ${numberWords(lower, 2)} to ${numberWords(upper, 2)}, ${n} rated twice`;
  return (
    <span className="agreement-mark">
      <Span
        {...{ estimate, scale, width, label: `${label}: ${words}` }}
        reference={{ value: tentative, kind: 'target' }}
        better="higher"
      />
      <b>{numberWords(value, 2)}</b> <span className="caption">{range}</span>
    </span>
  );
}
