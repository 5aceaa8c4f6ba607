/** Moments of a coached person that can be pinned to a session. */
import { type CoachingExample, type QualityId, verdict } from '@rapport/contract';
import { sql } from 'kysely';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

/** The newest moments of an author, of each verdict as many: their own words, or where there were none the customer’s. */
export async function listExamples(
  db: Db,
  workspace: number,
  { author, quality, most }: { author: number; quality: QualityId; most: number },
): Promise<CoachingExample[]> {
  const { rows } = await sql<{
    conversation: number;
    messageId: string;
    start: number;
    end: number;
    quote: string;
    verdict: string;
    why: string;
    at: Date | null;
  }>`
    SELECT o.* FROM unnest(ARRAY['missed', 'partly', 'met']) AS wanted (verdict)
    CROSS JOIN LATERAL (
      SELECT o.conversation_id AS conversation, o.verdict, o.why, m.at,
        coalesce(o.response_message_id, o.trigger_message_id) AS "messageId",
        CASE WHEN o.response_message_id IS NULL THEN o.trigger_start ELSE o.response_start END AS start,
        CASE WHEN o.response_message_id IS NULL THEN o.trigger_end ELSE o.response_end END AS "end",
        coalesce(o.response_quote, o.trigger_quote) AS quote
      FROM assessments a
      JOIN moments o ON o.workspace_id = ${workspace} AND o.assessment_id = a.id AND o.quality = ${quality}
        AND o.verdict = wanted.verdict
      JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = o.conversation_id
        AND m.message_id = coalesce(o.response_message_id, o.trigger_message_id)
      WHERE a.workspace_id = ${workspace} AND a.author_id = ${author}
      ORDER BY a.conversation_id DESC, o.number LIMIT ${most}
    ) AS o`.execute(db);
  return rows.map(({ conversation, at, verdict: read, ...said }) => ({
    ...{ ...said, conversationId: String(conversation), at: isoOf(at), verdict: verdict.parse(read) },
  }));
}
