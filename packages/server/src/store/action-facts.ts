/** What the choice of next actions needs of kept answers: the few fields, cut out by the database, and what is under way. */
import {
  type DriversAnswer,
  driverOutcome,
  driverOutcomes,
  driverQuality,
  knowledgeGap,
  reasonGroup,
} from '@rapport/contract';
import type { ActionFacts, DriversForAction } from '@rapport/insight';
import { sql } from 'kysely';
import { z } from 'zod';
import { filterConditions } from './conversation-filter.ts';
import type { Db } from './open-store.ts';
import { listCare } from './reason-care.ts';
import type { Sees } from './seen.ts';

/** More than the few first of a kind is never chosen from. */
const groupsLooked = 20;
/** Promises that are older belong to another list. */
const promiseWeeks = 4;
const mostPromises = 1000;

const qualities = z.array(
  driverQuality.pick({ quality: true, tier: true, gain: true, chanceFirst: true, recommended: true }),
);
const bases = z.enum(['none', 'uncorrected', 'corrected'] satisfies DriversAnswer['basis'][]);

/** In the order in which outcomes are offered. */
export async function loadDriversForActions(db: Db, workspace: number): Promise<DriversForAction[]> {
  const { rows } = await sql<{ outcome: string; basis: string; qualities: unknown }>`
    SELECT outcome, answer->>'basis' AS basis, (SELECT jsonb_agg(jsonb_build_object('quality', q->'quality',
        'tier', q->'tier', 'gain', q->'gain', 'chanceFirst', q->'chanceFirst', 'recommended', q->'recommended'))
      FROM jsonb_array_elements(answer->'qualities') q) AS qualities
    FROM driver_answers WHERE workspace_id = ${workspace}`.execute(db);
  const found = rows.map((row) => ({
    outcome: driverOutcome.parse(row.outcome),
    basis: bases.parse(row.basis),
    qualities: qualities.parse(row.qualities ?? []),
  }));
  return driverOutcomes.flatMap((outcome) => found.filter((one) => one.outcome === outcome));
}

const untended = z.array(reasonGroup.pick({ kind: true, key: true, name: true, conversations: true, trend: true }));

/** Groups of reasons and rules that nobody looks after, of each kind the most frequent; everybody's or a team's. */
export async function listUntended(db: Db, workspace: number, team: number | null): Promise<z.infer<typeof untended>> {
  const kept =
    team === null
      ? sql`team_answers WHERE workspace_id = ${workspace}`
      : sql`answers_of_teams WHERE workspace_id = ${workspace} AND team_id = ${team}`;
  const { rows } = await sql<{ groups: unknown }>`
    SELECT (SELECT jsonb_agg(jsonb_build_object('kind', g->'kind', 'key', g->'key', 'name', g->'name',
        'conversations', g->'conversations', 'trend', g->'trend'))
      FROM (SELECT value AS g, ordinality FROM jsonb_array_elements(answer->'problems') WITH ORDINALITY
        UNION ALL SELECT value, ordinality FROM jsonb_array_elements(answer->'rules') WITH ORDINALITY) all_groups
      WHERE ordinality <= ${groupsLooked} OR g->'trend'->>'sign' = 'real') AS groups
    FROM ${kept} AND kind = 'reasons'`.execute(db);
  const found = untended.parse(rows[0]?.groups ?? []);
  if (found.length === 0) return [];
  const tended = new Set((await listCare(db, workspace)).map(({ kind, key }) => `${kind}:${key}`));
  return found.filter(({ kind, key }) => !tended.has(`${kind}:${key}`));
}

const gapsForActions = z.object({
  articles: z.int(),
  groups: z.array(knowledgeGap.pick({ key: true, name: true, conversations: true })),
});

/** The most frequent question without an article; null before they were looked for. */
export async function loadGapForActions(db: Db, workspace: number): Promise<ActionFacts['gaps']> {
  const { rows } = await sql<{ articles: unknown; groups: unknown }>`
    SELECT answer->'articles' AS articles, (SELECT jsonb_agg(jsonb_build_object('key', g->'key', 'name', g->'name',
        'conversations', g->'conversations'))
      FROM jsonb_path_query(answer, '$.groups[0]') g) AS groups
    FROM team_answers WHERE workspace_id = ${workspace} AND kind = 'gaps'`.execute(db);
  const [row] = rows;
  return row === undefined ? null : gapsForActions.parse({ ...row, groups: row.groups ?? [] });
}

/** Conversations of the newest weeks of the data with a promise that shows no sign of being kept; counted to a thousand. */
export async function countOpenPromises(
  db: Db,
  workspace: number,
  { asOf, sees, teamId }: { asOf: string | null; sees: Sees; teamId: string | null },
): Promise<ActionFacts['promises']> {
  if (asOf === null) return { conversations: 0, from: null };
  const from = new Date(Date.parse(asOf) - promiseWeeks * 7 * 86_400_000).toISOString();
  const filter = { flag: 'open-promise' as const, from, ...(teamId === null ? {} : { teamId }) };
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM (SELECT FROM conversations c
    WHERE ${sql.join(filterConditions(workspace, filter, sees), sql` AND `)} LIMIT ${mostPromises}) found`.execute(db);
  return { conversations: rows[0]?.n ?? 0, from };
}

/** Qualities with sessions under way, and the next day on which one is read; of plans whose people all may be seen. */
export async function loadCoached(
  db: Db,
  workspace: number,
  { sees, now }: { sees: Sees; now: Date },
): Promise<ActionFacts['coached']> {
  const seen =
    sees === null
      ? sql`true`
      : sql`NOT EXISTS (SELECT FROM coaching_people w
    WHERE w.workspace_id = p.workspace_id AND w.plan_id = p.id AND w.author_id <> ALL(${[...sees]}::bigint[]))`;
  const { rows } = await sql<{ quality: string; next: Date | null }>`
    SELECT p.quality, min(p.goal_at) FILTER (WHERE p.goal_at > ${now.toISOString()}::timestamptz) AS next
    FROM coaching_plans p WHERE p.workspace_id = ${workspace} AND p.closed_at IS NULL AND ${seen}
    GROUP BY p.quality ORDER BY p.quality`.execute(db);
  const days = rows.flatMap(({ next }) => (next === null ? [] : [next.toISOString()])).sort();
  return { qualities: rows.map(({ quality }) => quality), nextReading: days[0] ?? null };
}
