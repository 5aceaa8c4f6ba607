/** Why a quality has its level: each moment with the words it rests on and one sentence. */
import { type QualityId, type QualityScore, qualityWords } from '@rapport/contract';
import type { ReactNode } from 'react';
import { verdictName } from '../design/level-words.ts';
import type { Mark } from './evidence-marks.ts';

interface WhyPanelProps {
  quality: QualityId;
  agent: string;
  score: QualityScore;
  /** Marks of this author and quality. */
  marks: readonly Mark[];
  mark: Mark | undefined;
  onMark: (label: string) => void;
  /** What else is known of a moment. */
  beside?: (moment: QualityScore['moments'][number]) => ReactNode;
  /** How far to trust this quality; stands last. */
  trust: ReactNode;
  /** For whoever wrote the replies: a way to contest it. */
  contest: ReactNode;
}

const mostShown = 6;

export function WhyPanel({ quality, agent, score, marks, mark, onMark, beside, trust, contest }: WhyPanelProps) {
  if (score.moments.length === 0) {
    return (
      <div className="why">
        <p className="why-words">
          {score.verdict === 'no-opportunity'
            ? `Nothing here called for it. It is called for by ${qualityWords[quality].openedBy}.`
            : 'No single moment is quoted for it.'}
        </p>
        {trust}
        {contest}
      </div>
    );
  }
  const ofCurrent = mark?.moments.filter((one) => one.quality === quality && one.agent === agent) ?? [];
  const shown = ofCurrent.length > 0 ? ofCurrent : score.moments;
  return (
    <ul className="why">
      {shown.slice(0, mostShown).map((moment) => {
        const words = moment.response ?? moment.trigger;
        const own = marks.find(
          (one) =>
            words !== null && one.messageId === words.messageId && one.start === words.start && one.end === words.end,
        );
        return (
          <li key={`${moment.rule} ${words?.messageId} ${words?.start} ${moment.verdict}`}>
            {moment.response ? <p className="say-small">“{moment.response.quote}”</p> : null}
            <p className="why-words">
              <b className="bold">{verdictName(moment.verdict)}.</b> {moment.why}{' '}
              {own ? (
                <button type="button" className="mark-button" onClick={() => onMark(own.label)}>
                  {own.label}
                </button>
              ) : null}
            </p>
            {moment.trigger ? (
              <p className="why-words opens">
                {moment.response ? 'Called for by' : 'No words answered'} “{moment.trigger.quote}”
              </p>
            ) : null}
            {beside?.(moment)}
          </li>
        );
      })}
      {shown.length > mostShown ? (
        <li className="caption">{shown.length - mostShown} more moments; E steps through their marks.</li>
      ) : null}
      <li className="why-trust">
        {trust}
        {contest}
      </li>
    </ul>
  );
}
