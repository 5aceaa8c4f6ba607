/** One conversation, or a decided dispute, into a calibration that is planned, or into a new one that begins with it. */
import type { CalibrationAddition } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { useToast } from '../design/Toast.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { countOf } from './calibration-words.ts';
import { useCalibrations, useSendToCalibration } from './use-calibration.ts';
import '../reviews/ReviewDialog.css';
import '../design/PickList.css';

interface SendToCalibrationDialogProps {
  what: Exclude<CalibrationAddition, { way: 'random' | 'near-line' }>;
  /** What a new one is called unless somebody says otherwise. */
  newName: string;
  /** Whose part can be rated, where there are several; the one given in `what` comes first. */
  agents?: readonly { agentId: string; agent: string }[];
  onClose: () => void;
}

const newOne = 'new';

export function SendToCalibrationDialog({ what, newName, agents = [], onClose }: SendToCalibrationDialogProps) {
  const query = useCalibrations();
  const planned = (query.data?.calibrations ?? []).filter(({ state, leads }) => state === 'planned' && leads);
  const [chosen, setChosen] = useState<string | null>(null);
  const [name, setName] = useState(newName);
  const [agentId, setAgentId] = useState(what.way === 'chosen' ? what.agentId : undefined);
  const send = useSendToCalibration();
  const toast = useToast();
  const navigate = useNavigate();
  const target = chosen ?? planned[0]?.id ?? newOne;
  const blocked = target === newOne && name.trim() === '' ? 'Give it a name' : undefined;
  const sendNow = () => {
    if (blocked !== undefined || send.isPending) return;
    const addition = what.way === 'chosen' && agentId !== undefined ? { ...what, agentId } : what;
    send.mutate(
      { to: target === newOne ? { name } : { calibrationId: target }, what: addition },
      {
        onSuccess: ({ calibration }) => {
          onClose();
          if (target !== newOne) return toast({ text: `It is in “${calibration.name}” now.` });
          // A new one has nobody yet who rates: that is the next thing to say.
          void navigate({ to: '/calibration/$calibrationId', params: { calibrationId: calibration.id } });
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title="Send to calibration">
      <form
        className="review-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          sendNow();
        }}
      >
        <p className="second">
          Several people rate it, each alone, without being told whose service it is
          {what.way === 'dispute' ? ' or how the dispute was decided' : ''}. It enters no rate.
        </p>
        {query.isPending ? <LoadingState>Fetching what is planned.</LoadingState> : null}
        {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
        {agents.length > 1 ? (
          <label>
            Whose replies
            <select className="review-field" value={agentId} onChange={(event) => setAgentId(event.target.value)}>
              {agents.map((one) => (
                <option key={one.agentId} value={one.agentId}>
                  {one.agent}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {query.isSuccess ? (
          <fieldset className="pick-list send-to">
            <legend>Into which</legend>
            {planned.map((one) => (
              <label key={one.id} className="pick">
                <input type="radio" name="calibration" checked={target === one.id} onChange={() => setChosen(one.id)} />
                <span>
                  {one.name}{' '}
                  <span className="caption">
                    {countOf(one.parts, 'conversation')},{' '}
                    {one.raters === 0 ? 'no raters yet' : countOf(one.raters, 'rater')}
                    {one.retestOf === null ? '' : ', tries new words'}
                  </span>
                </span>
              </label>
            ))}
            <label className="pick">
              <input type="radio" name="calibration" checked={target === newOne} onChange={() => setChosen(newOne)} />
              <span>A new one</span>
            </label>
          </fieldset>
        ) : null}
        {query.isSuccess && target === newOne ? (
          <TypedField label="Name" required maxLength={80} value={name} onChange={setName} />
        ) : null}
        {send.error ? <ErrorState error={send.error} /> : null}
        <p>
          <Button kind="primary" type="submit" blocked={send.isPending ? 'It is being sent' : blocked}>
            {target === newOne ? 'Begin one with it' : 'Send it'}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
