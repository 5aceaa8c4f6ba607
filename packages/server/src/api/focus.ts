import { getFocus } from '@rapport/contract';
import { loadLatestFocus } from '../store/focus-answer.ts';
import { listSeen } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

/** The answer is found by a job after each import; here it is only read. */
export function serveFocus(api: Api, parts: AppParts): void {
  serve(api, getFocus, async (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const { focus, refreshing } = await loadLatestFocus(db, workspace);
      if (focus === null || person.sees === null) return { focus, refreshing };
      // The numbers are the whole team’s; words of a conversation are only for those who may open it.
      const ids = focus.reading.map(({ conversationId }) => conversationId);
      const seen = await listSeen(db, workspace, ids, person.sees);
      return { focus: { ...focus, reading: focus.reading.filter((one) => seen.has(one.conversationId)) }, refreshing };
    }),
  );
}
