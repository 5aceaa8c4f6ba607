/** A name for the scorecard, a second one, and what puts one away. */
import type { Scorecard } from '@rapport/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { useToast } from '../design/Toast.tsx';
import { BringScorecard } from './BringScorecard.tsx';
import type { Draft } from './use-draft.ts';
import { useChangeScorecard, useCreateScorecard, useDiscardDraft } from './use-scorecards.ts';

type Asked = 'rename' | 'new' | 'discard';

export function CardActions({ card, draft }: { card: Scorecard; draft: Draft }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const change = useChangeScorecard(card.id);
  const toast = useToast();
  const hasDraft = card.versions.some(({ state }) => state === 'draft') && card.versions.length > 1;
  const putAway = (archived: boolean) =>
    change.mutate(
      { archived },
      {
        onSuccess: () =>
          toast({
            text: archived ? `“${card.name}” is put away; its reviews stay.` : `“${card.name}” is back.`,
            undo: () => change.mutate({ archived: !archived }),
          }),
      },
    );
  return (
    <div className="card-actions">
      <Button size="small" kind="quiet" onClick={() => setAsked('rename')}>
        Rename the scorecard
      </Button>
      <Button size="small" kind="quiet" onClick={() => setAsked('new')}>
        Make another scorecard
      </Button>
      <BringScorecard />
      <Link to="/scorecard/past-reviews" className={buttonClass({ kind: 'quiet', size: 'small' })}>
        Past reviews
      </Link>
      {hasDraft ? (
        <Button size="small" kind="quiet" onClick={() => setAsked('discard')}>
          Give up the draft
        </Button>
      ) : null}
      <Button size="small" kind="quiet" onClick={() => putAway(!card.archived)}>
        {card.archived ? 'Take it out again' : 'Put it away'}
      </Button>
      {change.error ? <ErrorState error={change.error} /> : null}
      {asked === 'discard' ? (
        <DiscardDialog card={card} draft={draft} onClose={() => setAsked(null)} />
      ) : asked === null ? null : (
        <NameDialog card={asked === 'rename' ? card : null} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

/** @param card null: for a new one */
function NameDialog({ card, onClose }: { card: Scorecard | null; onClose: () => void }) {
  const [name, setName] = useState(card?.name ?? '');
  const navigate = useNavigate();
  const rename = useChangeScorecard(card?.id ?? '');
  const create = useCreateScorecard();
  const error = rename.error ?? create.error;
  const verb = card === null ? 'Make it' : 'Rename it';
  const submit = () => {
    const trimmed = name.trim();
    if (card !== null) return rename.mutate({ name: trimmed }, { onSuccess: onClose });
    create.mutate(trimmed, {
      onSuccess: ({ scorecard }) => {
        onClose();
        void navigate({ to: '.', search: { card: scorecard.id } });
      },
    });
  };
  return (
    <Dialog open onClose={onClose} title={card === null ? 'Another scorecard' : 'Rename the scorecard'}>
      <form
        className="publish-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') submit();
        }}
      >
        <label>
          Its name
          <input type="text" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        {error ? <ErrorState error={error} /> : null}
        <div className="publish-buttons">
          <Button type="submit" kind="primary" blocked={name.trim() === '' ? 'It needs a name' : undefined}>
            {verb}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

function DiscardDialog({ card, draft, onClose }: { card: Scorecard; draft: Draft; onClose: () => void }) {
  const discard = useDiscardDraft(card.id);
  const toast = useToast();
  const kept = draft.content;
  return (
    <Dialog open onClose={onClose} title="Give up the draft?">
      <p className="second">The version in use stays as it is.</p>
      {discard.error ? <ErrorState error={discard.error} /> : null}
      <div className="publish-buttons">
        <Button
          kind="danger"
          onClick={() =>
            discard.mutate(undefined, {
              onSuccess: ({ scorecard }) => {
                onClose();
                draft.takeTheirs(scorecard);
                toast({ text: 'The draft is given up.', undo: () => draft.change(() => kept) });
              },
            })
          }
        >
          Give it up
        </Button>
        <Button onClick={onClose}>Keep it</Button>
      </div>
    </Dialog>
  );
}
