import { getOutcomes } from '@rapport/contract';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveOutcomes(api: Api, parts: AppParts): void {
  serve(api, getOutcomes, async (_given, person) => ({
    outcomes: await ask(parts, person, (db, workspace) => loadTeamAnswer(db, workspace, 'outcomes')),
  }));
}
