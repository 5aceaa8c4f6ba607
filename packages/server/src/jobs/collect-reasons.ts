/** Takes the sentences out of which reasons are made, a few seconds at a time; then they are grouped. */
import { z } from 'zod';
import { inWorkspace } from '../store/in-workspace.ts';
import { collectSentences } from '../store/reason-sentences.ts';
import { planFocus } from '../store/scorer-versions.ts';
import { groupReasons } from './group-reasons.ts';
import { declareJob, pieceMilliseconds } from './job.ts';

const payload = z.object({
  workspaceId: z.int(),
  /** The last conversation that was read. */
  after: z.int(),
});

const conversationsAtOnce = 400;

export const collectReasons = declareJob<z.infer<typeof payload>>({
  name: 'collect-reasons',
  payload,
  length: 'piece',
  place: 'anywhere',
  async handle({ store, jobs, scorer, now }, { workspaceId, after }) {
    const until = now() + pieceMilliseconds;
    let last: number | null = after;
    while (last !== null && now() < until) {
      const from: number = last;
      last = await inWorkspace(store, workspaceId, async (db) => {
        const { version } = await planFocus(db, workspaceId, scorer.version);
        // A rescore is on its way: its focus will ask again.
        if (version === null) return null;
        const piece = { scorerVersion: version, after: from, limit: conversationsAtOnce };
        return collectSentences(db, workspaceId, piece);
      });
    }
    await inWorkspace(store, workspaceId, async (db) => {
      if (last !== null) await jobs.sendUnlessWaiting(db, collectReasons, { workspaceId, after: last });
      else await jobs.sendUnlessWaiting(db, groupReasons, { workspaceId });
    });
  },
});
