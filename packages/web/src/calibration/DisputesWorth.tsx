/** Decided disputes that no calibration has taken up, and the way into one. */
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { SendToCalibrationDialog } from './SendToCalibrationDialog.tsx';
import { useDisputesWorth } from './use-calibration.ts';

export function DisputesWorth() {
  const query = useDisputesWorth(true);
  const [sending, setSending] = useState<string | null>(null);
  const disputes = query.data?.disputes ?? [];
  const taken = disputes.find(({ disputeId }) => disputeId === sending);
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (disputes.length === 0) return null;
  return (
    <Section title="Disputes worth calibrating on" beside="decided, and in no calibration yet">
      <ul className="calibration-rows">
        {disputes.map(({ disputeId, category, about, customer, stood, decided, words, changed, alike, decidedAt }) => (
          <li key={disputeId} className="dispute-worth">
            <div>
              <b>{category}</b>{' '}
              {changed ? (
                <>
                  was {about === 'machine' ? 'read by the machine' : 'rated'} {stood}, {decided} holds
                </>
              ) : (
                <>stayed {stood}</>
              )}
              <p className="caption">
                {customer} · decided {wholeDayWords(decidedAt)}
                {alike > 1 ? ` · contested ${alike} times` : ''}
              </p>
              <p className="second">{words}</p>
            </div>
            <Button
              size="small"
              aria-label={`Calibrate on it: ${category}, ${customer}`}
              onClick={() => setSending(disputeId)}
            >
              Calibrate on it
            </Button>
          </li>
        ))}
      </ul>
      {taken === undefined ? null : (
        <SendToCalibrationDialog
          what={{ way: 'dispute', disputeId: taken.disputeId }}
          newName={`Disputed: ${taken.category}`.slice(0, 80)}
          onClose={() => setSending(null)}
        />
      )}
    </Section>
  );
}
