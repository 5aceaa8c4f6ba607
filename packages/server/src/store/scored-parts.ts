/** The machine's scores of a few conversations, part by part: what a scorecard is tried on. */
import { type ConditionFacts, channel, signalKinds } from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { isUncontested } from './disputes.ts';
import type { Db } from './open-store.ts';
import { authorSeen, type Sees } from './seen.ts';

export interface ScoredPart {
  conversation: number;
  agent: number;
  /** What the conditions of categories look at. */
  facts: ConditionFacts;
  /** By quality; null: nothing called for it. Contested ones are left out. */
  scores: Readonly<Record<string, number | null>>;
}

const partRow = z.object({
  conversation: z.int(),
  agent: z.int(),
  channel,
  tags: z.array(z.string()),
  signals: z.array(z.enum(signalKinds)),
  scores: z.record(z.string(), z.number().nullable()),
});

/** Of agents, not of whole teams that write under one name. */
export async function listScoredParts(
  db: Db,
  workspace: number,
  { conversations, sees }: { conversations: readonly number[]; sees: Sees },
): Promise<ScoredPart[]> {
  const { rows } = await sql`
    SELECT a.conversation_id AS conversation, a.author_id AS agent, c.channel, c.tags,
      array(SELECT DISTINCT g.kind FROM signals g WHERE g.workspace_id = ${workspace}
        AND g.conversation_id = a.conversation_id) AS signals,
      coalesce((SELECT json_object_agg(s.quality, CASE WHEN s.verdict = 'no-opportunity' THEN NULL ELSE s.score END)
        FROM scores s WHERE s.workspace_id = ${workspace} AND s.assessment_id = a.id AND ${isUncontested(workspace)}),
        '{}') AS scores
    FROM assessments a
    JOIN conversations c ON c.workspace_id = a.workspace_id AND c.id = a.conversation_id
    JOIN authors o ON o.workspace_id = a.workspace_id AND o.id = a.author_id
    WHERE a.workspace_id = ${workspace} AND a.conversation_id = ANY(${[...conversations]}::bigint[])
      AND o.role = 'agent' AND NOT o.is_team AND ${authorSeen(sees, sql`a.author_id`)}
    ORDER BY a.conversation_id, a.author_id`.execute(db);
  return rows.map((row) => {
    const { conversation, agent, channel: of, tags, signals, scores } = partRow.parse(row);
    return { conversation, agent, facts: { channel: of, tags, signals }, scores };
  });
}
