/** Who had to write again, which can only be told when the later conversations are there. */
import type { QualityId } from '@rapport/contract';
import {
  type ConversationSpan,
  mostConversationsOfOnePerson,
  type SignalKind,
  troubleFollowed,
} from '@rapport/insight';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** First and last message of every conversation with its customer; a name that many share is nobody's. */
export async function listSpans(db: Db, workspace: number): Promise<ConversationSpan[]> {
  const { rows } = await sql<SpanRow>`
    SELECT c.id, c.first_at AS "from", c.last_at AS "to", before.id AS "followUpOf",
      CASE WHEN c.not_service IS NULL AND count(*) OVER (PARTITION BY c.source, c.customer_key) <= ${mostConversationsOfOnePerson}
        THEN c.source || ' ' || c.customer_key END AS customer
    FROM conversations c
    LEFT JOIN conversations before ON before.workspace_id = ${workspace} AND before.source = c.source
      AND before.source_id = c.follow_up_of
    WHERE c.workspace_id = ${workspace}
  `.execute(db);
  return rows.map(({ id, customer, from, to, followUpOf }) => ({
    id: String(id),
    customer,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    ...(followUpOf === null ? {} : { followUpOf: String(followUpOf) }),
  }));
}

interface SpanRow {
  id: number;
  customer: string | null;
  from: Date | null;
  to: Date | null;
  followUpOf: number | null;
}

/** Saves the answers that differ from what is stored, and what follows from them for each score. */
export async function saveWroteAgain(
  db: Db,
  workspace: number,
  answers: ReadonlyMap<string, boolean | null>,
): Promise<void> {
  const given = [...answers].map(([id, again]) => ({ id: Number(id), again }));
  const { rows } = await sql<{ id: number }>`
    UPDATE conversations c SET wrote_again = x.again
    FROM json_to_recordset(${JSON.stringify(given)}::json) AS x(id bigint, again boolean)
    WHERE c.workspace_id = ${workspace} AND c.id = x.id AND c.wrote_again IS DISTINCT FROM x.again
    RETURNING c.id
  `.execute(db);
  const changed = rows.map(({ id }) => id);
  for (let at = 0; at < changed.length; at += conversationsAtOnce) {
    await updateTrouble(db, workspace, changed.slice(at, at + conversationsAtOnce));
  }
}

const conversationsAtOnce = 2000;

interface ScoreRow {
  assessment_id: number;
  quality: QualityId;
  called_at: number;
  wrote_again: boolean | null;
  signals: { kind: SignalKind; position: number }[];
}

/** The same function as in the analysis decides, so that a number there and the list behind it agree. */
async function updateTrouble(db: Db, workspace: number, conversations: readonly number[]): Promise<void> {
  const { rows } = await sql<ScoreRow>`
    SELECT s.assessment_id, s.quality, s.called_at, c.wrote_again, coalesce(g.signals, '[]') AS signals
    FROM scores s
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = s.conversation_id
    LEFT JOIN (
      SELECT conversation_id, json_agg(json_build_object('kind', kind, 'position', position)) AS signals
      FROM signals WHERE workspace_id = ${workspace} AND conversation_id = ANY(${conversations}::bigint[])
      GROUP BY conversation_id
    ) g ON g.conversation_id = s.conversation_id
    WHERE s.workspace_id = ${workspace} AND s.called_at IS NOT NULL AND s.assessment_id IN (
      SELECT id FROM assessments WHERE workspace_id = ${workspace} AND conversation_id = ANY(${conversations}::bigint[]))
  `.execute(db);
  const given = rows.map(({ assessment_id, quality, called_at, wrote_again, signals }) => ({
    assessment_id,
    quality,
    followed: troubleFollowed({ ...unasked, signals, wroteAgain: wrote_again }, quality, called_at),
  }));
  await sql`
    UPDATE scores s SET trouble_followed = x.followed
    FROM json_to_recordset(${JSON.stringify(given)}::json) AS x(assessment_id bigint, quality text, followed boolean)
    WHERE s.workspace_id = ${workspace} AND s.assessment_id = x.assessment_id AND s.quality = x.quality
      AND s.trouble_followed IS DISTINCT FROM x.followed
  `.execute(db);
}

/** Facts of a conversation that the question about trouble does not read. */
export const unasked = { id: '', satisfied: null, feelingFirst: null, feelingLast: null, assessments: [] };
