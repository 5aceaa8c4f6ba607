/** Kept answers quote what customers wrote: where conversations went, the answers go too and are found anew. */
import { sql } from 'kysely';
import { askForFocus } from './focus.ts';
import type { Db } from './open-store.ts';

/** Tables that hold nothing but answers, each of which can be found again from what is stored. */
export const keptAnswers = [
  ...(['focus_answers', 'driver_answers', 'team_answers', 'answers_of_teams', 'agent_comparisons'] as const),
  'category_models',
] as const;

export interface LearnedBefore {
  scorecardId: string;
  categoryId: string;
}

/**
 * From now on the pages say that newer answers are being found; whoever calls this asks for them.
 *
 * @returns categories that had learned from reviews, to learn again from those that are left
 */
export async function forgetAnswers(db: Db, workspace: number): Promise<LearnedBefore[]> {
  const { rows } = await sql<LearnedBefore>`
    SELECT scorecard_id::text AS "scorecardId", category_id AS "categoryId" FROM category_models
    WHERE workspace_id = ${workspace}`.execute(db);
  for (const table of keptAnswers) {
    await sql`DELETE FROM ${sql.table(table)} WHERE workspace_id = ${workspace}`.execute(db);
  }
  await askForFocus(db, workspace);
  return rows;
}
