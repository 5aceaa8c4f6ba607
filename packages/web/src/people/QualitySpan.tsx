/** A person's range of one quality beside its mark, coloured only where the finding is sure. */
import { type PersonQuality, qualityWords } from '@rapport/contract';
import { shareWords } from '../design/estimate-words.ts';
import { Span } from '../design/Span.tsx';

const tones = { great: 'strength', open: 'attention', 'cannot-tell': 'unsure' } as const;
const scale = { min: 0, max: 1 };

export function QualitySpan({ one, width = 190 }: { one: PersonQuality; width?: number }) {
  const mark = Math.round(one.mark * 100);
  return (
    <Span
      estimate={one.met}
      scale={scale}
      width={width}
      height={24}
      ticks={[0, 0.5, 1]}
      reference={{ value: one.mark, kind: 'target' }}
      tone={tones[one.standing]}
      label={`${qualityWords[one.quality].name}: ${shareWords(one.met).sentence}; the mark is ${mark}. ${one.why}`}
    />
  );
}
