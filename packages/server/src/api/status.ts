import { getStatus } from '@rapport/contract';
import { areViewsOn } from '../store/agents-rights.ts';
import { loadLatestFocus } from '../store/focus-answer.ts';
import { loadScoringState } from '../store/scoring-state.ts';
import { countSeenConversations, loadStatus } from '../store/status.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveStatus(api: Api, parts: AppParts): void {
  serve(api, getStatus, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const stored = await loadStatus(db, workspace);
      const seen =
        person.sees === null
          ? { conversations: stored.conversations, more: false }
          : await countSeenConversations(db, workspace, person.sees);
      const { focus } = await loadLatestFocus(db, workspace);
      const { version, scorerVersion } = parts;
      const scoring = await loadScoringState(db, workspace, scorerVersion);
      const agentNamesShown = await areViewsOn(db, workspace);
      return { version, scorerVersion, scoring, ...stored, seen, agentNamesShown, ladder: focus?.ladder ?? null };
    }),
  );
}
