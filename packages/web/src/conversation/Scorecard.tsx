/** The fourteen qualities of one author's replies: level, how sure, and the marks it rests on. */
import {
  type ConversationDetail,
  type QualityId,
  type QualityScore,
  qualityIds,
  qualityWords,
  type TrustLevel,
  trustWords,
} from '@rapport/contract';
import { Fragment } from 'react';
import { TrustLine } from '../accuracy/TrustLine.tsx';
import { accuracyOf, useAccuracy } from '../accuracy/use-accuracy.ts';
import { MomentArticles } from '../articles/ConversationArticles.tsx';
import { LevelStrip, type StripScore } from '../design/LevelStrip.tsx';
import { confidenceWords, noScoreWords, verdictName } from '../design/level-words.ts';
import { ContestButton } from '../disputes/ContestButton.tsx';
import { contestable } from '../disputes/contestable.ts';
import { type Mark, marksOf } from './evidence-marks.ts';
import { WhyPanel } from './WhyPanel.tsx';
import './Scorecard.css';

interface ScorecardProps {
  /** Null for words that are stored nowhere: there is nothing to contest. */
  conversationId: string | null;
  assessment: ConversationDetail['assessments'][number];
  marks: readonly Mark[];
  quality: QualityId | undefined;
  mark: Mark | undefined;
  onQuality: (quality: QualityId | undefined) => void;
  onMark: (label: string) => void;
}

export function Scorecard({ conversationId, assessment, marks, quality, mark, onQuality, onMark }: ScorecardProps) {
  const accuracy = useAccuracy();
  return (
    <section aria-labelledby="scorecard" className="scorecard-frame">
      <div className="scorecard-head">
        <h2 id="scorecard">Scorecard</h2>
        <span className="caption">{assessment.agent}’s replies. Fuller is surer.</span>
      </div>
      <table className="scorecard">
        <thead>
          <tr>
            <th scope="col">Quality</th>
            <th scope="col">Machine</th>
            <th scope="col">Level</th>
            <th scope="col" className="scorecard-trust">
              Trust<span className="visually-hidden">: how far the scorer can be trusted on this quality</span>
            </th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {qualityIds.map((id) => {
            const score = assessment.qualities[id];
            const own = marksOf(marks, assessment.agent, id);
            const selected = id === quality;
            return (
              <Fragment key={id}>
                <tr className={selected ? 'current' : undefined}>
                  <th scope="row">
                    <button type="button" aria-expanded={selected} onClick={() => onQuality(selected ? undefined : id)}>
                      {qualityWords[id].name}
                    </button>
                  </th>
                  <td>
                    <LevelStrip name={qualityWords[id].name} score={stripOf(score)} />
                  </td>
                  <td className="nowrap">
                    <ScoreWords score={score} />
                  </td>
                  <td className="scorecard-trust">
                    <TrustWord score={score} trust={accuracyOf(accuracy.data, id)?.trust} />
                  </td>
                  <td className="scorecard-marks">
                    <MarkButtons marks={own} score={score} current={mark} onMark={onMark} />
                  </td>
                </tr>
                {selected ? (
                  <tr className="scorecard-why">
                    <td colSpan={5}>
                      <WhyPanel
                        quality={id}
                        agent={assessment.agent}
                        score={score}
                        marks={own}
                        mark={mark}
                        onMark={onMark}
                        beside={({ trigger, response }) =>
                          conversationId === null || id !== 'knowledge' ? null : (
                            <MomentArticles conversationId={conversationId} trigger={trigger} response={response} />
                          )
                        }
                        trust={<TrustLine accuracy={accuracy.data} quality={id} />}
                        contest={
                          conversationId === null ? null : (
                            <ContestButton
                              agentId={assessment.agentId}
                              conversationId={conversationId}
                              what={contestable(conversationId, assessment.agentId, id, score.verdict)}
                            />
                          )
                        }
                      />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const stripOf = (score: QualityScore): StripScore =>
  score.verdict === 'no-opportunity'
    ? { kind: 'not-called-for' }
    : { kind: 'scored', verdict: score.verdict, confidence: score.confidence };

function ScoreWords({ score }: { score: QualityScore }) {
  if (score.verdict === 'no-opportunity') {
    return <span className="dim">N/A, {noScoreWords[score.reason ?? 'no-opportunity']}</span>;
  }
  return (
    <>
      <span className="bold">{verdictName(score.verdict)}</span>{' '}
      <span className="dim">{confidenceWords(score.confidence)}</span>
    </>
  );
}

/** One quiet word; the line below an opened quality says what it means. */
function TrustWord({ score, trust }: { score: QualityScore; trust: TrustLevel | undefined }) {
  if (score.verdict === 'no-opportunity' || !trust) return null;
  return <span className="caption">{trustWords[trust].name}</span>;
}

/** So many fit beside the level; E and N reach the rest. */
const mostShown = 2;

interface MarkButtonsProps {
  marks: readonly Mark[];
  score: QualityScore;
  current: Mark | undefined;
  onMark: (label: string) => void;
}

function MarkButtons({ marks, score, current, onMark }: MarkButtonsProps) {
  if (marks.length === 0) {
    return <span className="caption">{score.verdict === 'no-opportunity' ? '' : 'no quote'}</span>;
  }
  const atCurrent = marks.findIndex((mark) => mark.label === current?.label);
  const from = atCurrent >= mostShown ? atCurrent - mostShown + 1 : 0;
  return (
    <>
      {marks.slice(from, from + mostShown).map((mark) => (
        <button
          key={mark.label}
          type="button"
          className="mark-button"
          aria-label={`Show evidence ${mark.label}`}
          aria-pressed={mark.label === current?.label}
          onClick={() => onMark(mark.label)}
        >
          {mark.label}
        </button>
      ))}
      {marks.length > mostShown ? <span className="caption">+{marks.length - mostShown}</span> : null}
    </>
  );
}
