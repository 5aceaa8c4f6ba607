/** Answers of single teams: what their leads read first. Found by a job, kept whole, one of each kind. */
import { changes, focus, outcomesAnswer, reasonsAnswer } from '@rapport/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from './open-store.ts';

/** Each kind of answer with its form. */
export const answersOfTeams = { focus, changes, outcomes: outcomesAnswer, reasons: reasonsAnswer } as const;
export type AnswerOfTeamKind = keyof typeof answersOfTeams;
export type AnswerOfTeam<K extends AnswerOfTeamKind> = z.infer<(typeof answersOfTeams)[K]>;
export type AnswersOfTeam = { [K in AnswerOfTeamKind]?: AnswerOfTeam<K> };

export interface TeamPeople {
  id: number;
  authors: number[];
}

/** Every team with the agents whose service it is, in the order of their ids. */
export async function listTeamPeople(db: Db, workspace: number): Promise<TeamPeople[]> {
  const { rows } = await sql<TeamPeople>`
    SELECT t.id, array(SELECT h.author_id FROM team_authors h
      JOIN authors a ON a.workspace_id = h.workspace_id AND a.id = h.author_id AND a.role = 'agent'
      WHERE h.workspace_id = t.workspace_id AND h.team_id = t.id ORDER BY h.author_id) AS authors
    FROM teams t WHERE t.workspace_id = ${workspace} ORDER BY t.id`.execute(db);
  return rows;
}

/** Answers of one team that were found together; a team that is gone meanwhile keeps none. */
export async function saveAnswersOfTeam(
  db: Db,
  workspace: number,
  { team, answers, scorerVersion }: { team: number; answers: AnswersOfTeam; scorerVersion: string },
): Promise<void> {
  for (const [kind, answer] of Object.entries(answers)) {
    await sql`
      INSERT INTO answers_of_teams (workspace_id, team_id, kind, answer, scorer_version)
      SELECT workspace_id, id, ${kind}, ${JSON.stringify(answer)}::jsonb, ${scorerVersion} FROM teams
      WHERE workspace_id = ${workspace} AND id = ${team}
      ON CONFLICT (workspace_id, team_id, kind) DO UPDATE SET answer = excluded.answer,
        scorer_version = excluded.scorer_version, found_at = now()`.execute(db);
  }
}

/** What was found of other people says nothing of this team any more. */
export async function forgetAnswersOfTeam(db: Db, workspace: number, team: number): Promise<void> {
  await sql`DELETE FROM answers_of_teams WHERE workspace_id = ${workspace} AND team_id = ${team}`.execute(db);
}

/** Null before the first answer. */
export async function loadAnswerOfTeam<K extends AnswerOfTeamKind>(
  db: Db,
  workspace: number,
  { team, kind }: { team: number; kind: K },
): Promise<AnswerOfTeam<K> | null> {
  const row = await db
    .selectFrom('answers_of_teams')
    .select('answer')
    .where('workspace_id', '=', workspace)
    .where('team_id', '=', team)
    .where('kind', '=', kind)
    .executeTakeFirst();
  // The table of forms gives for each kind the schema of just that kind, which the compiler cannot follow through K.
  return row === undefined ? null : (answersOfTeams[kind].parse(row.answer) as AnswerOfTeam<K>);
}
