/** Answers a team's pages read: each in its form, of the version that its label names. */
import type { z } from 'zod';
import { answersOfTeams } from '../answers-of-teams.ts';
import { teamAnswers } from '../team-answers.ts';
import { type Check, resultOf } from './check.ts';

export const teamAnswerChecks: readonly Check[] = [
  {
    name: 'team-answers-whole',
    promise: 'kept answers about changes, outcomes and reasons are in their form and of the version they name',
    async find(db, workspace) {
      const rows = await db
        .selectFrom('team_answers')
        .select(['kind', 'answer', 'scorer_version'])
        .where('workspace_id', '=', workspace)
        .orderBy('kind')
        .execute();
      return resultOf(rows.length, findBroken(rows, teamAnswers));
    },
  },
  {
    name: 'answers-of-teams-whole',
    promise: 'kept answers of single teams are in their form and of the version they name',
    async find(db, workspace) {
      const rows = await db
        .selectFrom('answers_of_teams')
        .select(['kind', 'answer', 'scorer_version'])
        .where('workspace_id', '=', workspace)
        .orderBy('team_id')
        .orderBy('kind')
        .execute();
      return resultOf(rows.length, findBroken(rows, answersOfTeams));
    },
  },
];

interface KeptAnswer {
  kind: string;
  answer: unknown;
  scorer_version: string;
}

function findBroken(
  rows: readonly KeptAnswer[],
  forms: Readonly<Record<string, z.ZodType<{ scorerVersion: string }>>>,
): string[] {
  const known = new Map(Object.entries(forms));
  return rows.flatMap(({ kind, answer, scorer_version }) => {
    const read = known.get(kind)?.safeParse(answer);
    if (!read?.success) return [`form of ${kind}`];
    return read.data.scorerVersion === scorer_version ? [] : [`label of ${kind}`];
  });
}
