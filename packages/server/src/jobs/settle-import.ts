import type { IntakePlan } from '@rapport/contract';
import { changeImport } from '../store/imports.ts';
import type { Db } from '../store/open-store.ts';
import { settleConversations, sumUpImport } from '../store/settle-conversations.ts';
import { csatColumnOf } from './csat-column.ts';
import { findAuthors } from './find-authors.ts';
import { goOn, type ImportPayload, importPayload, withImport } from './import-job.ts';
import { declareJob, pieceMilliseconds } from './job.ts';

const conversationsAtOnce = 1000;

/** After the last row: what the file says about each conversation is applied, ratings get their scale, counts are made. */
export const settleImport = declareJob<ImportPayload>({
  name: 'settle-import',
  payload: importPayload,
  length: 'piece',
  place: 'anywhere',
  async handle(context, payload) {
    const { workspaceId } = payload;
    const until = context.now() + pieceMilliseconds;
    let isOver = false;
    while (!isOver) {
      const found = await withImport(context, payload, 'reading', async (db, one) => {
        const { settledTo } = await settleChunk(db, workspaceId, {
          ...one,
          after: one.checkpoint.settledTo ?? 0,
          whole: true,
        });
        if (settledTo === null) {
          await sumUpImport(db, workspaceId, one.id);
          await goOn(context, db, workspaceId, one, findAuthors);
          return { isOver: true };
        }
        const settled = { ...one, checkpoint: { ...one.checkpoint, settledTo } };
        const isTime = context.now() >= until;
        if (isTime) await goOn(context, db, workspaceId, settled, settleImport);
        else await changeImport(db, workspaceId, one.id, { checkpoint: settled.checkpoint });
        return { isOver: isTime };
      });
      isOver = found === null || found.isOver;
    }
  },
});

interface Chunk {
  id: number;
  plan: IntakePlan | null;
  after: number;
  whole: boolean;
}

export async function settleChunk(
  db: Db,
  workspace: number,
  { id, plan, after, whole }: Chunk,
): Promise<{ settledTo: number | null }> {
  const csat = csatColumnOf(plan);
  return settleConversations(db, workspace, { importId: id, after, whole, csat, limit: conversationsAtOnce });
}
