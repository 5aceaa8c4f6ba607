/** Draws conversations and shares them among reviewers. */
import { type DrawKind, drawKinds } from '@rapport/contract';
import { useState } from 'react';
import { Field } from '../design/Field.tsx';
import { FormDialog } from '../design/FormDialog.tsx';
import { PickList } from '../design/PickList.tsx';
import { useToast } from '../design/Toast.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { useDrawReviews, useReviewers } from './use-reviews.ts';
import './ReviewDialog.css';

const names: Record<DrawKind, string> = {
  random: 'At random, the same number per agent',
  'worst-moments': 'The ones with most missed moments',
  outliers: 'The ones unlike the usual',
  'low-rating': 'The ones customers rated low',
};

export function DrawDialog({ onClose }: { onClose: () => void }) {
  const people = useReviewers().data?.people ?? [];
  const [kind, setKind] = useState<DrawKind>('random');
  const [wanted, setWanted] = useState('2');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [dueAt, setDueAt] = useState('');
  const [chosen, setChosen] = useState<string[] | null>(null);
  const draw = useDrawReviews();
  const toast = useToast();
  const reviewerIds = chosen ?? people.filter(({ me }) => me).map(({ id }) => id);
  const number = Number(wanted);
  const isNumber = Number.isInteger(number) && number >= 1 && number <= 200;
  const blocked = !isNumber ? 'A whole number from 1 to 200' : reviewerIds.length === 0 ? 'Name a reviewer' : undefined;
  const go = () =>
    draw.mutate(
      {
        ...{ kind, wanted: number, reviewerIds },
        ...(from === '' ? {} : { from: startOf(from) }),
        ...(to === '' ? {} : { to: endOf(to) }),
        ...(dueAt === '' ? {} : { dueAt: endOf(dueAt) }),
      },
      {
        onSuccess: ({ draw: made }) => {
          toast({ text: `${made.open} conversations are drawn and shared out.` });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title="Draw reviews"
      className="review-dialog"
      submit={{ words: 'Draw them', blocked: draw.isPending ? 'They are being drawn' : blocked }}
      error={draw.error}
      onSubmit={go}
      onClose={onClose}
    >
      <Field label="Which conversations">
        {(id) => (
          <select
            id={id}
            value={kind}
            onChange={({ target }) => setKind(drawKinds.find((one) => one === target.value) ?? 'random')}
          >
            {drawKinds.map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="caption">
        {kind === 'random'
          ? 'Each of an agent’s conversations gets the same chance, which is stored. Only these enter the team’s numbers.'
          : 'Good to learn from, and kept out of every number: they would make the team look worse than it is.'}
      </p>
      <TypedField
        label={kind === 'random' ? 'How many per agent' : 'How many in all'}
        inputMode="numeric"
        value={wanted}
        onChange={setWanted}
      />
      <div className="draw-pair">
        <TypedField label="From" type="date" value={from} onChange={setFrom} />
        <TypedField label="To" type="date" value={to} onChange={setTo} />
      </div>
      <TypedField label="Due" type="date" value={dueAt} onChange={setDueAt} />
      <PickList
        legend="Who shares them"
        choices={people.map(({ id, name, me }) => ({ id, name: me ? 'You' : name }))}
        chosen={reviewerIds}
        onChange={setChosen}
        none="Nobody who reviews is here yet."
      />
    </FormDialog>
  );
}

/** A day of the reader's own zone, from its first instant to its last. */
const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();
const endOf = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();
