/** What the fair comparison of agents found: found with the drivers, kept, read by the pages of people and of the team. */
import { type AgentComparisonKept, agentComparisonKept } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export async function loadAgentComparisons(db: Db, workspace: number): Promise<AgentComparisonKept[]> {
  const rows = await db
    .selectFrom('agent_comparisons')
    .select('answer')
    .where('workspace_id', '=', workspace)
    .orderBy('quality')
    .execute();
  return rows.map(({ answer }) => agentComparisonKept.parse(answer));
}

/** In place of all that was found before. */
export async function saveAgentComparisons(
  db: Db,
  workspace: number,
  { found, scorerVersion }: { found: readonly AgentComparisonKept[]; scorerVersion: string },
): Promise<void> {
  await sql`DELETE FROM agent_comparisons WHERE workspace_id = ${workspace}`.execute(db);
  for (const one of found) {
    await sql`
      INSERT INTO agent_comparisons (workspace_id, quality, answer, scorer_version)
      VALUES (${workspace}, ${one.quality}, ${JSON.stringify(one)}::jsonb, ${scorerVersion})`.execute(db);
  }
}
