/** One row's stretch of the feeling track; rows of any height join into one line. */
import type { TrackStretch } from './feeling-track.ts';
import './FeelingTrack.css';

const width = 104;
const at = (valence: number): number => 8 + ((valence + 1) / 2) * (width - 16);

export function FeelingTrack({ stretch }: { stretch: TrackStretch | undefined }) {
  const dot = stretch?.dot ?? null;
  const hasLine = stretch && stretch.from !== null && stretch.to !== null;
  return (
    <span className="feeling-track">
      <svg viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden="true">
        <line className="edge" x1={8} x2={8} y1={0} y2={100} vectorEffect="non-scaling-stroke" />
        <line className="middle" x1={52} x2={52} y1={0} y2={100} vectorEffect="non-scaling-stroke" />
        <line className="edge" x1={96} x2={96} y1={0} y2={100} vectorEffect="non-scaling-stroke" />
        {hasLine ? (
          <line
            className="course"
            x1={at(stretch.from ?? 0)}
            x2={at(stretch.to ?? 0)}
            y1={0}
            y2={100}
            vectorEffect="non-scaling-stroke"
          />
        ) : null}
      </svg>
      {dot ? (
        <>
          <i className={dot.tone} style={{ left: at(dot.valence) }} />
          <span className="visually-hidden">{dot.spoken}</span>
          {dot.word ? (
            <em
              className={`${dot.tone} ${dot.valence < 0 ? 'after' : 'before'}`}
              aria-hidden="true"
              style={wordPlace(dot.valence)}
            >
              {dot.word}
            </em>
          ) : null}
        </>
      ) : null}
    </span>
  );
}

/** The word stands on the side of the dot that has room. */
const wordPlace = (valence: number) => (valence < 0 ? { left: at(valence) + 9 } : { right: width - at(valence) + 9 });
