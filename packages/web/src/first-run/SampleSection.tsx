/** The made-up team: opened where nothing is here, and put away before its words mix with a team's own. */
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { AskDialog } from '../sources/AskDialog.tsx';
import { useRemoveSample } from './use-imports.ts';

interface SampleSectionProps {
  /** Whether the sample is here, and whether there are conversations of the team's own. */
  here: boolean;
  own: boolean;
  isOpening: boolean;
  error: unknown;
  onOpen: () => void;
}

export function SampleSection({ here, own, isOpening, error, onOpen }: SampleSectionProps) {
  const removing = useRemoveSample();
  const [isAsking, setAsking] = useState(false);
  if (!here && own) return null;
  if (!here) {
    return (
      <>
        <section className="bring-in-other" aria-labelledby="bring-in-sample">
          <div>
            <h2 id="bring-in-sample">No data to hand?</h2>
            <p className="second">Look around with more than 600 sample conversations of a made-up service bureau.</p>
          </div>
          <Button onClick={onOpen} shortcut="S" blocked={isOpening ? 'It is being opened' : undefined}>
            Open the sample
          </Button>
        </section>
        {error ? <ErrorState error={error} retry={onOpen} /> : null}
      </>
    );
  }
  return (
    <>
      <section className="bring-in-other" aria-labelledby="bring-in-sample">
        <div>
          <h2 id="bring-in-sample">{own ? 'The sample is mixed with your own' : 'The sample team is here'}</h2>
          <p className="second">
            {own
              ? 'Every number counts made-up conversations too. Put the sample away, and only yours are left.'
              : 'Put it away before you bring in your own: made-up conversations would make every number untrue.'}
          </p>
        </div>
        <Button
          kind={own ? 'primary' : 'secondary'}
          onClick={() => setAsking(true)}
          blocked={removing.isPending ? 'It is being put away' : undefined}
        >
          Put the sample away
        </Button>
      </section>
      {removing.error ? <ErrorState error={removing.error} /> : null}
      {isAsking ? (
        <AskDialog
          title="Put the sample away?"
          verb="Put it away"
          onYes={() => {
            setAsking(false);
            removing.mutate();
          }}
          onClose={() => setAsking(false)}
        >
          Its conversations go, with the reviews and notes you tried on them. Your own stay as they are.
        </AskDialog>
      ) : null}
    </>
  );
}
