/** Decided disputes that no calibration has taken up; one click takes one in. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { useCalibrateDispute, useDisputesWorth } from './use-calibration.ts';

export function DisputesWorth() {
  const query = useDisputesWorth(true);
  const take = useCalibrateDispute();
  const navigate = useNavigate();
  const disputes = query.data?.disputes ?? [];
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (disputes.length === 0) return null;
  return (
    <Section title="Disputes worth calibrating on" beside="decided, and in no calibration yet">
      {take.error ? <ErrorState error={take.error} /> : null}
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
              onClick={() =>
                take.mutate(disputeId, {
                  onSuccess: ({ calibration }) =>
                    void navigate({ to: '/calibration/$calibrationId', params: { calibrationId: calibration.id } }),
                })
              }
            >
              Calibrate on it
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
