/** The rule, what it would delete as it is filled in, and the count that has to be typed before it deletes anything. */
import {
  call,
  channels,
  graceDays,
  proposedDays,
  type Retention,
  type RetentionRule,
  setRetention,
} from '@rapport/contract';
import { useState } from 'react';
import { Refusal } from '../accounts/EnterFrame.tsx';
import { wordsOf } from '../accounts/form-words.ts';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { useToast } from '../design/Toast.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { RetentionTable } from './RetentionTable.tsx';
import { keptFor, ruleOf, type TypedRule, typedOf } from './retention-words.ts';
import { usePrivacyChange, useRetentionPreview } from './use-privacy.ts';

const proposed: TypedRule = { days: String(proposedDays), channels: {}, countedFrom: 'arrival' };

export function RetentionForm({ retention }: { retention: Retention }) {
  const toast = useToast();
  const [typed, setTyped] = useState(retention.rule === null ? proposed : typedOf(retention.rule));
  const [count, setCount] = useState('');
  const rule = ruleOf(typed);
  const preview = useRetentionPreview(rule);
  const saving = usePrivacyChange((body: RetentionRule & { shown: number }) => call(setRetention, { body }));
  const shown = preview.data?.conversations ?? 0;
  const isInForce = rule !== null && retention.rule !== null && isSameRule(rule, retention.rule);
  const isSeen = shown === 0 || count.replaceAll(/\D/g, '') === String(shown);
  return (
    <form
      className="settings-form privacy-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (rule === null || !isSeen || isInForce || preview.data === undefined) return;
        saving.mutate(
          { ...rule, shown },
          { onSuccess: () => toast({ text: `Kept ${keptFor(rule.defaultDays)}. It stands in the log.` }) },
        );
      }}
    >
      <TypedField
        label="Days"
        inputMode="numeric"
        value={typed.days}
        hint="Empty: kept until somebody deletes them."
        onChange={(value) => setTyped({ ...typed, days: value })}
      />
      <fieldset className="privacy-choice">
        <legend>Counted from</legend>
        {countings.map(({ id, label }) => (
          <label key={id}>
            <input
              type="radio"
              name="counted-from"
              checked={typed.countedFrom === id}
              onChange={() => setTyped({ ...typed, countedFrom: id })}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      {preview.error ? <ErrorState error={preview.error} retry={() => void preview.refetch()} /> : null}
      {preview.data ? <RetentionTable preview={preview.data} typed={typed} onChange={setTyped} /> : null}
      {rule === null ? <Refusal>Days are a whole number from 1 to 36,500.</Refusal> : null}
      {preview.data && rule !== null ? (
        <p role="status">
          {shown === 0
            ? `Today nothing would go of ${preview.data.stored.toLocaleString()} conversations.`
            : `Today ${shown.toLocaleString()} of ${preview.data.stored.toLocaleString()} conversations would go.`}
          {preview.data.oldest === null ? '' : ` The oldest of them ended on ${wholeDayWords(preview.data.oldest)}.`}
          {preview.data.olderByDate > shown
            ? ` By their own date ${preview.data.olderByDate.toLocaleString()} are older; they count from the day they came.`
            : ''}
        </p>
      ) : null}
      {shown > 0 && rule !== null && !isInForce ? (
        <TypedField
          label={`Type ${shown.toLocaleString()} to confirm`}
          inputMode="numeric"
          autoComplete="off"
          value={count}
          hint={`A stricter rule begins after ${graceDays} days; until then it can be changed.`}
          onChange={setCount}
        />
      ) : null}
      <Refusal>{saving.error ? wordsOf(saving.error) : null}</Refusal>
      <div className="settings-buttons">
        <Button type="submit" kind="primary" blocked={whyNot({ isRule: rule !== null, isInForce, isSeen })}>
          Keep them {rule === null ? '' : keptFor(rule.defaultDays)}
        </Button>
      </div>
    </form>
  );
}

function whyNot({ isRule, isInForce, isSeen }: { isRule: boolean; isInForce: boolean; isSeen: boolean }) {
  if (!isRule) return 'the days cannot be read';
  if (isInForce) return 'this is how it is already';
  return isSeen ? undefined : 'type the count first';
}

const isSameRule = (a: RetentionRule, b: RetentionRule): boolean =>
  a.countedFrom === b.countedFrom &&
  a.defaultDays === b.defaultDays &&
  channels.every((one) => a.channelDays[one] === b.channelDays[one]);

const countings = [
  { id: 'arrival', label: 'the last message, or the day it came here where that is later' },
  { id: 'last-message', label: 'the last message' },
] as const;
