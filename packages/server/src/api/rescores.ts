import { getScoring, pauseRescore, resumeRescore, startRescore } from '@rapport/contract';
import { numberOf } from '../store/conversation-filter.ts';
import { loadScoringState } from '../store/scoring-state.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

/** A newer scorer scores again only when somebody asks it to. */
export function serveRescores(api: Api, parts: AppParts): void {
  const { rescores, scorerVersion } = parts;
  serve(api, getScoring, () => ask(parts, (db, workspace) => loadScoringState(db, workspace, scorerVersion)));
  serve(api, startRescore, async () => ({ rescore: await rescores.start() }));
  serve(api, pauseRescore, ({ params }) => rescores.pause(numberOf(params.rescoreId)));
  serve(api, resumeRescore, ({ params }) => rescores.resume(numberOf(params.rescoreId)));
}
