/** Counts of each week for each agent: as many rows as there are agents, weeks and subjects, however many conversations. */
import { type ChangeOutcome, type QualityId, qualityIds } from '@rapport/contract';
import { type ChangesInput, type WeeksOfSubject, weeksBefore } from '@rapport/insight';
import type { WeekCell } from '@rapport/statistics';
import { type RawBuilder, sql } from 'kysely';
import { ratedConditions } from './conversation-filter.ts';
import { isUncontested } from './disputes.ts';
import type { Db } from './open-store.ts';
import { answeredBy, authorSeen, belongsTo, type Sees } from './seen.ts';

const dayMilliseconds = 86_400_000;
const weekMilliseconds = 7 * dayMilliseconds;

/**
 * Everything `findChanges` needs. A conversation counts in the week in which it ended; weeks are counted back from the
 * last message. Ask within one snapshot.
 *
 * @param scorerVersion the only version whose scores are read: two scorers never share a comparison
 * @param sees whose service; null: everybody's
 */
export async function loadChangesInput(
  db: Db,
  workspace: number,
  { scorerVersion, sees }: { scorerVersion: string; sees: Sees },
): Promise<ChangesInput> {
  const { rows } = await sql<{ last: Date | null }>`
    SELECT max(last_at) AS last FROM conversations c
    WHERE workspace_id = ${workspace} AND scorer_version = ${scorerVersion} AND not_scored IS NULL
      AND ${answeredBy(sees)}`.execute(db);
  const asOf = rows[0]?.last ?? null;
  if (asOf === null) return { asOf: null, subjects: [], scorerVersion };
  const counted = { workspace, scorerVersion, sees };
  const qualities = await countQualities(db, { ...counted, end: asOf });
  const outcomes = await countOutcomes(db, { ...counted, end: asOf });
  // Whoever ended less than a week ago may still write again: only watched weeks are compared.
  const watched = new Date(asOf.getTime() - weekMilliseconds);
  const again = await countWroteAgain(db, { ...counted, end: watched });
  return {
    asOf: asOf.toISOString(),
    subjects: [
      ...qualityIds.map((subject) => ofWeek(subject, asOf, qualities)),
      ...(['satisfied', 'resolved', 'feeling'] as const).map((subject) => ofWeek(subject, asOf, outcomes)),
      ofWeek('wrote-again', watched, again),
    ],
    scorerVersion,
  };
}

interface Counted {
  workspace: number;
  scorerVersion: string;
  sees: Sees;
  /** End of the newest week. */
  end: Date;
}

interface Row extends WeekCell {
  subject: QualityId | ChangeOutcome;
}

function ofWeek(subject: Row['subject'], end: Date, rows: readonly Row[]): WeeksOfSubject {
  const from = new Date(end.getTime() - weekMilliseconds + 1);
  return {
    subject,
    week: { from: from.toISOString(), to: end.toISOString() },
    cells: rows.flatMap(({ subject: of, ...cell }) => (of === subject ? [cell] : [])),
  };
}

/** Scored conversations of the newest week and the weeks before it, with their week, 0 the newest. */
const conversationsOfWeeks = ({ workspace, scorerVersion, end }: Counted): RawBuilder<unknown> => sql`
  SELECT c.*, floor(extract(epoch FROM (${end}::timestamptz - c.last_at)) / ${weekMilliseconds / 1000})::int AS week
  FROM conversations c
  WHERE c.workspace_id = ${workspace} AND c.scorer_version = ${scorerVersion} AND c.not_scored IS NULL
    AND c.last_at <= ${end} AND c.last_at > ${new Date(end.getTime() - (weeksBefore + 1) * weekMilliseconds)}`;

async function countQualities(db: Db, given: Counted): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT s.quality AS subject, s.author_id AS cluster, c.week, count(*) AS n,
      count(*) FILTER (WHERE s.verdict = 'met') AS total, count(*) FILTER (WHERE s.verdict = 'met') AS squares
    FROM (${conversationsOfWeeks(given)}) c
    JOIN scores s ON s.workspace_id = ${given.workspace} AND s.conversation_id = c.id
      AND s.verdict <> 'no-opportunity' AND s.called_at IS NOT NULL AND ${isUncontested(given.workspace)}
      AND ${authorSeen(given.sees, sql`s.author_id`)}
    GROUP BY 1, 2, 3 ORDER BY 1, 3, 2`.execute(db);
  return rows;
}

/** An outcome belongs to the agent who answered first. */
async function countOutcomes(db: Db, given: Counted): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT o.subject, coalesce(c.agent_ids[1], 0) AS cluster, c.week, count(*) AS n, sum(o.value) AS total,
      sum(o.value * o.value) AS squares
    FROM (${conversationsOfWeeks(given)}) c
    CROSS JOIN LATERAL (VALUES
      ('satisfied', CASE WHEN c.csat_value IS NOT NULL AND c.csat_max IS NOT NULL
        THEN (${ratedConditions.satisfied})::int::double precision END),
      ('resolved', c.resolved::int::double precision),
      -- One message of the customer shows no change.
      ('feeling', CASE WHEN (SELECT count(*) FROM customer_emotions e
        WHERE e.workspace_id = ${given.workspace} AND e.conversation_id = c.id) > 1
        THEN c.feeling_last - c.feeling_first END)
    ) AS o (subject, value)
    WHERE o.value IS NOT NULL AND ${belongsTo(given.sees)}
    GROUP BY 1, 2, 3 ORDER BY 1, 3, 2`.execute(db);
  return rows;
}

async function countWroteAgain(db: Db, given: Counted): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT 'wrote-again' AS subject, coalesce(c.agent_ids[1], 0) AS cluster, c.week, count(*) AS n,
      count(*) FILTER (WHERE c.wrote_again) AS total, count(*) FILTER (WHERE c.wrote_again) AS squares
    FROM (${conversationsOfWeeks(given)}) c WHERE c.wrote_again IS NOT NULL
      AND ${belongsTo(given.sees)}
    GROUP BY 1, 2, 3 ORDER BY 3, 2`.execute(db);
  return rows;
}
