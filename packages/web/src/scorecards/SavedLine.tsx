/** Whether what was typed is safe, said once it changes; and the choice when somebody else saved meanwhile. */
import { call, findDraft, findPublished, getScorecard, type Scorecard } from '@rapport/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../design/Button.tsx';
import { timeWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import type { Draft } from './use-draft.ts';
import { keepScorecard } from './use-scorecards.ts';

export function SavedLine({ card, draft }: { card: Scorecard; draft: Draft }) {
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: (_: 'theirs' | 'mine') => call(getScorecard, { params: { scorecardId: card.id } }),
    onSuccess: ({ scorecard }, whose) => {
      keepScorecard(queries, scorecard);
      if (whose === 'theirs') draft.takeTheirs(scorecard);
      else draft.keepMine(scorecard);
    },
  });
  return (
    <>
      <p className="second scorecard-lead" role="status">
        {savedWords(card, draft)}
      </p>
      {draft.state === 'failed' && draft.error !== null ? (
        <div className="scorecard-trouble">
          <ErrorState error={draft.error} {...(draft.conflict ? {} : { retry: () => void draft.saveNow() })} />
          {draft.conflict ? (
            <p className="publish-buttons">
              <Button size="small" onClick={() => settle.mutate('theirs')}>
                Take the saved draft
              </Button>
              <Button size="small" kind="quiet" onClick={() => settle.mutate('mine')}>
                Put mine in its place
              </Button>
            </p>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function savedWords(card: Scorecard, { state, recovered }: Draft): string {
  const used = findPublished(card);
  const inUse = used === undefined ? 'No version is in use yet.' : `Reviews use version ${used.number}.`;
  if (state === 'failed') return `${inUse} What you typed is kept in this browser, and not saved yet.`;
  if (state !== 'saved') return `${inUse} Saving the draft …`;
  const version = findDraft(card);
  if (version === undefined) return `${inUse} The first change begins a draft; it counts once you publish it.`;
  const back = recovered ? ' What an earlier visit could not save is back in it.' : '';
  return `${inUse} The draft is saved, last at ${timeWords(version.savedAt)}.${back}`;
}
