/** How conversations ended, counted by agent and channel: as many rows as there are agents, however many conversations. */
import type { AskedMeasure, Channel, QualityId } from '@rapport/contract';
import type { AskedCounts, OutcomeCounts, OutcomesInput, QualityCounts } from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import { ratedConditions } from './conversation-filter.ts';
import { isUncontested } from './disputes.ts';
import type { Db } from './open-store.ts';

interface Scope {
  workspace: number;
  scorerVersion: string;
}

/** Names under which teams hand in what they asked, in small letters without signs. */
const askedNames = {
  nps: ['nps', 'npsscore', 'netpromoterscore'],
  ces: ['ces', 'cesscore', 'customereffort', 'customereffortscore', 'effortscore'],
} as const;

/** Everything `describeOutcomes` needs. Ask within one snapshot. */
export async function loadOutcomesInput(db: Db, workspace: number, scorerVersion: string): Promise<OutcomesInput> {
  const scope = { workspace, scorerVersion };
  const { rows } = await sql<{ last: Date | null; unread: number }>`
    SELECT max(c.last_at) AS last, count(*) FILTER (WHERE c.csat_raw IS NOT NULL
      AND (c.csat_value IS NULL OR c.csat_max IS NULL)) AS unread
    FROM conversations c WHERE ${scored(scope)}`.execute(db);
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
/** A conversation belongs to the agent who answered first. */
const agentOf = sql`coalesce(c.agent_ids[1], 0)::text`;

/** A number that the team handed in under one of these names; null where there is none. */
const givenNumber = (names: readonly string[]): RawBuilder<number | null> => sql`(
  SELECT (g.value #>> '{}')::double precision FROM jsonb_each(c.outcomes) g
  WHERE regexp_replace(lower(g.key), '[^a-z]', '', 'g') = ANY(${[...names]}::text[]) AND jsonb_typeof(g.value) = 'number'
  ORDER BY g.key LIMIT 1)`;
const nps = givenNumber(askedNames.nps);
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
  count(${value}) AS ${sql.ref(`${name}_n`)}, coalesce(sum(${value}), 0) AS ${sql.ref(`${name}_total`)},
  coalesce(sum((${value}) * (${value})), 0) AS ${sql.ref(`${name}_squares`)}`;

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
    FROM (SELECT c.*, ${nps} AS nps, (SELECT count(*) FROM customer_emotions e
        WHERE e.workspace_id = ${scope.workspace} AND e.conversation_id = c.id) AS felt
      FROM conversations c WHERE ${scored(scope)}) c
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
    FROM conversations c WHERE ${scored(scope)} AND c.csat_value IS NOT NULL AND c.csat_max IS NOT NULL
    GROUP BY 2, 3, 4, 5 ORDER BY 4, 5, 2`.execute(db);
  return rows;
}

/** What the team handed in beside the rating. The scale of effort is not known, that of promoters is 0 to 10. */
async function countGiven(
  db: Db,
  scope: Scope,
): Promise<{ counts: AskedCounts[]; unread: Record<Exclude<AskedMeasure, 'csat'>, number> }> {
  const found = { counts: [] as AskedCounts[], unread: { nps: 0, ces: 0 } };
  for (const measure of ['nps', 'ces'] as const) {
    const { rows } = await sql<{ agent: string; value: number; n: number }>`
      SELECT agent, value, count(*) AS n FROM (
        SELECT ${agentOf} AS agent, ${givenNumber(askedNames[measure])} AS value
        FROM conversations c WHERE ${scored(scope)} AND c.outcomes <> '{}') given
      WHERE value IS NOT NULL GROUP BY 1, 2 ORDER BY 2, 1`.execute(db);
    for (const { agent, value, n } of rows) {
      const fits = measure === 'ces' || (value >= 0 && value <= 10);
      if (!fits) found.unread[measure] += n;
      else if (measure === 'nps') found.counts.push({ measure, agent, min: 0, max: 10, value, n });
      else found.counts.push({ measure, agent, min: null, max: null, value, n });
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
    WHERE ${scored(scope)} GROUP BY 1, 2, 3 ORDER BY 2, 3, 1`.execute(db);
  return rows;
}
