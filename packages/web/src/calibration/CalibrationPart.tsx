/** On a conversation: in which calibrations it is read, and the way into one. For who leads. */
import type { ConversationDetail } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useHolds } from '../accounts/use-me.ts';
import { Button } from '../design/Button.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { stateNames } from './calibration-words.ts';
import { useCalibrationsReading } from './use-calibration.ts';

const SendToCalibrationDialog = lazy(async () => ({
  default: (await import('./SendToCalibrationDialog.tsx')).SendToCalibrationDialog,
}));

interface CalibrationPartProps {
  detail: ConversationDetail;
  /** Whose scores are open beside the transcript. */
  shown: ConversationDetail['assessments'][number] | undefined;
}

/** Only where there is something to rate, and for who may plan. */
export function SendToCalibration({ detail, shown }: CalibrationPartProps) {
  const isLead = useHolds('lead');
  return isLead && shown ? <SendButton detail={detail} agentId={shown.agentId} /> : null;
}

function SendButton({ detail, agentId }: { detail: ConversationDetail; agentId: string }) {
  const [open, setOpen] = useState(false);
  useKeys({ 'send-to-calibration': () => setOpen(true) });
  return (
    <>
      <Button size="small" shortcut="C" onClick={() => setOpen(true)}>
        Send to calibration
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <SendToCalibrationDialog
            what={{ way: 'chosen', conversationId: detail.id, agentId }}
            newName="From a conversation"
            agents={detail.assessments}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

export function CalibrationsOf({ conversationId }: { conversationId: string }) {
  const isLead = useHolds('lead');
  return isLead ? <InCalibrations conversationId={conversationId} /> : null;
}

function InCalibrations({ conversationId }: { conversationId: string }) {
  const rows = useCalibrationsReading(conversationId).data ?? [];
  if (rows.length === 0) return null;
  return (
    <p className="side-signals">
      <span className="caption">In calibration</span>{' '}
      {rows.map(({ id, name, state }) => (
        <span key={id}>
          <Link to="/calibration/$calibrationId" params={{ calibrationId: id }}>
            {name}
          </Link>{' '}
          <span className="caption">{stateNames[state].toLowerCase()}</span>{' '}
        </span>
      ))}
    </p>
  );
}
