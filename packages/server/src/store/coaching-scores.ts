/** How one quality went, conversation by conversation and author by author: what coaching is planned from and judged by. */
import type { QualityId } from '@rapport/contract';
import { sql } from 'kysely';
import { isUncontested } from './disputes.ts';
import type { Db } from './open-store.ts';

export interface QualityReading {
  conversation: number;
  author: number;
  at: Date;
  isMet: boolean;
  channel: string;
  language: string | null;
  openingFeeling: number | null;
  scorerVersion: string;
}

/** Everything that called for the quality between two instants, in order of time. */
export async function listQualityReadings(
  db: Db,
  workspace: number,
  { quality, from, to }: { quality: QualityId; from: Date; to: Date },
): Promise<QualityReading[]> {
  const { rows } = await sql<QualityReading>`
    SELECT s.conversation_id AS conversation, s.author_id AS author, c.last_at AS at, s.verdict = 'met' AS "isMet",
      c.channel, c.language, c.feeling_first AS "openingFeeling", a.scorer_version AS "scorerVersion"
    FROM scores s
    JOIN assessments a ON a.workspace_id = ${workspace} AND a.id = s.assessment_id
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = s.conversation_id
    WHERE s.workspace_id = ${workspace} AND s.quality = ${quality} AND s.verdict <> 'no-opportunity'
      AND c.last_at >= ${from} AND c.last_at < ${to} AND ${isUncontested(workspace)}
    ORDER BY c.last_at, s.conversation_id, s.author_id`.execute(db);
  return rows;
}

/** First and last instant of a conversation that somebody answered. */
export async function loadServicePeriod(db: Db, workspace: number): Promise<{ from: Date | null; to: Date | null }> {
  const { rows } = await sql<{ from: Date | null; to: Date | null }>`
    SELECT min(last_at) AS "from", max(last_at) AS "to" FROM conversations
    WHERE workspace_id = ${workspace} AND scorer_version IS NOT NULL`.execute(db);
  return rows[0] ?? { from: null, to: null };
}
