import { getEarlyLook } from '@rapport/contract';
import { estimateCountedShare } from '@rapport/insight';
import { numberOf } from '../store/conversation-filter.ts';
import { countEarly } from '../store/early-look.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveEarlyLook(api: Api, parts: AppParts): void {
  serve(api, getEarlyLook, async ({ params }, person) => {
    const cuts = await ask(parts, person, (db, workspace) => countEarly(db, workspace, numberOf(params.importId)));
    return {
      looks: cuts.map(({ conversations, agents }) => ({ conversations, acknowledged: estimateCountedShare(agents) })),
    };
  });
}
