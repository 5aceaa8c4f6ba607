/** The habits of authors, counted from their messages, and what is proposed from them. */
import type { AuthorActivity, AuthorProposal } from '@rapport/intake';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from './open-store.ts';

/** The conversations that are looked at: those of one import, or all of one origin. */
export type LookedAt = { importId: number } | { source: string };

const conversationsOf = (workspace: number, of: LookedAt): RawBuilder<unknown> =>
  'importId' in of
    ? sql`(SELECT conversation_id FROM import_conversations
        WHERE workspace_id = ${workspace} AND import_id = ${of.importId})`
    : sql`(SELECT id AS conversation_id FROM conversations
        WHERE workspace_id = ${workspace} AND source = ${of.source})`;

/** Authors by id, a page at a time: a file may bring a quarter of a million of them. */
export interface AuthorPage {
  /** Only authors with higher ids; 0 from the start. */
  after: number;
  limit: number;
}

/**
 * What the authors of one import or origin did in it, those of whom something may have to be asked: no customers, whom
 * nobody scores, nobody of whom a person has already said who they are, and no old acquaintance whose few new messages
 * would outweigh the many.
 *
 * @returns next: after whom the next page begins; null when this was the last
 */
export async function loadAuthorActivity(
  db: Db,
  workspace: number,
  of: LookedAt,
  { after, limit }: AuthorPage,
): Promise<{ activity: AuthorActivity[]; next: number | null }> {
  const page = await sql<{ id: number }>`
    SELECT id FROM authors WHERE workspace_id = ${workspace} AND id > ${after} AND role <> 'customer' AND NOT said_by_person
    ORDER BY id LIMIT ${limit}
  `.execute(db);
  const ids = sql`${page.rows.map(({ id }) => id)}::bigint[]`;
  const { rows } = await sql<Omit<AuthorActivity, 'id'> & { id: number }>`
    WITH met AS (
      SELECT DISTINCT m.conversation_id FROM ${conversationsOf(workspace, of)} i
      JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = i.conversation_id
      WHERE m.author_id = ANY(${ids})
    ), said AS (
      SELECT m.author_id, m.conversation_id, m.at, m.text,
        lag(m.at) OVER in_order AS before_at, lag(m.author_id) OVER in_order AS before_author
      FROM met
      JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = met.conversation_id
      WINDOW in_order AS (PARTITION BY m.conversation_id ORDER BY m.at, m.position)
    ), asked AS (
      SELECT author_id, conversation_id, at, before_at, before_author, md5(btrim(text))::uuid AS words
      FROM said WHERE author_id = ANY(${ids})
    ), frequent AS (
      SELECT author_id, max(times) AS times
      FROM (SELECT author_id, words, count(*) AS times FROM asked GROUP BY author_id, words) by_text
      GROUP BY author_id
    ), habits AS (
      SELECT author_id, count(*) AS messages, count(DISTINCT conversation_id) AS conversations,
        count(*) FILTER (WHERE before_author <> author_id AND at IS NOT NULL AND before_at IS NOT NULL) AS timed,
        count(*) FILTER (WHERE before_author <> author_id AND at - before_at <= interval '5 seconds') AS instant,
        count(DISTINCT extract(hour FROM at AT TIME ZONE 'UTC')) AS hours,
        count(DISTINCT (at AT TIME ZONE 'UTC')::date) AS days
      FROM asked GROUP BY author_id
    )
    SELECT a.id, a.name, a.role, a.role_guessed AS "roleGuessed", h.messages, h.conversations,
      f.times AS "mostFrequentTextMessages", h.timed AS "timedReplies", h.instant AS "repliesWithinFiveSeconds",
      h.hours AS "activeHours", h.days AS "activeDays"
    FROM habits h JOIN frequent f USING (author_id)
    JOIN authors a ON a.workspace_id = ${workspace} AND a.id = h.author_id
    WHERE a.hints = '{}' OR h.messages * 2 >= a.messages
  `.execute(db);
  return {
    activity: rows.map((row) => ({ ...row, id: String(row.id) })),
    next: page.rows.length < limit ? null : (page.rows.at(-1)?.id ?? null),
  };
}

export async function saveProposals(db: Db, workspace: number, proposals: readonly AuthorProposal[]): Promise<void> {
  await sql`
    UPDATE authors a SET proposed_role = x."proposedRole", hints = x.hints, why = x.why
    FROM json_to_recordset(${JSON.stringify(proposals)}::json) AS x(id bigint, "proposedRole" text, hints text[], why text)
    WHERE a.workspace_id = ${workspace} AND a.id = x.id AND NOT a.said_by_person
  `.execute(db);
}

/**
 * Who is not named by a person is what was proposed: the proposals for these authors become their roles, and what they
 * wrote in reads differently.
 */
export async function acceptProposals(db: Db, workspace: number, of: LookedAt): Promise<void> {
  await sql`
    WITH accepted AS (
      UPDATE authors a SET role = proposed_role, proposed_role = NULL
      WHERE a.workspace_id = ${workspace} AND a.proposed_role IS NOT NULL AND NOT a.said_by_person
        AND EXISTS (
          SELECT 1 FROM messages m JOIN ${conversationsOf(workspace, of)} i ON i.conversation_id = m.conversation_id
          WHERE m.workspace_id = ${workspace} AND m.author_id = a.id)
      RETURNING a.id
    )
    UPDATE conversations SET needs_scoring = true
    WHERE workspace_id = ${workspace} AND NOT needs_scoring AND id IN (
      SELECT m.conversation_id FROM accepted
      JOIN messages m ON m.workspace_id = ${workspace} AND m.author_id = accepted.id)
  `.execute(db);
}
