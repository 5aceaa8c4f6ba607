/** One dispute: what stood, what was proposed and why, and what another person decided. */
import type { Dispute } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { stateNames } from '../calibration/calibration-words.ts';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Tag } from '../design/Tag.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { stateWords, whatFollows } from './dispute-words.ts';
import { useWithdraw } from './use-disputes.ts';

const SendToCalibrationDialog = lazy(async () => ({
  default: (await import('../calibration/SendToCalibrationDialog.tsx')).SendToCalibrationDialog,
}));

export function DisputeRow({ dispute, isHere }: { dispute: Dispute; isHere: boolean }) {
  const [deciding, setDeciding] = useState(false);
  const withdraw = useWithdraw(dispute.id);
  const { state, mine, mayDecide, category, about, agent, stood, proposed, decided, reviewId } = dispute;
  return (
    <li className={isHere ? 'here' : undefined}>
      <div className="answered-head">
        <h3>{category}</h3>
        <Tag tone={state === 'open' ? 'outline' : 'unsure'}>{stateWords[state]}</Tag>
        <span className="caption">
          {about === 'machine' ? 'read by the machine' : 'rated in a review'}, contested by {mine ? 'you' : agent} on{' '}
          {wholeDayWords(dispute.openedAt)}
        </span>
      </div>
      <p>
        <b>{stood.name}</b> stood, <b>{proposed.name}</b> was proposed
        {decided ? (
          <>
            , <b>{decided.name}</b> holds
          </>
        ) : null}
        .
      </p>
      <p className="answered-words">{dispute.reason}</p>
      {dispute.quote ? <blockquote className="say-small">“{dispute.quote}”</blockquote> : null}
      {dispute.words ? (
        <p className="answered-words">
          <b>{dispute.decidedBy ?? 'Somebody who left'}:</b> {dispute.words}
        </p>
      ) : null}
      <p className="caption">
        {whatFollows(dispute)}{' '}
        <Link to="/conversations/$conversationId" params={{ conversationId: dispute.conversationId }}>
          The conversation
        </Link>
        {reviewId ? (
          <>
            {' · '}
            <Link to="/reviews/$reviewId" params={{ reviewId }}>
              The review
            </Link>
          </>
        ) : null}
      </p>
      <Calibrating dispute={dispute} isHere={isHere} />
      {withdraw.error ? <ErrorState error={withdraw.error} /> : null}
      {mayDecide && !deciding ? (
        <Button size="small" onClick={() => setDeciding(true)}>
          Decide
        </Button>
      ) : null}
      {mine && state === 'open' ? (
        <Button size="small" onClick={() => withdraw.mutate()}>
          Take it back
        </Button>
      ) : null}
      {deciding ? <DecisionForm dispute={dispute} onDone={() => setDeciding(false)} /> : null}
    </li>
  );
}

/** What was decided is matter for calibration: where it is read again, or the way there. */
function Calibrating({ dispute, isHere }: { dispute: Dispute; isHere: boolean }) {
  const isLead = useHolds('lead');
  const { state, calibration } = dispute;
  if (calibration !== null) {
    return (
      <p className="caption">
        In calibration:{' '}
        <Link to="/calibration/$calibrationId" params={{ calibrationId: calibration.id }}>
          {calibration.name}
        </Link>
        , {stateNames[calibration.state].toLowerCase()}
      </p>
    );
  }
  const isDecided = state === 'accepted' || state === 'partly' || state === 'rejected';
  return isLead && isDecided ? <SendOne dispute={dispute} isHere={isHere} /> : null;
}

function SendOne({ dispute, isHere }: { dispute: Dispute; isHere: boolean }) {
  const [sending, setSending] = useState(false);
  useKeys(isHere ? { 'send-to-calibration': () => setSending(true) } : {});
  return (
    <>
      <Button size="small" {...(isHere ? { shortcut: 'C' } : {})} onClick={() => setSending(true)}>
        Send to calibration
      </Button>
      {sending ? (
        <Suspense fallback={null}>
          <SendToCalibrationDialog
            what={{ way: 'dispute', disputeId: dispute.id }}
            newName={`Disputed: ${dispute.category}`.slice(0, 80)}
            onClose={() => setSending(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
