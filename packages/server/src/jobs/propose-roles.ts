import { type AuthorActivity, findAuthorHints } from '@rapport/intake';
import { type AuthorPage, type LookedAt, loadAuthorActivity, saveProposals } from '../store/author-activity.ts';
import type { Db } from '../store/open-store.ts';

/** As many as are looked at in one transaction; what is held of them stays within a few megabytes. */
export const authorsAtOnce = 5000;

/**
 * Looks at one page of authors, each by their own habits, and proposes what they are.
 *
 * @param isAsked of whom anything is to be said; of everybody unless given
 * @returns after whom the next page begins; null when this was the last
 */
export async function proposeRoles(
  db: Db,
  workspace: number,
  { of, page, isAsked = () => true }: { of: LookedAt; page: AuthorPage; isAsked?: (one: AuthorActivity) => boolean },
): Promise<number | null> {
  const { activity, next } = await loadAuthorActivity(db, workspace, of, page);
  await saveProposals(db, workspace, findAuthorHints(activity.filter(isAsked)));
  return next;
}
