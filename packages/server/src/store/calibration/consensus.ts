/** What was agreed on in a calibration, apart from every rater's own reading. */
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';

export interface StoredConsensus {
  part: number;
  categoryId: string;
  chosen: number | null;
  ruleUnclear: boolean;
  words: string;
  by: string;
  at: Date;
}

export async function listConsensus(db: Db, workspace: number, parts: readonly number[]): Promise<StoredConsensus[]> {
  const rows = await db
    .selectFrom('calibration_consensus')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where(sql<boolean>`part_id = ANY(${[...parts]}::bigint[])`)
    .execute();
  return rows.map((row) => ({
    ...{ part: row.part_id, categoryId: row.category_id, chosen: row.chosen, ruleUnclear: row.rule_unclear },
    ...{ words: row.words, by: row.recorded_by, at: row.recorded_at },
  }));
}

/** The newest stands; who recorded what before is in the log. */
export async function saveConsensus(db: Db, workspace: number, one: StoredConsensus): Promise<void> {
  const values = {
    ...{ chosen: one.chosen, rule_unclear: one.ruleUnclear, words: one.words },
    ...{ recorded_by: one.by, recorded_at: one.at },
  };
  await db
    .insertInto('calibration_consensus')
    .values({ workspace_id: workspace, part_id: one.part, category_id: one.categoryId, ...values })
    .onConflict((same) => same.columns(['workspace_id', 'part_id', 'category_id']).doUpdateSet(values))
    .execute();
}
