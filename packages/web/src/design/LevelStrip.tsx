/** A machine score in three cells, Missed, Partly, Met; the fill's height is how sure the machine is, a ring is a person. */
import type { Verdict } from '@rapport/contract';
import { levelNames, levelOrder } from './level-words.ts';
import './LevelStrip.css';

export type StripScore =
  | { kind: 'scored'; verdict: Verdict; confidence: number; person?: Verdict }
  | { kind: 'not-called-for' }
  | { kind: 'loading' };

const cell = { width: 24, step: 27, top: 1.5, height: 15 };

export function LevelStrip({ name, score }: { name: string; score: StripScore }) {
  const width = cell.step * 3 - 3;
  if (score.kind === 'not-called-for') {
    return (
      <svg
        className="level-strip"
        width={width}
        height={18}
        viewBox={`0 0 ${width} 18`}
        role="img"
        aria-label={`${name}: not called for`}
      >
        <rect className="absent" x={0.5} y={cell.top} width={width - 1} height={cell.height} rx={2} />
      </svg>
    );
  }
  return (
    <svg
      className="level-strip"
      width={width}
      height={18}
      viewBox={`0 0 ${width} 18`}
      role="img"
      aria-label={`${name}: ${stripWords(score)}`}
    >
      {levelOrder.map((level, index) => (
        <g key={level} className={level === 'met' ? 'strength' : 'attention'}>
          <rect
            className="cell"
            x={index * cell.step + 0.5}
            y={cell.top}
            width={cell.width - 1}
            height={cell.height}
            rx={2}
          />
          {score.kind === 'scored' && score.verdict === level ? (
            <rect
              className="fill"
              x={index * cell.step + 1}
              y={17 - fillHeight(score.confidence)}
              width={cell.width - 2}
              height={fillHeight(score.confidence)}
              rx={1.5}
            />
          ) : null}
          {score.kind === 'scored' && score.person === level ? (
            <circle className="person" cx={index * cell.step + cell.width / 2} cy={9} r={5} />
          ) : null}
        </g>
      ))}
    </svg>
  );
}

const fillHeight = (confidence: number): number => Math.max(2, Math.round(confidence * 150) / 10);

function stripWords(score: Exclude<StripScore, { kind: 'not-called-for' }>): string {
  if (score.kind === 'loading') return 'being scored';
  const machine = `${levelNames[score.verdict]}, ${Math.round(score.confidence * 100)} of 100 sure`;
  return score.person ? `machine ${machine}; person ${levelNames[score.person]}` : machine;
}
