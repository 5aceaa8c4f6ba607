import { type Focus, getFocus } from '@rapport/contract';
import { loadAnswerOfTeam } from '../store/answers-of-teams.ts';
import { loadLatestFocus } from '../store/focus-answer.ts';
import type { Db } from '../store/open-store.ts';
import { listSeen } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';
import { type FoundWhose, findWhose } from './whose.ts';

/** The answer is found by a job after each import; here it is only read. */
export function serveFocus(api: Api, parts: AppParts): void {
  serve(api, getFocus, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await findWhose(db, workspace, person, query.team);
      return { ...(await loadShownFocus(db, workspace, { found, person })), whose: found.whose };
    }),
  );
}

/** Everybody's or a team's, as this person may read it; null before the first answer, and for a team that has none. */
export async function loadShownFocus(
  db: Db,
  workspace: number,
  { found: { whose, team }, person }: { found: FoundWhose; person: Pick<Person, 'sees'> },
): Promise<{ focus: Focus | null; refreshing: boolean }> {
  const latest = await loadLatestFocus(db, workspace);
  if (whose.refused !== null) return { focus: null, refreshing: false };
  const focus = team === null ? latest.focus : await loadAnswerOfTeam(db, workspace, { team, kind: 'focus' });
  // A team's answer follows everybody's by a few seconds.
  const refreshing = latest.refreshing || (latest.focus !== null && focus === null);
  if (focus === null || person.sees === null) return { focus, refreshing };
  // The numbers are the whole team’s; words of a conversation are only for those who may open it.
  const ids = focus.reading.map(({ conversationId }) => conversationId);
  const seen = await listSeen(db, workspace, ids, person.sees);
  const reading = focus.reading.filter((one) => seen.has(one.conversationId));
  return { focus: { ...focus, reading }, refreshing };
}
