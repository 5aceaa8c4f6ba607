/** Writes down a session: what was agreed, and examples chosen from the person's own conversations. */
import type { CoachingPart, CoachingPlan, CoachingSession } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useToast } from '../design/Toast.tsx';
import { dayToInstant } from './coaching-words.ts';
import { PinChoice, type PinnedExample } from './PinChoice.tsx';
import { useWriteSession } from './use-coaching.ts';
import './SessionDialog.css';

interface SessionDialogProps {
  plan: CoachingPlan;
  part: CoachingPart;
  /** To be changed; null: a new one. */
  session: CoachingSession | null;
  onClose: () => void;
}

const texts = [
  ['goal', 'What is tried until the next session'],
  ['habit', 'Habit: one small thing to do every day'],
  ['nextSteps', 'Next steps, and who takes them'],
  ['notes', 'Notes: what was seen, what was said'],
] as const;

export function SessionDialog({ plan, part, session, onClose }: SessionDialogProps) {
  const [day, setDay] = useState((session?.heldAt ?? new Date().toISOString()).slice(0, 10));
  const [minutes, setMinutes] = useState(String(session?.minutes ?? 25));
  const [words, setWords] = useState({
    goal: session?.goal ?? '',
    habit: session?.habit ?? '',
    nextSteps: session?.nextSteps ?? '',
    notes: session?.notes ?? '',
  });
  const [pins, setPins] = useState<readonly PinnedExample[]>(session?.pins ?? []);
  const [failure, setFailure] = useState<string | null>(null);
  const save = useWriteSession(plan.id, part.authorId, session?.number ?? null);
  const toast = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const heldAt = dayToInstant(day);
    const length = Number(minutes);
    if (heldAt === null) return setFailure('On which day was it?');
    if (!Number.isInteger(length) || length < 1 || length > 600) return setFailure('How many minutes did it take?');
    if (Object.values(words).every((text) => text.trim() === '')) return setFailure('A session needs some words.');
    setFailure(null);
    save.mutate(
      {
        ...{ heldAt, minutes: length, ...words },
        pins: pins.map(({ messageId, start, end, quote, conversationId, verdict, note }) => ({
          ...{ messageId, start, end, quote, conversationId, verdict, note },
        })),
      },
      {
        onSuccess: () => {
          toast({ text: `Saved. ${part.name} can read it.` });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title={`A session with ${part.name}`} kind="wide">
      <form onSubmit={submit} className="session-form">
        <div className="session-two">
          <Field label="Day">
            {(id) => <input id={id} type="date" value={day} onChange={({ target }) => setDay(target.value)} />}
          </Field>
          <Field label="Minutes">
            {(id) => (
              <input id={id} inputMode="numeric" value={minutes} onChange={({ target }) => setMinutes(target.value)} />
            )}
          </Field>
        </div>
        {texts.map(([name, label]) => (
          <Field key={name} label={label}>
            {(id) => (
              <textarea
                id={id}
                value={words[name]}
                maxLength={8000}
                onChange={({ target }) => setWords({ ...words, [name]: target.value })}
              />
            )}
          </Field>
        ))}
        <PinChoice plan={plan} part={part} pins={pins} onPins={setPins} />
        <p role="status" className="attention">
          {failure}
        </p>
        {save.error ? <ErrorState error={save.error} /> : null}
        <div className="session-buttons">
          <Button type="submit" kind="primary" blocked={save.isPending ? 'It is being saved' : undefined}>
            Save the session
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </div>
      </form>
    </Dialog>
  );
}
