/** How conversations ended, counted by agent and channel: as many rows as there are agents, however many conversations. */
import type { AskedMeasure, Channel, QualityId } from '@rapport/contract';
import type { AskedCounts, OutcomeCounts, OutcomesInput, QualityCounts } from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import { effortEasiest, effortHardest, givenEffort, givenRecommend } from './asked-values.ts';
import { ratedConditions } from './conversation-filter.ts';
import { isUncontested } from './disputes.ts';
import { exactSum, exactSumOfSquares } from './exact-sum.ts';
import type { Db } from './open-store.ts';
import { authorSeen, belongsTo, type Sees } from './seen.ts';

interface Scope {
  workspace: number;
  scorerVersion: string;
  /** Whose service; null: everybody's. */
  sees: Sees;
}

/** Everything `describeOutcomes` needs. Ask within one snapshot. */
export async function loadOutcomesInput(
  db: Db,
  workspace: number,
  { scorerVersion, sees }: Omit<Scope, 'workspace'>,
): Promise<OutcomesInput> {
  const scope = { workspace, scorerVersion, sees };
  const { rows } = await sql<{ last: Date | null; unread: number }>`
    SELECT max(c.last_at) AS last, count(*) FILTER (WHERE c.csat_raw IS NOT NULL
      AND (c.csat_value IS NULL OR c.csat_max IS NULL)) AS unread
    FROM conversations c WHERE ${ended(scope)}`.execute(db);
  const given = await countGiven(db, scope);
  return {
    asOf: rows[0]?.last?.toISOString() ?? null,
    counts: await countEnds(db, scope),
    asked: [...(await countRatings(db, scope)), ...given.counts],
    unread: { csat: rows[0]?.unread ?? 0, ...given.unread },
    qualities: await countQualities(db, scope),
    scorerVersion,
  };
}

const scored = ({ workspace, scorerVersion }: Scope): RawBuilder<boolean> =>
  sql`c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL`;
/** How it ended is the business of whoever answered first. */
const ended = (scope: Scope): RawBuilder<boolean> => sql`${scored(scope)} AND ${belongsTo(scope.sees)}`;
/** A conversation belongs to the agent who answered first. */
const agentOf = sql`coalesce(c.agent_ids[1], 0)::text`;

const isNps = sql`(c.nps BETWEEN 0 AND 10)`;

type EndsRow = { agent: string; channel: Channel } & Record<
  | 'conversations'
  | 'rated'
  | 'satisfied'
  | 'told'
  | 'resolved'
  | 'watched'
  | 'again'
  | 'first_n'
  | 'first_total'
  | 'first_squares'
  | 'last_n'
  | 'last_total'
  | 'last_squares'
  | 'change_n'
  | 'change_total'
  | 'change_squares'
  | 'nps_n'
  | 'nps_total'
  | 'nps_squares',
  number
>;

