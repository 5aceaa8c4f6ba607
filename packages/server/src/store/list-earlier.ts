import { mostConversationsOfOnePerson } from '@rapport/insight';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

const earlierAtMost = 5;

/** The last few conversations of the same customer before each of these, oldest first. */
export async function listEarlier(
  db: Db,
  workspace: number,
  ids: readonly number[],
): Promise<{ id: number; earlierId: number }[]> {
  const { rows } = await sql<{ id: number; earlierId: number }>`
    SELECT c.id, before.id AS "earlierId"
    FROM conversations c
    CROSS JOIN LATERAL (
      SELECT e.id, e.first_at, row_number() OVER (ORDER BY e.first_at DESC, e.id DESC) AS recency
      FROM conversations e
      WHERE e.workspace_id = ${workspace} AND e.source = c.source AND e.customer_key = c.customer_key
        AND e.first_at < c.first_at
      ORDER BY e.first_at DESC, e.id DESC
      LIMIT ${mostConversationsOfOnePerson}
    ) before
    WHERE c.workspace_id = ${workspace} AND c.id = ANY(${ids}::bigint[]) AND c.customer_key IS NOT NULL
      AND before.recency <= ${earlierAtMost}
      AND (SELECT count(*) FROM (
        SELECT 1 FROM conversations s
        WHERE s.workspace_id = ${workspace} AND s.source = c.source AND s.customer_key = c.customer_key
        LIMIT ${mostConversationsOfOnePerson + 1}) held) <= ${mostConversationsOfOnePerson}
    ORDER BY c.id, before.first_at, before.id
  `.execute(db);
  return rows;
}
