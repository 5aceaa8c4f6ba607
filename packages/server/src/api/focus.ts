import { getFocus } from '@rapport/contract';
import { loadAnswerOfTeam } from '../store/answers-of-teams.ts';
import { loadLatestFocus } from '../store/focus-answer.ts';
import { listSeen } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';
import { findWhose } from './whose.ts';

/** The answer is found by a job after each import; here it is only read. */
export function serveFocus(api: Api, parts: AppParts): void {
  serve(api, getFocus, async ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { whose, team } = await findWhose(db, workspace, person, query.team);
      const latest = await loadLatestFocus(db, workspace);
      if (whose.refused !== null) return { focus: null, refreshing: false, whose };
      const focus = team === null ? latest.focus : await loadAnswerOfTeam(db, workspace, { team, kind: 'focus' });
      // A team's answer follows everybody's by a few seconds.
      const refreshing = latest.refreshing || (latest.focus !== null && focus === null);
      if (focus === null || person.sees === null) return { focus, refreshing, whose };
      // The numbers are the whole team’s; words of a conversation are only for those who may open it.
      const ids = focus.reading.map(({ conversationId }) => conversationId);
      const seen = await listSeen(db, workspace, ids, person.sees);
      return {
        focus: { ...focus, reading: focus.reading.filter((one) => seen.has(one.conversationId)) },
        ...{ refreshing, whose },
      };
    }),
  );
}
