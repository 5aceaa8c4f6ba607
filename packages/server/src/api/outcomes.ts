import { getOutcomes } from '@rapport/contract';
import { loadAnswerOfTeam } from '../store/answers-of-teams.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';
import { findWhose } from './whose.ts';

export function serveOutcomes(api: Api, parts: AppParts): void {
  serve(api, getOutcomes, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { whose, team } = await findWhose(db, workspace, person, query.team);
      if (whose.refused !== null) return { outcomes: null, whose };
      return {
        outcomes:
          team === null
            ? await loadTeamAnswer(db, workspace, 'outcomes')
            : await loadAnswerOfTeam(db, workspace, { team, kind: 'outcomes' }),
        whose,
      };
    }),
  );
}
