import { getScoring, pauseRescore, resumeRescore, startRescore } from '@rapport/contract';
import { numberOf } from '../store/conversation-filter.ts';
import { loadScoringState } from '../store/scoring-state.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

/** A newer scorer scores again only when somebody asks it to. */
export function serveRescores(api: Api, parts: AppParts): void {
  const { rescoresOf, scorerVersion } = parts;
  serve(api, getScoring, (_given, person) =>
    ask(parts, person, (db, workspace) => loadScoringState(db, workspace, scorerVersion)),
  );
  serve(api, startRescore, async (_given, person) => {
    const rescore = await rescoresOf(person.workspace).start();
    if (rescore !== null) await noteDone(parts, person, { what: 'rescore-started', object: rescore.id });
    return { rescore };
  });
  serve(api, pauseRescore, ({ params }, { workspace }) => rescoresOf(workspace).pause(numberOf(params.rescoreId)));
  serve(api, resumeRescore, ({ params }, { workspace }) => rescoresOf(workspace).resume(numberOf(params.rescoreId)));
}
