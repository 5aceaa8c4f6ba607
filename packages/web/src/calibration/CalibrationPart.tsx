/** On a conversation or a review of it: in which calibrations it is read, and the way into one. For who leads. */
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

interface SendToCalibrationProps {
  conversationId: string;
  /** Whose scores or review is open. */
  agentId: string | undefined;
  /** Of others too, where somebody may choose among them. */
  agents?: readonly { agentId: string; agent: string }[];
}

/** Only where there is something to rate, and for who may plan. */
export function SendToCalibration({ agentId, ...rest }: SendToCalibrationProps) {
  const isLead = useHolds('lead');
  return isLead && agentId !== undefined ? <SendButton agentId={agentId} {...rest} /> : null;
}

function SendButton({ conversationId, agentId, agents }: SendToCalibrationProps & { agentId: string }) {
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
            what={{ way: 'chosen', conversationId, agentId }}
            newName="From a conversation"
            agents={agents ?? []}
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
