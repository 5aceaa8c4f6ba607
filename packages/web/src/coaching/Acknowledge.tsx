/** Who has put their name to a session, and the way to do so; from the first name on its words stay as they are. */
import type { CoachingPart, CoachingSession } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { type Side, useAcknowledge } from './use-coaching.ts';

interface AcknowledgeProps {
  side: Side;
  planId: string;
  part: CoachingPart;
  session: CoachingSession;
}

export function Acknowledge({ side, planId, part, session }: AcknowledgeProps) {
  const [words, setWords] = useState('');
  const acknowledge = useAcknowledge(side, planId, part.authorId, session.number);
  const toast = useToast();
  const own = side === 'coach' ? session.coachAcknowledged : session.agentAcknowledged;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    acknowledge.mutate(words.trim(), { onSuccess: () => toast({ text: 'Acknowledged. It stands as it is now.' }) });
  };
  return (
    <div className="acknowledge">
      <p className="caption">
        {signedWords('The coach', session.coachAcknowledged?.at)}{' '}
        {signedWords(side === 'agent' ? 'You' : part.name, session.agentAcknowledged?.at)}
      </p>
      {own === null ? (
        <form onSubmit={submit}>
          {side === 'agent' ? (
            <Field label="How was this session for you?" hint="Your coach reads it. You may leave it empty.">
              {(id, hint) => (
                <textarea
                  id={id}
                  aria-describedby={hint}
                  value={words}
                  maxLength={2000}
                  onChange={({ target }) => setWords(target.value)}
                />
              )}
            </Field>
          ) : null}
          <Button type="submit" size="small" blocked={acknowledge.isPending ? 'It is being saved' : undefined}>
            {side === 'agent' ? 'I have read it and agree' : 'I stand by this'}
          </Button>
        </form>
      ) : null}
      {acknowledge.error ? <ErrorState error={acknowledge.error} /> : null}
    </div>
  );
}

const signedWords = (who: string, at: string | undefined): string =>
  at === undefined
    ? `${who} ${who === 'You' ? 'have' : 'has'} not acknowledged it yet.`
    : `${who} acknowledged it on ${wholeDayWords(at)}.`;
