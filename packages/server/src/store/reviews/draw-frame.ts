/** From what a review can be drawn: one agent's part in one conversation, scored, in a window of time. */
import type { QualityId } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { authorSeen, type Sees } from '../seen.ts';

export interface DrawWindow {
  from: Date | null;
  to: Date | null;
  sees: Sees;
  /** Only these agents; null: all that may be seen. */
  agents: readonly number[] | null;
  /** Newer conversations are not in the frame; null: the newest there is. */
  lastConversation: number | null;
  /** Only what the machine read between these points of 100, ends left out, in one of these qualities; absent: everything. */
  read?: { qualities: readonly QualityId[]; above: number; below: number };
}

export interface FrameRow {
  conversation: number;
  author: number;
  /** Of the newest message, counted from the first day of 1970; null where the conversation has no date. */
  week: number | null;
  channel: string;
  /** By chance in an earlier draw: it cannot be drawn again, and the next draw chooses among the others. */
  drawnBefore: boolean;
}

/** A shared mailbox is nobody's service; what is not service is nobody's either. */
const standing = sql<boolean>`o.role = 'agent' AND NOT o.is_team AND c.not_scored IS NULL AND (c.not_service IS NULL)`;

const within = ({
  from,
  to,
  sees,
  agents,
  lastConversation,
  read,
}: DrawWindow) => sql<boolean>`${authorSeen(sees, sql`a.author_id`)}
  AND ${authorSeen(agents, sql`a.author_id`)}
  AND (${from}::timestamptz IS NULL OR c.last_at >= ${from}::timestamptz)
  AND (${to}::timestamptz IS NULL OR c.last_at <= ${to}::timestamptz)
  AND (${lastConversation}::bigint IS NULL OR c.id <= ${lastConversation}::bigint)
  AND ${
    read === undefined
      ? sql`true`
      : sql`EXISTS (SELECT FROM scores s WHERE s.workspace_id = a.workspace_id AND s.assessment_id = a.id
        AND s.quality = ANY(${[...read.qualities]}::text[]) AND s.score > ${read.above} AND s.score < ${read.below})`
  }`;

export async function listDrawFrame(db: Db, workspace: number, window: DrawWindow): Promise<FrameRow[]> {
  const { rows } = await sql<FrameRow>`
    SELECT c.id AS conversation, a.author_id AS author, c.channel,
      floor(extract(epoch FROM c.last_at) / 604800)::integer AS week,
      EXISTS (SELECT FROM review_assignments r WHERE r.workspace_id = ${workspace} AND r.conversation_id = c.id
        AND r.author_id = a.author_id AND r.drawn = 'random') AS "drawnBefore"
    FROM assessments a
    JOIN conversations c ON c.workspace_id = a.workspace_id AND c.id = a.conversation_id
    JOIN authors o ON o.workspace_id = a.workspace_id AND o.id = a.author_id
    WHERE a.workspace_id = ${workspace} AND ${standing} AND ${within(window)}
    ORDER BY c.id, a.author_id`.execute(db);
  return rows;
}

/** Conversations per agent over everything, not only the window: the floors for numbers on one agent look at them. */
export async function countConversations(
  db: Db,
  workspace: number,
  authors: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ author: number; n: number }>`
    SELECT author_id AS author, count(*) AS n FROM assessments
    WHERE workspace_id = ${workspace} AND author_id = ANY(${[...authors]}::bigint[]) GROUP BY author_id`.execute(db);
  return new Map(rows.map(({ author, n }) => [author, n]));
}

export async function findLastConversation(db: Db, workspace: number): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`
    SELECT max(id) AS id FROM conversations WHERE workspace_id = ${workspace}`.execute(db);
  return rows[0]?.id ?? 0;
}

/**
 * The ones that stand out, most first; what is assigned already is left out.
 *
 * worst-moments: weight of what was missed, half of what was partly met. outliers: many and long replies beside what the
 * channel is used to. low-rating: the lower half of the scale on which the customer answered.
 */
export async function listFlagged(
  db: Db,
  workspace: number,
  { kind, window, limit }: { kind: 'worst-moments' | 'outliers' | 'low-rating'; window: DrawWindow; limit: number },
): Promise<{ conversation: number; author: number }[]> {
  const { rows } = await sql<{ conversation: number; author: number }>`
    WITH parts AS (
      SELECT c.id AS conversation, a.author_id AS author, a.id AS assessment, c.channel,
        c.csat_value, c.csat_min, c.csat_max
      FROM assessments a
      JOIN conversations c ON c.workspace_id = a.workspace_id AND c.id = a.conversation_id
      JOIN authors o ON o.workspace_id = a.workspace_id AND o.id = a.author_id
      WHERE a.workspace_id = ${workspace} AND ${standing} AND ${within(window)}
        AND NOT EXISTS (SELECT FROM review_assignments r WHERE r.workspace_id = ${workspace}
          AND r.conversation_id = c.id AND r.author_id = a.author_id AND r.state <> 'replaced')
    ), measured AS (${measures[kind](workspace)})
    SELECT conversation, author FROM measured WHERE measure > 0
    ORDER BY measure DESC, conversation DESC LIMIT ${limit}`.execute(db);
  return rows;
}

const measures = {
  'worst-moments': (workspace: number) => sql`
    SELECT p.conversation, p.author,
      sum(m.weight * CASE m.verdict WHEN 'missed' THEN 1 WHEN 'partly' THEN 0.5 ELSE 0 END) AS measure
    FROM parts p JOIN moments m ON m.workspace_id = ${workspace} AND m.assessment_id = p.assessment
    GROUP BY p.conversation, p.author`,
  outliers: (workspace: number) => sql`
    SELECT conversation, author, replies / avg(replies) OVER (PARTITION BY channel)
      + letters / avg(letters) OVER (PARTITION BY channel) - 3 AS measure
    FROM (
      SELECT p.conversation, p.author, p.channel, count(*)::double precision AS replies,
        1 + sum(length(m.text))::double precision AS letters
      FROM parts p JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = p.conversation
        AND m.author_id = p.author AND m.visibility = 'public'
      GROUP BY p.conversation, p.author, p.channel
    ) sized`,
  'low-rating': () => sql`
    SELECT conversation, author, 0.5 - (csat_value - csat_min) / (csat_max - csat_min) AS measure
    FROM parts WHERE csat_value IS NOT NULL AND csat_max > csat_min`,
};
