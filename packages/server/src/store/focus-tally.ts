/** Counts of scored conversations per agent: what `tallyFocus` counts of a list, counted where the rows lie. */
import type { QualityId } from '@rapport/contract';
import { type AgentTally, type FocusTally, type QualityTally, troubleKinds } from '@rapport/insight';
import { sql } from 'kysely';
import { isSatisfied } from './conversation-filter.ts';
import { isUncontested } from './disputes.ts';
import type { Db } from './open-store.ts';
import { answeredBy, authorSeen, belongsTo, type Sees } from './seen.ts';

interface Counted {
  /** The only version whose scores are counted. */
  scorerVersion: string;
  /** Whose service is counted; null: everybody's. */
  sees: Sees;
}

export async function tallyAgents(db: Db, workspace: number, of: Counted): Promise<Omit<FocusTally, 'reading'>> {
  const counted = await countConversations(db, workspace, of);
  const qualities = await countQualities(db, workspace, of);
  const firsts = await countFirst(db, workspace, of);
  const ids = [...new Set([...qualities.keys(), ...firsts.keys()])];
  const agents = ids
    .map((id) => ({
      agent: String(id),
      qualities: qualities.get(id) ?? {},
      answeredFirst: firsts.get(id) ?? nobodyAsked,
    }))
    .sort((a, b) => (a.agent < b.agent ? -1 : 1));
  return { ...counted, agents };
}

const nobodyAsked: AgentTally['answeredFirst'] = {
  rated: 0,
  satisfied: 0,
  watched: 0,
  wroteAgain: 0,
  feeling: { n: 0, total: 0, squares: 0 },
};

async function countConversations(
  db: Db,
  workspace: number,
  { scorerVersion, sees }: Counted,
): Promise<{ scored: number; observed: number }> {
  const { rows } = await sql<{ scored: number; observed: number }>`
    SELECT count(*) AS scored,
      count(*) FILTER (WHERE wrote_again OR signals && ${troubleKinds}::text[]) AS observed
    FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL
      AND ${answeredBy(sees)}
  `.execute(db);
  return rows[0] ?? { scored: 0, observed: 0 };
}

interface QualityRow {
  author: number;
  quality: QualityId;
  called: number;
  met: number;
  met_known: number;
  met_followed: number;
  missed: number;
  missed_known: number;
  missed_followed: number;
}

async function countQualities(
  db: Db,
  workspace: number,
  { scorerVersion, sees }: Counted,
): Promise<Map<number, Partial<Record<QualityId, QualityTally>>>> {
  const { rows } = await sql<QualityRow>`
    SELECT s.author_id AS author, s.quality, count(*) AS called,
      count(*) FILTER (WHERE s.verdict = 'met') AS met,
      count(s.trouble_followed) FILTER (WHERE s.verdict = 'met') AS met_known,
      count(*) FILTER (WHERE s.verdict = 'met' AND s.trouble_followed) AS met_followed,
      count(*) FILTER (WHERE s.verdict = 'missed') AS missed,
      count(s.trouble_followed) FILTER (WHERE s.verdict = 'missed') AS missed_known,
      count(*) FILTER (WHERE s.verdict = 'missed' AND s.trouble_followed) AS missed_followed
    FROM scores s
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = s.conversation_id
    WHERE s.workspace_id = ${workspace} AND s.verdict <> 'no-opportunity' AND s.called_at IS NOT NULL
      AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL AND ${isUncontested(workspace)}
      AND ${authorSeen(sees, sql`s.author_id`)}
    GROUP BY s.author_id, s.quality
    ORDER BY s.author_id, s.quality COLLATE "C"
  `.execute(db);
  const found = new Map<number, Partial<Record<QualityId, QualityTally>>>();
  for (const row of rows) {
    found.set(row.author, {
      ...found.get(row.author),
      [row.quality]: {
        called: row.called,
        met: { n: row.met, known: row.met_known, followed: row.met_followed },
        missed: { n: row.missed, known: row.missed_known, followed: row.missed_followed },
      },
    });
  }
  return found;
}

interface FirstRow {
  author: number;
  rated: number;
  satisfied: number;
  watched: number;
  wrote_again: number;
  felt: number;
  feeling: number | null;
  squares: number | null;
}

/** A conversation belongs to the agent who answered first. */
async function countFirst(
  db: Db,
  workspace: number,
  { scorerVersion, sees }: Counted,
): Promise<Map<number, AgentTally['answeredFirst']>> {
  const { rows } = await sql<FirstRow>`
    SELECT c.agent_ids[1] AS author, count(${isSatisfied}) AS rated, count(*) FILTER (WHERE ${isSatisfied}) AS satisfied,
      count(c.wrote_again) AS watched, count(*) FILTER (WHERE c.wrote_again) AS wrote_again,
      count(c.feeling_last - c.feeling_first) AS felt, sum(c.feeling_last - c.feeling_first) AS feeling,
      sum((c.feeling_last - c.feeling_first) ^ 2) AS squares
    FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL
      AND c.agent_ids <> '{}' AND ${belongsTo(sees)}
    GROUP BY c.agent_ids[1]
    ORDER BY c.agent_ids[1]
  `.execute(db);
  return new Map(
    rows.map(({ author, rated, satisfied, watched, wrote_again: wroteAgain, felt: n, feeling, squares }) => [
      author,
      { rated, satisfied, watched, wroteAgain, feeling: { n, total: feeling ?? 0, squares: squares ?? 0 } },
    ]),
  );
}
