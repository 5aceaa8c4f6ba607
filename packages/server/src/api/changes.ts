import { type Changes, getChanges, newestWeekDays } from '@rapport/contract';
import { loadAnswerOfTeam } from '../store/answers-of-teams.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';
import { findWhose } from './whose.ts';

export function serveChanges(api: Api, parts: AppParts): void {
  serve(api, getChanges, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { whose, team } = await findWhose(db, workspace, person, query.team);
      if (whose.refused !== null) return { changes: null, whose };
      const kept =
        team === null
          ? await loadTeamAnswer(db, workspace, 'changes')
          : await loadAnswerOfTeam(db, workspace, { team, kind: 'changes' });
      return { changes: kept === null ? null : unlessOld(kept, parts.now()), whose };
    }),
  );
}

/** In data that ended long ago nothing is "last week": whoever reads it must not take it for news. */
function unlessOld(kept: Changes, now: Date): Changes {
  if (kept.asOf === null || now.getTime() - new Date(kept.asOf).getTime() <= newestWeekDays * 86_400_000) return kept;
  return { ...kept, rows: [], sentence: 'The data end too long ago for anything to be new.' };
}
