/** Takes the sample team away whole: made-up conversations among a team's own would make every number untrue. */

import { forgetEmptyAuthors } from './forget-authors.ts';
import type { Db } from './open-store.ts';
import { deleteConversations } from './retention.ts';

/** Few enough that one statement stays small. */
const conversationsAtOnce = 200;

export interface RemovedSample {
  conversations: number;
}

/**
 * With its messages, scores, reviews, authors and imports. An author whom something still speaks of, such as a coaching
 * plan, stays in the directory without a conversation.
 *
 * @returns null while an import of it goes on: what comes a moment later would stay
 */
export async function removeSample(db: Db, workspace: number, source: string): Promise<RemovedSample | null> {
  const imports = await db
    .selectFrom('imports')
    .select(['id', 'state'])
    .where('workspace_id', '=', workspace)
    .where('is_sample', '=', true)
    .forUpdate()
    .execute();
  if (imports.some(({ state }) => !['done', 'cancelled', 'failed'].includes(state))) return null;
  const found = await db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('source', '=', source)
    .execute();
  const authors = await db
    .selectFrom('authors')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('source', '=', source)
    .execute();
  const ids = found.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += conversationsAtOnce) {
    await deleteConversations(db, workspace, ids.slice(from, from + conversationsAtOnce));
  }
  await forgetEmptyAuthors(
    db,
    workspace,
    authors.map(({ id }) => id),
    ['agent', 'bot', 'system', 'customer'],
  );
  await db.deleteFrom('imports').where('workspace_id', '=', workspace).where('is_sample', '=', true).execute();
  return { conversations: ids.length };
}
