/** How many conversations each person had, and how many of them arrived hard. */
import type { LoadCounts } from '@rapport/contract';
import { sql } from 'kysely';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

/** At or under this first feeling (−1 to 1) a customer arrived very upset. */
export const veryUpsetAt = -0.6;
/** Angry words at or under this one are called great anger. */
export const hostileAt = -0.8;

/**
 * Hard is what came to a person hard: the customer's first message was very upset or in great anger, or before this
 * person's first reply they had asked for a manager or said they would leave. Nothing the person did is in it.
 */
export async function countTeamLoad(db: Db, workspace: number, scorerVersion: string): Promise<LoadCounts> {
  const { rows } = await sql<{
    author_id: number;
    n: number;
    hard: number;
    upset: number;
    escalated: number;
    hostile: number;
    longest: number;
    outstanding: number;
    first: Date | null;
    last: Date | null;
  }>`
    WITH had AS MATERIALIZED (
      SELECT c.id, a.author_id, c.first_at, c.last_at, c.feeling_first, c.exceptional
      FROM conversations c CROSS JOIN LATERAL unnest(c.agent_ids) AS a(author_id)
      WHERE c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL
    ), escalated AS (
      SELECT DISTINCT h.id, h.author_id
      FROM signals s
      JOIN had h ON h.id = s.conversation_id
      JOIN messages said ON said.workspace_id = ${workspace} AND said.conversation_id = s.conversation_id
        AND said.message_id = s.said_message_id
      WHERE s.workspace_id = ${workspace} AND s.kind IN ('asked-for-manager', 'threatened-to-leave')
        AND NOT EXISTS (SELECT FROM messages m WHERE m.workspace_id = ${workspace}
          AND m.conversation_id = s.conversation_id AND m.author_id = h.author_id AND m.visibility = 'public'
          AND CASE WHEN m.at IS NULL OR said.at IS NULL THEN m.position < said.position
            ELSE (m.at, m.position) < (said.at, said.position) END)
    ), hostile AS (
      SELECT DISTINCT e.conversation_id AS id
      FROM conversations c
      JOIN customer_emotions e ON e.workspace_id = ${workspace} AND e.conversation_id = c.id
      WHERE c.workspace_id = ${workspace} AND c.feeling_first <= ${hostileAt} AND e.label = 'angry'
        AND e.valence = c.feeling_first
    ), marked AS (
      SELECT h.author_id, h.first_at, h.last_at, h.id, h.exceptional, coalesce(h.feeling_first <= ${veryUpsetAt}, false) AS upset,
        e.id IS NOT NULL AS escalated, x.id IS NOT NULL AS hostile
      FROM had h
      LEFT JOIN escalated e ON e.id = h.id AND e.author_id = h.author_id
      LEFT JOIN hostile x ON x.id = h.id
    ), told AS (
      SELECT *, upset OR escalated OR hostile AS hard,
        -- Grows with every conversation that was not hard, so hard ones in a row share a number.
        count(*) FILTER (WHERE NOT (upset OR escalated OR hostile))
          OVER (PARTITION BY author_id ORDER BY first_at, id) AS run
      FROM marked
    ), runs AS (
      SELECT author_id, max(n) AS longest
      FROM (SELECT author_id, count(*) FILTER (WHERE hard) AS n FROM told GROUP BY author_id, run) each_run
      GROUP BY author_id
    )
    SELECT t.author_id, count(*) AS n, count(*) FILTER (WHERE hard) AS hard, count(*) FILTER (WHERE upset) AS upset,
      count(*) FILTER (WHERE escalated) AS escalated, count(*) FILTER (WHERE hostile) AS hostile, r.longest,
      count(*) FILTER (WHERE exceptional) AS outstanding, min(first_at) AS first, max(last_at) AS last
    FROM told t JOIN runs r USING (author_id) GROUP BY t.author_id, r.longest ORDER BY t.author_id
  `.execute(db);
  return {
    scorerVersion,
    people: rows.map(({ author_id, n, hard, upset, escalated, hostile, longest, outstanding, first, last }) => ({
      authorId: author_id,
      conversations: n,
      hard,
      kinds: { upset, escalated, hostile },
      longestRun: longest,
      outstanding,
      from: isoOf(first),
      to: isoOf(last),
    })),
  };
}
