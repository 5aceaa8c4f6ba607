/**
 * Who of a connected source is a machine that posts as a person. Nobody waits at a form while conversations come by
 * themselves, so what the habits say is taken at once, and anybody can be put right on the page who is who: a bot that is
 * scored as an agent spoils every number that follows.
 */
import { findAuthorHints } from '@rapport/intake';
import { z } from 'zod';
import { declareJob } from '../jobs/job.ts';
import { scoreConversations } from '../jobs/score-conversations.ts';
import { acceptProposals, loadAuthorActivity, saveProposals } from '../store/author-activity.ts';
import { loadConnection } from '../store/connections.ts';
import { inWorkspace } from '../store/in-workspace.ts';

export const lookAtPeople = declareJob({
  name: 'look-at-people',
  payload: z.object({ workspaceId: z.int(), connectionId: z.int() }),
  length: 'long',
  place: 'anywhere',
  async handle({ store, jobs }, { workspaceId, connectionId }) {
    await inWorkspace(store, workspaceId, async (db) => {
      const found = await loadConnection(db, workspaceId, connectionId);
      if (found === null) return;
      const activity = await loadAuthorActivity(db, workspaceId, { source: found.source });
      // Of a machine that is known for one, everything has been said.
      const asked = activity.filter(({ role, roleGuessed }) => role === 'agent' || roleGuessed);
      await saveProposals(db, workspaceId, findAuthorHints(asked));
      await acceptProposals(db, workspaceId, { source: found.source });
      await jobs.sendUnlessWaiting(db, scoreConversations, { workspaceId, importId: null, live: true });
    });
  },
});
