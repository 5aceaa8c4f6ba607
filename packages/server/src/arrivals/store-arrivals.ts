/** Moves what waits into the conversations, a few seconds at a time, in the order in which it came. */
import { z } from 'zod';
import { declareJob, type JobContext, pieceMilliseconds } from '../jobs/job.ts';
import { scoreConversations } from '../jobs/score-conversations.ts';
import {
  countWaiting,
  forgetOldArrivals,
  holdArrivals,
  listWaiting,
  markFailed,
  markStored,
} from '../store/arrivals.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { numberAgents } from '../store/set-author-role.ts';
import { storePieces } from './store-pieces.ts';

const atOnce = { messages: 2000, arrivals: 400 };

export const storeArrivals = declareJob({
  name: 'store-arrivals',
  payload: z.object({ workspaceId: z.int() }),
  length: 'piece',
  place: 'anywhere',
  async handle(context, { workspaceId }) {
    const until = context.now() + pieceMilliseconds;
    while (context.now() < until) {
      if (!(await storeSome(context, workspaceId))) {
        await inWorkspace(context.store, workspaceId, (db) => forgetOldArrivals(db, workspaceId));
        return;
      }
    }
    await inWorkspace(context.store, workspaceId, (db) =>
      context.jobs.sendUnlessWaiting(db, storeArrivals, { workspaceId }),
    );
  },
});

/** What waits although nobody was asked to store it: the asking and the last look of a worker may have missed each other. */
export async function storeForgotten({ store, jobs }: Pick<JobContext, 'store' | 'jobs'>): Promise<void> {
  for (const { id } of await store.db.selectFrom('workspaces').select('id').execute()) {
    await inWorkspace(store, id, async (db) => {
      if ((await countWaiting(db, id, 1)) > 0) await jobs.sendUnlessAsked(db, storeArrivals, { workspaceId: id });
    });
  }
}

/** @returns false when nothing waited */
async function storeSome(context: JobContext, workspaceId: number): Promise<boolean> {
  try {
    return await inWorkspace(context.store, workspaceId, (db) => storeIn(context, db, workspaceId, atOnce));
  } catch (error) {
    if (!isOfData(error)) throw error;
    context.log.warn({ workspaceId, error: codeOf(error) }, 'an arrival cannot be stored; they are taken one by one');
    return storeOne(context, workspaceId, codeOf(error));
  }
}

/** Nobody's arrival may hold up those behind it: the one that cannot be stored is kept and set aside. */
async function storeOne(context: JobContext, workspaceId: number, code: string): Promise<boolean> {
  const one = { messages: 1, arrivals: 1 };
  try {
    return await inWorkspace(context.store, workspaceId, (db) => storeIn(context, db, workspaceId, one));
  } catch (error) {
    if (!isOfData(error)) throw error;
    return inWorkspace(context.store, workspaceId, async (db) => {
      await holdArrivals(db, workspaceId);
      const [first] = await listWaiting(db, workspaceId, one);
      if (first === undefined) return false;
      context.log.error({ workspaceId, arrivalId: first.id, error: code }, 'an arrival was set aside');
      await markFailed(db, workspaceId, first.id, `The database refused it (${code}). It is kept as it came.`);
      return true;
    });
  }
}

async function storeIn(
  { jobs }: Pick<JobContext, 'jobs'>,
  db: Db,
  workspaceId: number,
  limits: { messages: number; arrivals: number },
): Promise<boolean> {
  await holdArrivals(db, workspaceId);
  const waiting = await listWaiting(db, workspaceId, limits);
  if (waiting.length === 0) return false;
  const idsOf = new Map(waiting.map(({ id }) => [id, new Set<number>()]));
  for (const source of new Set(waiting.map((one) => one.source))) {
    const arrivals = waiting.filter((one) => one.source === source);
    const stored = await storePieces(db, workspaceId, source, arrivals);
    for (const { arrival, conversation } of stored) idsOf.get(arrival)?.add(conversation);
  }
  await numberAgents(db, workspaceId);
  const stored = [...idsOf].map(([id, conversations]) => ({ id, conversations: [...conversations] }));
  await markStored(db, workspaceId, stored);
  await jobs.sendUnlessWaiting(db, scoreConversations, { workspaceId, importId: null, live: true });
  return true;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** SQLSTATE classes 21, 22 and 23: the data is at fault, and will be the next time too. */
const isOfData = (error: unknown): boolean => /^2[123][0-9A-Z]{3}$/.test(codeOf(error));
