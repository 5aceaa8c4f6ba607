import type { checkDraft, DraftCheck, DraftTurn } from '@rapport/qualities/check-draft';
import { useEffect, useMemo, useState } from 'react';

export interface CheckedDraft {
  check: DraftCheck;
  /** How long this check took, in milliseconds. */
  tookMs: number;
}

export type DraftCheckState =
  | { kind: 'loading' }
  | { kind: 'failed'; retry: () => void }
  | { kind: 'ready'; checked: CheckedDraft };

const nothingEarlier: readonly DraftTurn[] = [];

/**
 * Checks the draft in this page on every change; the rules are fetched when the page is opened.
 * @param earlier what was said before, oldest first; the same list from one change to the next
 */
export function useDraftCheck(customerText: string, draft: string, earlier = nothingEarlier): DraftCheckState {
  const [rules, setRules] = useState<{ check: typeof checkDraft } | 'failed' | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try fetches again
  useEffect(() => {
    let left = false;
    import('@rapport/qualities/check-draft').then(
      (loaded) => {
        // The first check builds its tables; done now, the first letter typed does not wait for it.
        loaded.checkDraft({ customerText: 'My parcel is late, we leave on Saturday!', draft: 'It comes on Monday.' });
        if (!left) setRules({ check: loaded.checkDraft });
      },
      () => {
        if (!left) setRules('failed');
      },
    );
    return () => {
      left = true;
    };
  }, [tries]);

  return useMemo<DraftCheckState>(() => {
    if (rules === null) return { kind: 'loading' };
    if (rules === 'failed') return { kind: 'failed', retry: () => setTries((count) => count + 1) };
    const start = performance.now();
    const check = rules.check({ customerText, draft, earlier });
    return { kind: 'ready', checked: { check, tookMs: performance.now() - start } };
  }, [rules, customerText, draft, earlier]);
}
