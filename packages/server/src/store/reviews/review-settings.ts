/** What a workspace has settled about reviews, and how much each person means to do. */
import type { ReviewSettings } from '@rapport/contract';
import type { Db } from '../open-store.ts';

export async function loadReviewSettings(db: Db, workspace: number): Promise<ReviewSettings> {
  const row = await db
    .selectFrom('review_settings')
    .select('anonymous')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  return { anonymous: row?.anonymous ?? false };
}

export async function saveReviewSettings(db: Db, workspace: number, { anonymous }: ReviewSettings): Promise<void> {
  await db
    .insertInto('review_settings')
    .values({ workspace_id: workspace, anonymous })
    .onConflict((same) => same.column('workspace_id').doUpdateSet({ anonymous }))
    .execute();
}

/** @param perWeek null: no goal */
export async function saveGoal(
  db: Db,
  workspace: number,
  { person, perWeek }: { person: string; perWeek: number | null },
): Promise<void> {
  if (perWeek === null) {
    await db.deleteFrom('review_goals').where('workspace_id', '=', workspace).where('person_id', '=', person).execute();
    return;
  }
  await db
    .insertInto('review_goals')
    .values({ workspace_id: workspace, person_id: person, per_week: perWeek })
    .onConflict((same) => same.columns(['workspace_id', 'person_id']).doUpdateSet({ per_week: perWeek }))
    .execute();
}
