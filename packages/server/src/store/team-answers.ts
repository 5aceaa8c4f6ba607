/** Answers a team's pages read: found by jobs, kept whole, one of each kind. */
import {
  type Changes,
  changes,
  hourCounts,
  knowledgeGaps,
  loadCounts,
  outcomesAnswer,
  reasonsAnswer,
} from '@rapport/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from './open-store.ts';

/** Each kind of answer with its form. */
export const teamAnswers = {
  changes,
  gaps: knowledgeGaps,
  hours: hourCounts,
  load: loadCounts,
  outcomes: outcomesAnswer,
  reasons: reasonsAnswer,
} as const;
export type TeamAnswerKind = keyof typeof teamAnswers;
export type TeamAnswer<K extends TeamAnswerKind> = z.infer<(typeof teamAnswers)[K]>;

export async function saveTeamAnswer<K extends TeamAnswerKind>(
  db: Db,
  workspace: number,
  { kind, answer }: { kind: K; answer: TeamAnswer<K> & Pick<Changes, 'scorerVersion'> },
): Promise<void> {
  await sql`
    INSERT INTO team_answers (workspace_id, kind, answer, scorer_version)
    VALUES (${workspace}, ${kind}, ${JSON.stringify(answer)}::jsonb, ${answer.scorerVersion})
    ON CONFLICT (workspace_id, kind) DO UPDATE SET answer = excluded.answer, scorer_version = excluded.scorer_version,
      found_at = now()
  `.execute(db);
}

/** Null before the first answer. */
export async function loadTeamAnswer<K extends TeamAnswerKind>(
  db: Db,
  workspace: number,
  kind: K,
): Promise<TeamAnswer<K> | null> {
  const row = await db
    .selectFrom('team_answers')
    .select('answer')
    .where('workspace_id', '=', workspace)
    .where('kind', '=', kind)
    .executeTakeFirst();
  // The table of forms gives for each kind the schema of just that kind, which the compiler cannot follow through K.
  return row === undefined ? null : (teamAnswers[kind].parse(row.answer) as TeamAnswer<K>);
}
