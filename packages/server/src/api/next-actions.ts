import { type Focus, getNextActions } from '@rapport/contract';
import { chooseActions } from '@rapport/insight';
import {
  countOpenPromises,
  listUntended,
  loadCoached,
  loadDriversForActions,
  loadGapForActions,
} from '../store/action-facts.ts';
import { areViewsOn } from '../store/agents-rights.ts';
import type { Db } from '../store/open-store.ts';
import { type AppParts, ask } from './app-parts.ts';
import { loadShownFocus } from './focus.ts';
import { mayOpenPages } from './people.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';
import { type FoundWhose, findWhose } from './whose.ts';

/** Chosen from kept answers when asked for, so that what somebody takes up is gone from it at once. */
export function serveNextActions(api: Api, parts: AppParts): void {
  serve(api, getNextActions, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await findWhose(db, workspace, person, query.team);
      const { focus } = await loadShownFocus(db, workspace, { found, person });
      if (focus === null) return { actions: [], quiet: null };
      return chooseActions(await loadFacts(db, workspace, { focus, found, person, now: parts.now() }));
    }),
  );
}

async function loadFacts(
  db: Db,
  workspace: number,
  { focus, found, person, now }: { focus: Focus; found: FoundWhose; person: Person; now: Date },
): Promise<Parameters<typeof chooseActions>[0]> {
  const { sees, holds } = person;
  const leads = holds.includes('lead');
  const { asOf } = focus;
  return {
    focus,
    drivers: await loadDriversForActions(db, workspace),
    untended: await listUntended(db, workspace, found.team),
    gaps: await loadGapForActions(db, workspace),
    promises: await countOpenPromises(db, workspace, { asOf, sees, teamId: found.whose.team?.id ?? null }),
    // Who is coached in what is for those who lead them.
    coached: leads ? await loadCoached(db, workspace, { sees, now }) : { qualities: [], nextReading: null },
    team: found.whose.team,
    may: {
      coach: leads && mayOpenPages(person, await areViewsOn(db, workspace)),
      judge: holds.includes('reviewer'),
      tend: leads,
      bringIn: holds.includes('admin'),
    },
    now,
  };
}
