import { z } from 'zod';
import { lockImport } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { sumUpImport } from '../store/settle-conversations.ts';
import { declareJob } from './job.ts';
import { settleChunk } from './settle-import.ts';

/**
 * An import that was cancelled in the middle: what was read stays and is made whole, but nothing is taken for gone, and
 * nothing is scored by it any more.
 */
export const settleCancelled = declareJob({
  name: 'settle-cancelled',
  payload: z.object({ workspaceId: z.int(), importId: z.int() }),
  length: 'long',
  place: 'anywhere',
  async handle({ store }, { workspaceId, importId }) {
    for (let after: number | null = 0; after !== null; ) {
      const from: number = after;
      after = await inWorkspace(store, workspaceId, async (db) => {
        const found = await lockImport(db, workspaceId, importId);
        if (found?.state !== 'cancelled') return null;
        const { settledTo } = await settleChunk(db, workspaceId, { ...found, after: from, whole: false });
        if (settledTo === null) await sumUpImport(db, workspaceId, importId);
        return settledTo;
      });
    }
  },
});