/** Count, sum and sum of squares of a value, where it is known. */
const sums = (name: string, value: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  count(${value}) AS ${sql.ref(`${name}_n`)}, ${exactSum(value)} AS ${sql.ref(`${name}_total`)},
  ${exactSumOfSquares(value)} AS ${sql.ref(`${name}_squares`)}`;

async function countEnds(db: Db, scope: Scope): Promise<OutcomeCounts[]> {
  const { rows } = await sql<EndsRow>`
    SELECT ${agentOf} AS agent, c.channel, count(*) AS conversations,
      count(*) FILTER (WHERE c.csat_value IS NOT NULL AND c.csat_max IS NOT NULL) AS rated,
      count(*) FILTER (WHERE ${ratedConditions.satisfied}) AS satisfied,
      count(c.resolved) AS told, count(*) FILTER (WHERE c.resolved) AS resolved,
      count(c.wrote_again) AS watched, count(*) FILTER (WHERE c.wrote_again) AS again,
      ${sums('first', sql`c.feeling_first`)}, ${sums('last', sql`c.feeling_last`)},
      ${sums('change', sql`CASE WHEN c.felt > 1 THEN c.feeling_last - c.feeling_first END`)},
      ${sums('nps', sql`CASE WHEN ${isNps} THEN CASE WHEN c.nps >= 9 THEN 1 WHEN c.nps <= 6 THEN -1 ELSE 0 END END::float8`)}
    FROM (SELECT c.*, ${givenRecommend} AS nps, (SELECT count(*) FROM customer_emotions e
        WHERE e.workspace_id = ${scope.workspace} AND e.conversation_id = c.id) AS felt
      FROM conversations c WHERE ${ended(scope)}) c
    GROUP BY 1, 2 ORDER BY 1, 2`.execute(db);
  return rows.map((row) => ({
    ...{ agent: row.agent, channel: row.channel, conversations: row.conversations },
    satisfied: { n: row.rated, passed: row.satisfied },
    resolved: { n: row.told, passed: row.resolved },
    wroteAgain: { n: row.watched, passed: row.again },
    feelingFirst: { n: row.first_n, total: row.first_total, squares: row.first_squares },
    feelingLast: { n: row.last_n, total: row.last_total, squares: row.last_squares },
    feelingChange: { n: row.change_n, total: row.change_total, squares: row.change_squares },
    nps: { n: row.nps_n, total: row.nps_total, squares: row.nps_squares },
  }));
}

async function countRatings(db: Db, scope: Scope): Promise<AskedCounts[]> {
  const { rows } = await sql<AskedCounts>`
    SELECT 'csat' AS measure, ${agentOf} AS agent, c.csat_min AS min, c.csat_max AS max, c.csat_value AS value,
      count(*) AS n
    FROM conversations c WHERE ${ended(scope)} AND c.csat_value IS NOT NULL AND c.csat_max IS NOT NULL
    GROUP BY 2, 3, 4, 5 ORDER BY 4, 5, 2`.execute(db);
  return rows;
}

/** What was handed in beside the rating. Promoters answer from 0 to 10; effort has the scale that was said, if one was. */
async function countGiven(
  db: Db,
  scope: Scope,
): Promise<{ counts: AskedCounts[]; unread: Record<Exclude<AskedMeasure, 'csat'>, number> }> {
  const found = { counts: [] as AskedCounts[], unread: { nps: 0, ces: 0 } };
  for (const measure of ['nps', 'ces'] as const) {
    const isEffort = measure === 'ces';
    const { rows } = await sql<{
      agent: string;
      value: number;
      hardest: number | null;
      easiest: number | null;
      n: number;
    }>`
      SELECT agent, value, hardest, easiest, count(*) AS n FROM (
        SELECT ${agentOf} AS agent, ${isEffort ? givenEffort : givenRecommend} AS value,
          ${isEffort ? effortHardest : sql`0::float8`} AS hardest, ${isEffort ? effortEasiest : sql`10::float8`} AS easiest
        FROM conversations c WHERE ${ended(scope)} AND c.outcomes <> '{}') given
      WHERE value IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 2, 3, 4, 1`.execute(db);
    for (const { agent, value, hardest, easiest, n } of rows) {
      const ends = hardest === null || easiest === null || hardest === easiest ? null : [hardest, easiest];
      const [min, max] = ends === null ? [null, null] : [Math.min(...ends), Math.max(...ends)];
      if (min !== null && max !== null && (value < min || value > max)) found.unread[measure] += n;
      else found.counts.push({ measure, agent, min, max, value, n, ...(isEffort && ends ? { easiest } : {}) });
    }
  }
  return found;
}

async function countQualities(db: Db, scope: Scope): Promise<QualityCounts[]> {
  const { rows } = await sql<{ agent: string; channel: Channel; quality: QualityId; n: number; passed: number }>`
    SELECT s.author_id::text AS agent, c.channel, s.quality, count(*) AS n,
      count(*) FILTER (WHERE s.verdict = 'met') AS passed
    FROM conversations c
    JOIN scores s ON s.workspace_id = ${scope.workspace} AND s.conversation_id = c.id
      AND s.verdict <> 'no-opportunity' AND s.called_at IS NOT NULL AND ${isUncontested(scope.workspace)}
    WHERE ${scored(scope)} AND ${authorSeen(scope.sees, sql`s.author_id`)} GROUP BY 1, 2, 3 ORDER BY 2, 3, 1`.execute(
    db,
  );
  return rows;
}
