/**
 * Who had to write again, which can only be told when the later conversations are there. The database answers, because no
 * worker could hold a million conversations; `findWroteAgain` says the same of a list, and a test holds the two together.
 */
import type { QualityId } from '@rapport/contract';
import {
  mostConversationsOfOnePerson,
  regularsShare,
  type SignalKind,
  troubleFollowed,
  wroteAgainDays,
} from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './open-store.ts';

/** Saves the answers that differ from what is stored, and what follows from them for each score. */
export async function refreshWroteAgain(db: Db, workspace: number): Promise<void> {
  const answer = answerOf(workspace);
  const { rows } = await sql<{ known: number; again: number; first: number; last: number }>`
    SELECT count(again) AS known, count(*) FILTER (WHERE again) AS again, coalesce(min(id), 0) AS first,
      coalesce(max(id), -1) AS last
    FROM (SELECT c.id, ${answer} AS again FROM conversations c WHERE c.workspace_id = ${workspace}) answers
  `.execute(db);
  const [found] = rows;
  if (found === undefined) return;
  // Where most customers write every week anyway it says nothing about the service.
  const areRegulars = found.known > 0 && found.again / found.known > regularsShare;
  for (let at = found.first; at <= found.last; at += conversationsAtOnce) {
    const changed = await sql<{ id: number }>`
      UPDATE conversations c SET wrote_again = x.again
      FROM (SELECT c.id, ${areRegulars ? sql`NULL::boolean` : answer} AS again FROM conversations c
        WHERE c.workspace_id = ${workspace} AND c.id >= ${at} AND c.id < ${at + conversationsAtOnce}) x
      WHERE c.workspace_id = ${workspace} AND c.id = x.id AND c.wrote_again IS DISTINCT FROM x.again
      RETURNING c.id
    `.execute(db);
    const ids = changed.rows.map(({ id }) => id);
    if (ids.length > 0) await updateTrouble(db, workspace, ids);
  }
}

const conversationsAtOnce = 2000;

/** As `findWroteAgain` has it, of the row `c`; a name that many share is nobody's. */
function answerOf(workspace: number): RawBuilder<boolean | null> {
  const days = sql`make_interval(days => ${wroteAgainDays})`;
  return sql<boolean | null>`CASE
    WHEN EXISTS (
      SELECT FROM conversations later
      WHERE later.workspace_id = ${workspace} AND later.source = c.source AND later.follow_up_of = c.source_id
        AND later.first_at - c.last_at <= ${days}
    ) THEN true
    WHEN c.customer_key IS NULL OR c.not_service IS NOT NULL OR c.first_at IS NULL OR c.last_at IS NULL OR (
      SELECT count(*) FROM (
        SELECT FROM conversations own
        WHERE own.workspace_id = ${workspace} AND own.source = c.source AND own.customer_key = c.customer_key
        LIMIT ${mostConversationsOfOnePerson + 1}
      ) held
    ) > ${mostConversationsOfOnePerson} THEN NULL
    WHEN EXISTS (
      SELECT FROM conversations later
      WHERE later.workspace_id = ${workspace} AND later.source = c.source AND later.customer_key = c.customer_key
        AND later.not_service IS NULL AND later.last_at IS NOT NULL AND later.first_at >= c.last_at
        AND later.first_at - c.last_at <= ${days} AND (later.first_at, later.id) > (c.first_at, c.id)
    ) THEN true
    WHEN (SELECT max(last_at) FROM conversations WHERE workspace_id = ${workspace}) - c.last_at >= ${days} THEN false
  END`;
}

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
