/**
 * Who of a connected source is a machine that posts as a person. Nobody waits at a form while conversations come by
 * themselves, so what the habits say is taken at once, and anybody can be put right on the page who is who: a bot that is
 * scored as an agent spoils every number that follows.
 */
import type { AuthorActivity } from '@rapport/intake';
import { z } from 'zod';
import { declareJob } from '../jobs/job.ts';
import { authorsAtOnce, proposeRoles } from '../jobs/propose-roles.ts';
import { scoreConversations } from '../jobs/score-conversations.ts';
import { acceptProposals } from '../store/author-activity.ts';
import { loadConnection } from '../store/connections.ts';
import { inWorkspace } from '../store/in-workspace.ts';

export const lookAtPeople = declareJob({
  name: 'look-at-people',
  payload: z.object({ workspaceId: z.int(), connectionId: z.int() }),
  length: 'long',
  place: 'anywhere',
  async handle({ store, jobs }, { workspaceId, connectionId }) {
    for (let after: number | null = 0; after !== null; ) {
      const page = { after, limit: authorsAtOnce };
      after = await inWorkspace(store, workspaceId, async (db) => {
        const found = await loadConnection(db, workspaceId, connectionId);
        if (found === null) return null;
        const of = { source: found.source };
        const next = await proposeRoles(db, workspaceId, { of, page, isAsked });
        if (next !== null) return next;
        await acceptProposals(db, workspaceId, of);
        await jobs.sendUnlessWaiting(db, scoreConversations, { workspaceId, importId: null, live: true });
        return null;
      });
    }
  },
});

/** Of a machine that is known for one, everything has been said. */
const isAsked = ({ role, roleGuessed }: AuthorActivity): boolean => role === 'agent' || roleGuessed;
