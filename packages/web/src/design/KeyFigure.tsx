/** One headline number with its name, its span and its range in words. */
import type { EstimateWire } from '@rapport/contract';
import type { ReactNode } from 'react';
import type { EstimateWords } from './estimate-words.ts';
import { Span } from './Span.tsx';
import { isFewData, type SpanScale } from './span-geometry.ts';
import './KeyFigure.css';

interface KeyFigureProps {
  name: ReactNode;
  estimate: EstimateWire;
  words: EstimateWords;
  scale: SpanScale;
  /** Spoken before the value, for readers who do not see the name beside it. */
  label: string;
  /** Said when nothing could be estimated, such as "no ratings yet". */
  empty: string;
  /** Beside the range, such as "of ±2". */
  unit?: string;
  reference?: { value: number; kind: 'zero' | 'target' };
  better?: 'higher' | 'lower' | 'neither';
  href?: ReactNode;
}

export function KeyFigure({
  name,
  estimate,
  words,
  scale,
  label,
  empty,
  unit,
  reference,
  better,
  href,
}: KeyFigureProps) {
  const few = isFewData(estimate);
  return (
    <div className="key-figure">
      <dt>{name}</dt>
      <dd className={few ? 'value few' : 'value'}>
        {few ? (estimate.n === 0 ? empty : 'too few') : (href ?? words.value)}
      </dd>
      <dd>
        <Span
          estimate={estimate}
          scale={scale}
          width={112}
          axis
          label={`${label}: ${estimate.n === 0 ? empty : words.sentence}`}
          reference={reference}
          better={better ?? 'neither'}
        />
      </dd>
      {few && estimate.n === 0 ? null : (
        <dd className="caption">{few ? words.range : `${words.range}${unit ? ` ${unit}` : ''}`}</dd>
      )}
    </div>
  );
}
