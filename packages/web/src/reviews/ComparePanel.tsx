/** Side by side: your level and the machine's for each category, and where they differ, which one fits the rubric. */
import type { ReadingThatFits, ReviewDetail } from '@rapport/contract';
import { CalibrationsOf, SendToCalibration } from '../calibration/CalibrationPart.tsx';
import { Button } from '../design/Button.tsx';
import { dayAndTimeWords, durationWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LevelStrip, type StripScore } from '../design/LevelStrip.tsx';
import { LevelTag } from '../design/LevelTag.tsx';
import { Section } from '../design/Section.tsx';
import { ContestButton } from '../disputes/ContestButton.tsx';
import { contestableRating } from '../disputes/contestable.ts';
import { JudgeProposal } from './JudgeProposal.tsx';
import { ratingOf } from './review-draft.ts';
import { type ComparedCategory, levelWord } from './review-words.ts';
import { SideSheet } from './SideSheet.tsx';
import './ComparePanel.css';

interface ComparePanelProps {
  review: ReviewDetail;
  rows: readonly ComparedCategory[];
  current: string | null;
  hasNext: boolean;
  error: unknown;
  onOpen: (categoryId: string) => void;
  /** To the next difference, or the one before. */
  onMove: (step: number) => void;
  onFits: (reading: ReadingThatFits) => void;
  onNext: () => void;
  onRevise: () => void;
  onAcknowledge: () => void;
}

export function ComparePanel(props: ComparePanelProps) {
  const { review, rows, current, error } = props;
  const who = review.mine ? 'you' : review.reviewer;
  return (
    <SideSheet
      label="Side by side"
      allWords={`All ${rows.length}`}
      onBack={() => props.onMove(-1)}
      onNext={() => props.onMove(1)}
      more={<GoOn {...props} />}
    >
      <div className="compare-head">
        <h2>Side by side</h2>
        <span className="caption">
          <i className="compare-ring" aria-hidden="true" /> {who} <i className="compare-fill" aria-hidden="true" />{' '}
          machine
        </span>
      </div>
      <ul className="compare sheet-rows sheet-keeps">
        {rows.map((row) => (
          <li key={row.category.id} className={row.category.id === current ? 'current' : undefined}>
            <div className="compare-line">
              <button
                type="button"
                className="rating-name"
                aria-expanded={row.category.id === current}
                onClick={() => props.onOpen(row.category.id)}
              >
                {row.category.name}
              </button>
              {row.machine === null ? <span /> : <LevelStrip name={row.category.name} score={stripOf(row)} />}
              <span className="compare-words">
                <Readings row={row} />
              </span>
            </div>
            {row.category.id === current ? <CompareDetail row={row} {...props} /> : null}
          </li>
        ))}
      </ul>
      {review.score === null ? null : (
        <p className="caption">
          Score {Math.round(review.score)} of 100 by “{review.scorecard.name}”, version{' '}
          {review.scorecard.version.number}
          {review.mine ? `, in ${durationWords(review.seconds)}` : ''}.
        </p>
      )}
      {error ? <ErrorState error={error} /> : null}
      <Section title="What happens next" className="compare-next">
        <WhatNext {...props} />
      </Section>
    </SideSheet>
  );
}

/** What ends the reading of this one, for whoever reads it on a phone. */
function GoOn({ review, hasNext, onNext, onAcknowledge }: ComparePanelProps) {
  if (review.mine) {
    return (
      <Button size="small" kind="primary" onClick={onNext}>
        {hasNext ? 'Go on' : 'Done'}
      </Button>
    );
  }
  return review.aboutMe && review.acknowledgedAt === null ? (
    <Button size="small" kind="primary" onClick={onAcknowledge}>
      I have read it
    </Button>
  ) : null;
}

const stripOf = ({ machine, mine }: ComparedCategory): StripScore =>
  machine?.verdict
    ? { kind: 'scored', verdict: machine.verdict, confidence: machine.confidence, ...(mine ? { person: mine } : {}) }
    : { kind: 'not-called-for' };

function Readings({ row: { mine, machine, differs } }: { row: ComparedCategory }) {
  if (machine === null) return <b>{levelWord(mine)}</b>;
  if (!differs)
    return (
      <>
        <b>{levelWord(mine)}</b> <span className="dim">both</span>
      </>
    );
  return (
    <>
      <b>{levelWord(mine)}</b> <span className="attention bold">not {levelWord(machine.verdict)}</span>
    </>
  );
}

const readings: readonly { fits: ReadingThatFits; name: string; shortcut: string }[] = [
  { fits: 'mine', name: 'Mine', shortcut: 'P' },
  { fits: 'machine', name: 'Machine’s', shortcut: 'M' },
  { fits: 'rule-unclear', name: 'Rule is unclear', shortcut: 'F' },
];

