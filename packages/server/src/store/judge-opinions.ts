/** What judges have said. Beside the scores and never in their place: nothing that counts or averages reads this table. */
import type { Selectable } from 'kysely';
import type { Db } from './open-store.ts';
import type { JudgeOpinions } from './tables.ts';

export interface StoredOpinion {
  authorId: number;
  /** Null: of a category by the team's own prompt. */
  quality: string | null;
  /** Which prompt; null: of a quality. */
  promptHash: string | null;
  contentHash: string;
  textHash: string;
  provider: string;
  host: string;
  model: string;
  rubricVersion: string;
  /** As it was stored; parsed by whoever knows its form. */
  moments: unknown;
  judgedAt: Date;
}

/** The answer to the same question about the same words, whichever conversation it was asked about. */
export async function findOpinion(db: Db, workspace: number, contentHash: string): Promise<StoredOpinion | null> {
  const row = await db
    .selectFrom('judge_opinions')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('content_hash', '=', contentHash)
    .orderBy('judged_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toOpinion(row);
}

/** Newest first. */
export async function listOpinions(db: Db, workspace: number, conversationId: number): Promise<StoredOpinion[]> {
  const rows = await db
    .selectFrom('judge_opinions')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', conversationId)
    .orderBy('judged_at', 'desc')
    .orderBy('content_hash')
    .execute();
  return rows.map(toOpinion);
}

/**
 * Keeps an opinion, and forgets those about words of this author that have changed since. When two asked at once, the
 * first answer stays: what somebody has been shown does not change under them.
 */
export async function saveOpinion(
  db: Db,
  workspace: number,
  conversationId: number,
  opinion: StoredOpinion,
): Promise<void> {
  await db
    .deleteFrom('judge_opinions')
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', conversationId)
    .where('author_id', '=', opinion.authorId)
    .where('text_hash', '<>', opinion.textHash)
    .execute();
  await db
    .insertInto('judge_opinions')
    .values({
      workspace_id: workspace,
      conversation_id: conversationId,
      author_id: opinion.authorId,
      quality: opinion.quality,
      prompt_hash: opinion.promptHash,
      content_hash: opinion.contentHash,
      text_hash: opinion.textHash,
      provider: opinion.provider,
      host: opinion.host,
      model: opinion.model,
      rubric_version: opinion.rubricVersion,
      moments: JSON.stringify(opinion.moments),
      judged_at: opinion.judgedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const toOpinion = (row: Selectable<JudgeOpinions>): StoredOpinion => ({
  authorId: row.author_id,
  quality: row.quality,
  promptHash: row.prompt_hash,
  contentHash: row.content_hash,
  textHash: row.text_hash,
  provider: row.provider,
  host: row.host,
  model: row.model,
  rubricVersion: row.rubric_version,
  moments: row.moments,
  judgedAt: row.judged_at,
});
