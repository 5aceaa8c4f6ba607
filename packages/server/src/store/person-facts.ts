/** What one person's page is written from: counts by quality and week, and moments with their words. */
import { type PersonMoment, personMoment, type QualityId, type SpokenWords, type Verdict } from '@rapport/contract';
import type { QualityCourse } from '@rapport/insight';
import { sql } from 'kysely';
import { isUncontested } from './disputes.ts';
import { type EvidenceColumns, evidenceOf } from './evidence-columns.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

export interface PersonCounts {
  quality: QualityId;
  met: number;
  n: number;
  /** Weeks of dated conversations only, so they may hold fewer. */
  weeks: QualityCourse['weeks'];
}

/** @param scorerVersion the one the focus is read from: two scorers never share a course */
export async function countPersonQualities(
  db: Db,
  workspace: number,
  { authorId, scorerVersion }: { authorId: number; scorerVersion: string },
): Promise<PersonCounts[]> {
  const { rows } = await sql<{ quality: QualityId; week: Date | null; met: number; n: number }>`
    SELECT s.quality, date_trunc('week', c.last_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS week,
      count(*) FILTER (WHERE s.verdict = 'met') AS met, count(*) AS n
    FROM assessments a
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = a.conversation_id AND c.not_scored IS NULL
    JOIN scores s ON s.workspace_id = ${workspace} AND s.assessment_id = a.id
    WHERE a.workspace_id = ${workspace} AND a.author_id = ${authorId} AND a.scorer_version = ${scorerVersion}
      AND s.verdict <> 'no-opportunity' AND s.called_at IS NOT NULL AND ${isUncontested(workspace)}
    GROUP BY 1, 2 ORDER BY 1, 2
  `.execute(db);
  const found = new Map<QualityId, { met: number; n: number; weeks: { from: Date; met: number; n: number }[] }>();
  for (const { quality, week, met, n } of rows) {
    const one = found.get(quality) ?? { met: 0, n: 0, weeks: [] };
    one.met += met;
    one.n += n;
    if (week !== null) one.weeks.push({ from: week, met, n });
    found.set(quality, one);
  }
  return [...found].map(([quality, counts]) => ({ quality, ...counts }));
}

interface MomentRow extends EvidenceColumns<'trigger'>, EvidenceColumns<'response'> {
  conversation_id: number;
  quality: QualityId;
  verdict: Verdict;
  why: string;
  trigger_at: Date | null;
  response_at: Date | null;
}

/**
 * Of each quality asked for the moments with words of the person's own, surest and weightiest first. Words of a line or
 * three are taken before a wall of text or a bare "ok". Looked for in the conversations that came in last: what was
 * done lately teaches more, and nobody waits for years of them.
 *
 * @param met true: met ones; false: the others
 * @param each so many of one quality, each from another conversation
 */
export async function listPersonMoments(
  db: Db,
  workspace: number,
  { authorId, qualities, met, each }: { authorId: number; qualities: readonly QualityId[]; met: boolean; each: number },
): Promise<PersonMoment[]> {
  if (qualities.length === 0) return [];
  const { rows } = await sql<MomentRow>`
    WITH one_each AS (
      SELECT DISTINCT ON (m.quality, m.conversation_id) m.*
      FROM (
        SELECT id, conversation_id FROM assessments
        WHERE workspace_id = ${workspace} AND author_id = ${authorId}
        ORDER BY conversation_id DESC LIMIT ${lookedThrough}
      ) a
      JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = a.conversation_id AND c.not_scored IS NULL
      JOIN moments m ON m.workspace_id = ${workspace} AND m.assessment_id = a.id
      WHERE m.quality = ANY(${[...qualities]}::text[]) AND m.response_quote IS NOT NULL
        AND ${met ? sql`m.verdict = 'met'` : sql`m.verdict <> 'met'`}
      ORDER BY m.quality, m.conversation_id, m.confidence * m.weight DESC, m.number
    ), ranked AS (
      SELECT o.*, row_number() OVER (PARTITION BY o.quality ORDER BY
        (length(o.response_quote) BETWEEN 30 AND 220) DESC, o.confidence * o.weight DESC, o.conversation_id) AS place
      FROM one_each o
    )
    -- Of the few that are shown, by key: how few they are the planner does not see, and would read all messages.
    SELECT r.*,
      (SELECT t.at FROM messages t WHERE t.workspace_id = ${workspace} AND t.conversation_id = r.conversation_id
        AND t.message_id = r.trigger_message_id) AS trigger_at,
      (SELECT p.at FROM messages p WHERE p.workspace_id = ${workspace} AND p.conversation_id = r.conversation_id
        AND p.message_id = r.response_message_id) AS response_at
    FROM ranked r WHERE r.place <= ${each} ORDER BY r.quality, r.place
  `.execute(db);
  return rows.map(toMoment);
}

/** Conversations of one person in which examples are looked for. */
const lookedThrough = 400;

function toMoment(row: MomentRow): PersonMoment {
  const conversationId = String(row.conversation_id);
  const spoken = (name: 'trigger' | 'response', at: Date | null): SpokenWords | null => {
    const found = evidenceOf(row, name);
    return found && { quote: found.quote, messageId: found.messageId, conversationId, at: isoOf(at) };
  };
  const { quality, verdict, why } = row;
  return personMoment.parse({
    ...{ quality, verdict, why, conversationId },
    called: spoken('trigger', row.trigger_at),
    reply: spoken('response', row.response_at),
  });
}
