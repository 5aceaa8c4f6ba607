import { type Changes, getChanges, newestWeekDays } from '@rapport/contract';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveChanges(api: Api, parts: AppParts): void {
  serve(api, getChanges, async (_given, person) => {
    const kept = await ask(parts, person, (db, workspace) => loadTeamAnswer(db, workspace, 'changes'));
    return { changes: kept === null ? null : unlessOld(kept, parts.now()) };
  });
}

/** In data that ended long ago nothing is "last week": whoever reads it must not take it for news. */
function unlessOld(kept: Changes, now: Date): Changes {
  if (kept.asOf === null || now.getTime() - new Date(kept.asOf).getTime() <= newestWeekDays * 86_400_000) return kept;
  return { ...kept, rows: [], sentence: 'The data end too long ago for anything to be new.' };
}
