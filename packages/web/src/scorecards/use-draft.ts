/**
 * The draft as it is typed. Every change is kept in this browser at once and sent to the server a moment later; the first
 * change to a scorecard without a draft starts one. What was kept here and never arrived is put back when the page opens.
 */
import {
  call,
  findDraft,
  findPublished,
  RapportError,
  type Scorecard,
  type ScorecardContent,
  type ScorecardVersion,
  saveScorecardDraft,
  startScorecardDraft,
} from '@rapport/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetKept, keepHere, readKept } from './kept-draft.ts';
import { keepScorecard } from './use-scorecards.ts';

const waitMs = 700;
const mostSteps = 100;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

export interface Draft {
  content: ScorecardContent;
  state: SaveState;
  error: RapportError | null;
  /** True when somebody else has saved since; then nothing is sent until the person chose. */
  conflict: boolean;
  /** True when this page put back what an earlier visit could not save. */
  recovered: boolean;
  change: (to: (content: ScorecardContent) => ScorecardContent) => void;
  undo: () => void;
  canUndo: boolean;
  /** Sends what is not saved yet. @returns the revision that is on the server, or null when it could not be saved */
  saveNow: () => Promise<number | null>;
  /** Takes what is on the server; what was typed here is given up. */
  takeTheirs: (card: Scorecard) => void;
  /** Puts what was typed here in the place of what is on the server. */
  keepMine: (card: Scorecard) => void;
}

export const contentOf = (card: Scorecard): ScorecardContent =>
  (findDraft(card) ?? findPublished(card) ?? card.versions[0])?.content ?? { groups: [] };

export function useDraft(card: Scorecard): Draft {
  const queries = useQueryClient();
  const [start] = useState(() => beginWith(card));
  const [content, setContent] = useState(start.content);
  const [state, setState] = useState<SaveState>(start.recovered ? 'waiting' : 'saved');
  const [error, setError] = useState<RapportError | null>(null);
  const [past, setPast] = useState<ScorecardContent[]>([]);
  const newest = useRef({ content, dirty: start.recovered });
  const revision = useRef(start.revision);
  const sending = useRef<Promise<number | null> | null>(null);
  const conflict = error?.code === 'conflict';
  const cardId = card.id;

  const send = useCallback(async (): Promise<number | null> => {
    setState('saving');
    try {
      while (newest.current.dirty) {
        newest.current.dirty = false;
        const sent = newest.current.content;
        if (revision.current === 0) {
          const { scorecard } = await call(startScorecardDraft, { params: { scorecardId: cardId }, body: {} });
          const draft = findDraft(scorecard);
          // One that somebody else began and has changed is theirs: saving with 0 is refused, and the person chooses.
          revision.current = draft?.revision === 1 ? 1 : 0;
          keepScorecard(queries, scorecard);
        }
        const body = { revision: revision.current, content: sent };
        const { version } = await call(saveScorecardDraft, { params: { scorecardId: cardId }, body });
        revision.current = version.revision;
        keepVersion(queries, cardId, version);
      }
      forgetKept(localStorage, cardId);
      setError(null);
      setState('saved');
      return revision.current;
    } catch (cause) {
      newest.current.dirty = true;
      setError(
        cause instanceof RapportError ? cause : new RapportError('internal', { what: 'It could not be saved.' }),
      );
      setState('failed');
      return null;
    } finally {
      sending.current = null;
    }
  }, [cardId, queries]);

  const saveNow = useCallback((): Promise<number | null> => {
    if (sending.current === null) {
      if (!newest.current.dirty) return Promise.resolve(revision.current);
      sending.current = send();
    }
    return sending.current;
  }, [send]);

  const take = useCallback(
    (next: ScorecardContent) => {
      newest.current = { content: next, dirty: true };
      keepHere(localStorage, cardId, { revision: revision.current, content: next });
      setContent(next);
      setState('waiting');
    },
    [cardId],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the wait anew
  useEffect(() => {
    if (state !== 'waiting' || conflict) return;
    const timer = setTimeout(() => void saveNow(), waitMs);
    return () => clearTimeout(timer);
  }, [state, content, conflict, saveNow]);

  // Leaving the page sends what waits; what does not arrive any more is still kept here.
  useEffect(() => () => void saveNow(), [saveNow]);

  return {
    ...{ content, state, error, conflict, recovered: start.recovered, saveNow },
    change: (to) => {
      const before = newest.current.content;
      const next = to(before);
      if (next === before) return;
      setPast((steps) => [...steps.slice(1 - mostSteps), before]);
      take(next);
    },
    canUndo: past.length > 0,
    undo: () => {
      const before = past.at(-1);
      if (before === undefined) return;
      setPast(past.slice(0, -1));
      take(before);
    },
    takeTheirs: (theirs) => {
      forgetKept(localStorage, cardId);
      revision.current = findDraft(theirs)?.revision ?? 0;
      newest.current = { content: contentOf(theirs), dirty: false };
      setContent(newest.current.content);
      setPast([]);
      setError(null);
      setState('saved');
    },
    keepMine: (theirs) => {
      revision.current = findDraft(theirs)?.revision ?? 0;
      newest.current.dirty = true;
      setError(null);
      setState('waiting');
    },
  };
}

/** What an earlier visit typed and could not save goes first, with the revision it was typed into. */
function beginWith(card: Scorecard): { content: ScorecardContent; revision: number; recovered: boolean } {
  const kept = readKept(localStorage, card.id);
  const stored = contentOf(card);
  if (kept !== null && JSON.stringify(kept.content) !== JSON.stringify(stored)) return { ...kept, recovered: true };
  forgetKept(localStorage, card.id);
  return { content: stored, revision: findDraft(card)?.revision ?? 0, recovered: false };
}

function keepVersion(queries: ReturnType<typeof useQueryClient>, cardId: string, version: ScorecardVersion): void {
  const cards = queries.getQueryData<Scorecard[]>(['scorecards']) ?? [];
  const card = cards.find(({ id }) => id === cardId);
  if (card === undefined) return;
  keepScorecard(queries, {
    ...card,
    versions: card.versions.map((one) => (one.id === version.id ? version : one)),
  });
}
