/** What was typed and is not on the server yet, kept in this browser: a closed lid or a lost line loses nothing. */
import { type ScorecardContent, scorecardContent } from '@rapport/contract';
import { z } from 'zod';

const kept = z.object({
  revision: z.int().describe('Of the draft it was typed into; 0 when there was none yet'),
  content: scorecardContent,
});
export interface KeptDraft {
  revision: number;
  content: ScorecardContent;
}

const nameOf = (scorecardId: string): string => `rapport.scorecard.${scorecardId}`;

export function readKept(storage: Pick<Storage, 'getItem'>, scorecardId: string): KeptDraft | null {
  try {
    const text = storage.getItem(nameOf(scorecardId));
    return text === null ? null : (kept.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

export function keepHere(storage: Pick<Storage, 'setItem'>, scorecardId: string, draft: KeptDraft): void {
  try {
    storage.setItem(nameOf(scorecardId), JSON.stringify(draft));
  } catch {
    // Closed or full storage: what was typed still goes to the server.
  }
}

export function forgetKept(storage: Pick<Storage, 'removeItem'>, scorecardId: string): void {
  try {
    storage.removeItem(nameOf(scorecardId));
  } catch {
    // As above.
  }
}