function CompareDetail({ row, review, onFits }: ComparePanelProps & { row: ComparedCategory }) {
  const { category, mine, machine, differs } = row;
  const { comment, quotes } = ratingOf(review.content, category.id);
  const contest = review.aboutMe && review.kind !== 'self' ? contestableRating(review, category.id) : null;
  const said = review.comparison?.said.find(({ categoryId }) => categoryId === category.id)?.fits;
  const guidance = category.scale.labels.flatMap((label, place) => {
    const words = category.guidance[place] ?? '';
    return words === '' ? [] : [{ label, words }];
  });
  return (
    <div className="rating-detail">
      <p className="second">{category.said}</p>
      {guidance.map(({ label, words }) => (
        <p key={label} className="caption">
          <b>{label}:</b> {words}
        </p>
      ))}
      {quotes.map((quote) => (
        <p key={`${quote.messageId} ${quote.start}`} className="say-small">
          “{quote.quote}”
        </p>
      ))}
      {comment === '' ? null : <p className="sheet-keeps">{comment}</p>}
      {category.kind.type === 'prompt' ? (
        <JudgeProposal reviewId={review.id} category={category} />
      ) : machine === null ? (
        <p className="caption">People alone rate this one.</p>
      ) : (
        <p>
          {review.mine ? 'You said' : `${review.reviewer} said`} {mine === null ? 'N/A' : <LevelTag verdict={mine} />}.
          The machine {machine.quote === null ? null : <>saw “{machine.quote.quote}” and </>}
          {machine.verdict === null ? (
            'found nothing that called for it'
          ) : (
            <>
              gave <LevelTag verdict={machine.verdict} />
            </>
          )}
          .
        </p>
      )}
      {machine === null || machine.verdict === null || machine.why === '' ? null : (
        <p className="caption">{machine.why}</p>
      )}
      {contest === null ? null : (
        <div className="sheet-keeps">
          <ContestButton what={contest} agentId={review.agentId} conversationId={review.conversation.id} />
        </div>
      )}
      {differs && review.mine ? (
        <>
          <p className="bold">Which reading fits the rubric?</p>
          <p className="review-buttons sheet-keeps">
            {readings.map(({ fits, name, shortcut }) => (
              <Button
                key={fits}
                size="small"
                kind={said === fits ? 'primary' : 'secondary'}
                aria-pressed={said === fits}
                shortcut={shortcut}
                onClick={() => onFits(fits)}
              >
                {name}
              </Button>
            ))}
          </p>
        </>
      ) : null}
    </div>
  );
}

function WhatNext({ review, hasNext, onNext, onRevise, onAcknowledge }: ComparePanelProps) {
  const { agent, aboutMe, mine, kind, acknowledgedAt, comparison } = review;
  if (aboutMe && kind !== 'self') {
    return (
      <>
        <ul className="next-list">
          <li>These are the ratings, the words and the rubric they rest on, as your lead sees them.</li>
          <li>You can answer below; {review.reviewer === 'A reviewer' ? 'the reviewer' : review.reviewer} reads it.</li>
        </ul>
        {acknowledgedAt === null ? (
          <p className="review-buttons">
            <Button kind="primary" onClick={onAcknowledge}>
              I have read it
            </Button>
          </p>
        ) : (
          <p className="caption">You have read it, {dayAndTimeWords(acknowledgedAt)}.</p>
        )}
      </>
    );
  }
  return (
    <>
      <ul className="next-list">
        {kind === 'self' ? null : (
          <li>
            {acknowledgedAt === null
              ? `${agent} sees the ratings, quotes and note now, and can answer.`
              : `${agent} has read it, ${dayAndTimeWords(acknowledgedAt)}.`}
          </li>
        )}
        {comparison !== null && comparison.machine.length > 0 ? (
          <li>The machine’s score stays on record. This one is the one that counts.</li>
        ) : null}
        {review.drawn === 'random' ? null : <li>It was not drawn at random, so it enters no rate.</li>}
      </ul>
      <CalibrationsOf conversationId={review.conversation.id} />
      <p className="review-buttons">
        {mine ? (
          <Button kind="primary" shortcut="Enter" onClick={onNext}>
            {hasNext ? 'Next conversation' : 'Back to reviews'}
          </Button>
        ) : null}
        <SendToCalibration conversationId={review.conversation.id} agentId={review.agentId} />
        {mine && review.state === 'finished' ? (
          <Button kind="quiet" onClick={onRevise}>
            Revise
          </Button>
        ) : null}
      </p>
    </>
  );
}
