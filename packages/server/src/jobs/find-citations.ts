/** Finds where replies name articles, over all conversations, a few seconds at a time; then what no article answers. */
import { z } from 'zod';
import { listConversationsAfter, saveCitations } from '../store/articles/citations.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { findGapsJob } from './find-gaps.ts';
import { declareJob, pieceMilliseconds } from './job.ts';

const payload = z.object({
  workspaceId: z.int(),
  /** The last conversation that was read. */
  after: z.int(),
});

const conversationsAtOnce = 400;

export const findCitationsJob = declareJob<z.infer<typeof payload>>({
  name: 'find-citations',
  payload,
  length: 'piece',
  place: 'anywhere',
  async handle({ store, jobs, now }, { workspaceId, after }) {
    const until = now() + pieceMilliseconds;
    let last: number | null = after;
    while (last !== null && now() < until) {
      const from: number = last;
      last = await inWorkspace(store, workspaceId, async (db) => {
        const ids = await listConversationsAfter(db, workspaceId, { after: from, limit: conversationsAtOnce });
        if (ids.length > 0) await saveCitations(db, workspaceId, ids);
        return ids.at(-1) ?? null;
      });
    }
    await inWorkspace(store, workspaceId, async (db) => {
      if (last !== null) await jobs.sendUnlessWaiting(db, findCitationsJob, { workspaceId, after: last });
      else await jobs.sendUnlessWaiting(db, findGapsJob, { workspaceId });
    });
  },
});
