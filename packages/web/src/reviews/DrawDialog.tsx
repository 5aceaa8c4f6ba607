/** Draws conversations and shares them among reviewers. */
import { type DrawKind, drawKinds } from '@rapport/contract';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { useToast } from '../design/Toast.tsx';
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
  const go = () => {
    if (blocked !== undefined || draw.isPending) return;
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
  };
  return (
    <Dialog open onClose={onClose} title="Draw reviews">
      <form
        className="review-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <label>
          Which conversations
          <select
            className="review-field"
            value={kind}
            onChange={(event) => setKind(drawKinds.find((one) => one === event.target.value) ?? 'random')}
          >
            {drawKinds.map((one) => (
              <option key={one} value={one}>
                {names[one]}
              </option>
            ))}
          </select>
        </label>
        <p className="caption">
          {kind === 'random'
            ? 'Each of an agent’s conversations gets the same chance, which is stored. Only these enter the team’s numbers.'
            : 'Good to learn from, and kept out of every number: they would make the team look worse than it is.'}
        </p>
        <label>
          {kind === 'random' ? 'How many per agent' : 'How many in all'}
          <input
            className="review-field"
            inputMode="numeric"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
        <div className="draw-pair">
          <label>
            From
            <input
              className="review-field"
              type="date"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          </label>
          <label>
            To
            <input className="review-field" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
          </label>
        </div>
        <label>
          Due
          <input
            className="review-field"
            type="date"
            value={dueAt}
            onChange={(event) => setDueAt(event.target.value)}
          />
        </label>
        <fieldset className="draw-people">
          <legend>Who shares them</legend>
          {people.map(({ id, name, me }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={reviewerIds.includes(id)}
                onChange={() =>
                  setChosen(reviewerIds.includes(id) ? reviewerIds.filter((one) => one !== id) : [...reviewerIds, id])
                }
              />
              {me ? 'You' : name}
            </label>
          ))}
        </fieldset>
        {draw.error ? <ErrorState error={draw.error} /> : null}
        <p>
          <Button kind="primary" type="submit" blocked={blocked}>
            Draw them
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

/** A day of the reader's own zone, from its first instant to its last. */
const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();
const endOf = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();
