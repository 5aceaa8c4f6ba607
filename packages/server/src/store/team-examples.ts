/** Met moments of colleagues to learn from, with every name of a person taken out. */
import type { PersonPage, QualityId } from '@rapport/contract';
import { hideNamesIn, namesOf } from '@rapport/qualities';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { listAgentNames } from './practice.ts';

export type TeamExample = PersonPage['teamExamples'][number];

/** Of each quality the surest and weightiest among the newest conversations that met it; none of the person's own. */
export async function listTeamExamples(
  db: Db,
  workspace: number,
  { notBy, qualities }: { notBy: number; qualities: readonly QualityId[] },
): Promise<TeamExample[]> {
  if (qualities.length === 0) return [];
  const { rows } = await sql<{ quality: QualityId; reply: string; called: string | null; customers: string[] }>`
    SELECT DISTINCT ON (o.quality) o.quality, o.response_quote AS reply, o.trigger_quote AS called,
      ARRAY(SELECT DISTINCT a.name FROM messages m
        JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id
        WHERE m.workspace_id = ${workspace} AND m.conversation_id = o.conversation_id) AS customers
    FROM unnest(${[...qualities]}::text[]) AS wanted (quality)
    CROSS JOIN LATERAL (
      SELECT s.assessment_id FROM scores s
      WHERE s.workspace_id = ${workspace} AND s.quality = wanted.quality AND s.verdict = 'met' AND s.author_id <> ${notBy}
      ORDER BY s.conversation_id DESC LIMIT ${chosenFrom}
    ) AS newest
    JOIN moments o ON o.workspace_id = ${workspace} AND o.assessment_id = newest.assessment_id
      AND o.quality = wanted.quality AND o.verdict = 'met' AND length(o.response_quote) BETWEEN 30 AND 220
    ORDER BY o.quality, o.confidence * o.weight DESC, o.assessment_id, o.number`.execute(db);
  const agents = rows.length === 0 ? [] : await listAgentNames(db, workspace);
  return rows.map(({ quality, reply, called, customers }) => {
    const names = namesOf([...agents, ...customers]);
    const nameless = (text: string) => hideNamesIn(text, names).text;
    return { quality, reply: nameless(reply), called: called === null ? null : nameless(called) };
  });
}

const chosenFrom = 60;
