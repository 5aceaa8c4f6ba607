/** The newest answer to "what should we work on first", and whether a newer one is being found. */
import { type Focus, focus } from '@rapport/contract';
import type { Db } from './open-store.ts';

export async function loadLatestFocus(
  db: Db,
  workspace: number,
): Promise<{ focus: Focus | null; refreshing: boolean }> {
  const newest = await db
    .selectFrom('focus_answers')
    .select('answer')
    .where('workspace_id', '=', workspace)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const refresh = await db
    .selectFrom('focus_refreshes')
    .select(['asked_at', 'done_at'])
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  return {
    focus: newest === undefined ? null : focus.parse(newest.answer),
    refreshing: refresh !== undefined && (refresh.done_at === null || refresh.asked_at > refresh.done_at),
  };
}
