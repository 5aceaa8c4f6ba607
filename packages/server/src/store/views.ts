/** The views of the list: the built-in ones, which every team has, and those people saved; each with its count. */
import { type ConversationFilter, conversationFilter, RapportError, type SavedView } from '@rapport/contract';
import { sql } from 'kysely';
import { feelingConditions, flagCondition, numberOf } from './conversation-filter.ts';
import { countConversations } from './list-conversations.ts';
import type { Db } from './open-store.ts';
import { conversationSeen, type Sees } from './seen.ts';

interface BuiltInView {
  id: string;
  name: string;
  filter: ConversationFilter;
}

export const builtInViews: readonly BuiltInView[] = [
  { id: 'all', name: 'All', filter: {} },
  { id: 'fix-first', name: 'Fixed before acknowledged', filter: { flag: 'fix-first' } },
  { id: 'left-unhappier', name: 'Left unhappier', filter: { feeling: 'fell' } },
  { id: 'open-promises', name: 'Open promises', filter: { flag: 'open-promise' } },
  { id: 'unsure', name: 'Machine unsure', filter: { flag: 'unsure' } },
  { id: 'exceptional', name: 'Exceptional', filter: { flag: 'exceptional' } },
  { id: 'wrote-again', name: 'Had to write again', filter: { signal: 'wrote-again' } },
];

/** More saved views than this are listed without a count: each count is a query of its own. */
const countedViews = 20;

export async function listViews(db: Db, workspace: number, sees: Sees): Promise<SavedView[]> {
  const counts = await countBuiltIn(db, workspace, sees);
  const builtIn = builtInViews.map((view) => ({ ...view, builtIn: true, count: counts[view.id] ?? null }));
  const saved: SavedView[] = [];
  for (const view of await listSaved(db, workspace)) {
    const count = saved.length < countedViews ? await countConversations(db, workspace, view.filter, sees) : null;
    saved.push({ ...view, builtIn: false, count: count?.totalIsExact === true ? count.total : null });
  }
  return [...builtIn, ...saved];
}

/** All built-in counts in one walk over the conversations, instead of one walk for each. */
async function countBuiltIn(db: Db, workspace: number, sees: Sees): Promise<Record<string, number>> {
  const seen = conversationSeen(workspace, sees);
  const { rows } = await sql<Record<string, number>>`
    SELECT count(*) AS "all",
      count(*) FILTER (WHERE ${feelingConditions.fell}) AS "left-unhappier",
      count(*) FILTER (WHERE ${flagCondition(workspace, 'open-promise')}) AS "open-promises",
      count(*) FILTER (WHERE ${flagCondition(workspace, 'unsure')}) AS unsure,
      count(*) FILTER (WHERE ${flagCondition(workspace, 'exceptional')}) AS exceptional,
      count(*) FILTER (WHERE c.wrote_again) AS "wrote-again",
      (SELECT count(DISTINCT k.conversation_id) FROM care_steps k JOIN conversations c
          ON c.workspace_id = k.workspace_id AND c.id = k.conversation_id
        WHERE k.workspace_id = ${workspace} AND k.out_of_order AND ${seen}) AS "fix-first"
    FROM conversations c WHERE c.workspace_id = ${workspace} AND ${seen}`.execute(db);
  return rows[0] ?? {};
}

async function listSaved(
  db: Db,
  workspace: number,
): Promise<{ id: string; name: string; filter: ConversationFilter }[]> {
  const rows = await db
    .selectFrom('saved_views')
    .select(['id', 'name', 'filter'])
    .where('workspace_id', '=', workspace)
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, filter }) => ({ id: String(id), name, filter: conversationFilter.parse(filter) }));
}

/** @throws RapportError `conflict` when a view of that name exists. */
export async function saveView(
  db: Db,
  workspace: number,
  { name, filter }: { name: string; filter: ConversationFilter },
  sees: Sees,
): Promise<SavedView> {
  const saved = await db
    .insertInto('saved_views')
    .values({ workspace_id: workspace, name, filter: JSON.stringify(filter) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  const isTaken = saved === undefined || builtInViews.some((view) => view.name.toLowerCase() === name.toLowerCase());
  if (isTaken) {
    throw new RapportError('conflict', {
      what: 'A view of this name is there already.',
      wayOut: 'Choose another name.',
    });
  }
  const { total, totalIsExact } = await countConversations(db, workspace, filter, sees);
  return { id: String(saved.id), name, filter, builtIn: false, count: totalIsExact ? total : null };
}

/** @returns false when there was no such saved view; the built-in ones cannot be removed. */
export async function removeView(db: Db, workspace: number, viewId: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('saved_views')
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(viewId))
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}
