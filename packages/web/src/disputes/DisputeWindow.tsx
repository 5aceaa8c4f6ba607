/** For how many days a reading may be contested: read by everybody, changed by an admin. */
import { useState } from 'react';
import { Refusal } from '../accounts/EnterFrame.tsx';
import { wordsOf } from '../accounts/form-words.ts';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { useDisputes, useDisputeWindow } from './use-disputes.ts';

export function DisputeWindow({ mayChange }: { mayChange: boolean }) {
  const disputes = useDisputes();
  const days = disputes.data?.summary.windowDays;
  return (
    <Section title="How long a reading can be contested">
      {disputes.error ? <ErrorState error={disputes.error} retry={() => void disputes.refetch()} /> : null}
      {days === undefined ? null : mayChange ? (
        <WindowForm days={days} />
      ) : (
        <p>
          For {days} {days === 1 ? 'day' : 'days'} after the agent could see it.
        </p>
      )}
    </Section>
  );
}

function WindowForm({ days }: { days: number }) {
  const [given, setGiven] = useState(String(days));
  const saving = useDisputeWindow();
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(Number(given));
      }}
    >
      <TypedField
        label="Days"
        type="number"
        required
        min={1}
        max={365}
        step={1}
        value={given}
        onChange={setGiven}
        hint="Counted from when the agent could first see it. What is open already stays open."
      />
      <Refusal>{saving.error ? wordsOf(saving.error) : null}</Refusal>
      <div className="settings-buttons">
        <Button type="submit">Set the window</Button>
        <span className="caption" role="status">
          {saving.isSuccess ? 'Saved.' : ''}
        </span>
      </div>
    </form>
  );
}
