/** How much was reviewed, by whom and in what time. */
import type { ReviewerProgress } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { authorSeen } from '../seen.ts';
import type { Period } from './reach.ts';

export interface ReviewCounts {
  random: number;
  flagged: number;
  chosen: number;
  disputed: number;
  replaced: number;
  /** Parts of conversations with at least one finished review. */
  parts: number;
  /** All that could have been reviewed. */
  eligible: number;
  seconds: number;
}

const inPeriod = ({ from, to }: Period) => sql<boolean>`
  (${from}::timestamptz IS NULL OR c.last_at >= ${from}::timestamptz)
  AND (${to}::timestamptz IS NULL OR c.last_at <= ${to}::timestamptz)`;

export async function countReviews(db: Db, workspace: number, period: Period): Promise<ReviewCounts> {
  const { rows } = await sql<Omit<ReviewCounts, 'eligible' | 'replaced'>>`
    SELECT count(*) FILTER (WHERE r.drawn = 'random' AND r.state = 'finished') AS random,
      count(*) FILTER (WHERE r.drawn = 'flagged' AND r.state = 'finished') AS flagged,
      count(*) FILTER (WHERE r.drawn = 'chosen' AND r.state = 'finished') AS chosen,
      count(*) FILTER (WHERE r.state = 'disputed') AS disputed,
      count(DISTINCT (r.conversation_id, r.author_id)) AS parts,
      coalesce(sum(r.seconds), 0) AS seconds
    FROM reviews r JOIN conversations c ON c.workspace_id = r.workspace_id AND c.id = r.conversation_id
    WHERE r.workspace_id = ${workspace} AND r.state IN ('finished', 'disputed')
      AND ${authorSeen(period.sees, sql`r.author_id`)} AND ${inPeriod(period)}`.execute(db);
  const frame = await sql<{ eligible: number; replaced: number }>`
    SELECT (SELECT count(*) FROM assessments a
        JOIN conversations c ON c.workspace_id = a.workspace_id AND c.id = a.conversation_id
        JOIN authors o ON o.workspace_id = a.workspace_id AND o.id = a.author_id
        WHERE a.workspace_id = ${workspace} AND o.role = 'agent' AND NOT o.is_team AND c.not_scored IS NULL
          AND c.not_service IS NULL AND ${authorSeen(period.sees, sql`a.author_id`)} AND ${inPeriod(period)}) AS eligible,
      (SELECT count(*) FROM review_assignments t
        JOIN conversations c ON c.workspace_id = t.workspace_id AND c.id = t.conversation_id
        WHERE t.workspace_id = ${workspace} AND t.drawn = 'random' AND t.state = 'replaced'
          AND ${authorSeen(period.sees, sql`t.author_id`)} AND ${inPeriod(period)}) AS replaced`.execute(db);
  const [counted] = rows;
  const [rest] = frame.rows;
  return {
    ...(counted ?? { random: 0, flagged: 0, chosen: 0, disputed: 0, parts: 0, seconds: 0 }),
    ...(rest ?? { eligible: 0, replaced: 0 }),
  };
}

/** @param people ids; a person who has nothing to do is there with zeros */
export async function listProgress(
  db: Db,
  workspace: number,
  people: readonly { id: string; name: string }[],
  { now, weekStart }: { now: Date; weekStart: Date },
): Promise<ReviewerProgress[]> {
  const ids = people.map(({ id }) => id);
  const { rows } = await sql<Omit<ReviewerProgress, 'name'>>`
    SELECT p.id AS "personId", g.per_week AS "goalPerWeek",
      coalesce(t.open, 0) AS open, coalesce(t.late, 0) AS late, coalesce(r.done, 0) AS done,
      coalesce(r.this_week, 0) AS "doneThisWeek", r.median AS "medianSeconds", coalesce(k.moments, 0) AS moments
    FROM unnest(${ids}::text[]) AS p(id)
    LEFT JOIN review_goals g ON g.workspace_id = ${workspace} AND g.person_id = p.id
    LEFT JOIN (SELECT reviewer_id, count(*) AS open, count(*) FILTER (WHERE due_at < ${now}) AS late
      FROM review_assignments WHERE workspace_id = ${workspace} AND state = 'open' GROUP BY reviewer_id
    ) t ON t.reviewer_id = p.id
    LEFT JOIN (SELECT reviewer_id, count(*) AS done, count(*) FILTER (WHERE finished_at >= ${weekStart}) AS this_week,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median
      FROM reviews WHERE workspace_id = ${workspace} AND state IN ('finished', 'disputed') GROUP BY reviewer_id
    ) r ON r.reviewer_id = p.id
    LEFT JOIN (SELECT d.drawn_by, count(*) AS moments FROM check_cards c
      JOIN check_decks d ON d.workspace_id = c.workspace_id AND d.id = c.deck_id
      WHERE c.workspace_id = ${workspace} AND c.human_verdict IS NOT NULL GROUP BY d.drawn_by
    ) k ON k.drawn_by = p.id`.execute(db);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, name: names.get(row.personId) ?? '' }));
}
