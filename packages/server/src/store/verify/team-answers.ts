/** Answers a team's pages read: each in its form, of the version that its label names. */
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
      const forms = Object.entries(teamAnswers);
      const broken = rows.flatMap(({ kind, answer, scorer_version }) => {
        const read = forms.find(([name]) => name === kind)?.[1].safeParse(answer);
        if (!read?.success) return [`form of ${kind}`];
        return read.data.scorerVersion === scorer_version ? [] : [`label of ${kind}`];
      });
      return resultOf(rows.length, broken);
    },
  },
];
