/** What people judged sets the machine's error right in focus and drivers, so both are found anew. */
import type { Db } from '../store/open-store.ts';
import type { Jobs } from './open-jobs.ts';
import { refreshFocus } from './refresh-focus.ts';

/** Long enough for a few reviews or a whole deck to be taken in at once. */
const waitSeconds = 60;

export async function refreshAfterReview(
  jobs: Pick<Jobs, 'sendUnlessWaiting'>,
  db: Db,
  workspace: number,
): Promise<void> {
  const payload = { workspaceId: workspace, importId: null };
  await jobs.sendUnlessWaiting(db, refreshFocus, payload, { inSeconds: waitSeconds });
}
