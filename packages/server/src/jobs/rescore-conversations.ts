/**
 * Scores again what another version of the scorer has scored: one chain of pieces, a few seconds each. Every batch saves
 * its scores and how far it got in one transaction, so a kill loses at most the batch under way; a piece that comes twice
 * finds the row held, then its number gone on. One chain and not several: imports that come meanwhile go first.
 */
import { z } from 'zod';
import { askForFocus } from '../store/focus.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { changeRescore, claimBehind, countBehind, lockRescore, type Rescore } from '../store/rescores.ts';
import { declareJob, type JobContext, pieceMilliseconds } from './job.ts';
import { refreshFocus } from './refresh-focus.ts';
import { scoreStored } from './score-conversations.ts';

const payload = z.object({ workspaceId: z.int(), rescoreId: z.int(), piece: z.int() });
export type RescorePayload = z.infer<typeof payload>;

const conversationsAtOnce = 40;

export const rescoreConversations = declareJob<RescorePayload>({
  name: 'rescore-conversations',
  payload,
  length: 'piece',
  place: 'anywhere',
  async handle(context, { workspaceId, rescoreId, piece }) {
    const until = context.now() + pieceMilliseconds;
    for (let isOver = false; !isOver; ) {
      isOver = await inWorkspace(context.store, workspaceId, async (db) => {
        const found = await lockRescore(db, workspaceId, rescoreId);
        if (found?.state !== 'running' || found.piece !== piece) return true;
        if (found.scorerVersion !== context.scorer.version) {
          await changeRescore(db, workspaceId, rescoreId, { state: 'paused', note: otherScorer(context, found) });
          return true;
        }
        return takeBatch(context, db, { workspaceId, found, isTime: () => context.now() >= until });
      });
    }
  },
});

interface Batch {
  workspaceId: number;
  found: Rescore;
  isTime: () => boolean;
}

/** @returns whether this piece is over */
async function takeBatch(context: JobContext, db: Db, { workspaceId, found, isTime }: Batch): Promise<boolean> {
  const { id, afterId: after, scorerVersion: version } = found;
  const ids = await claimBehind(db, workspaceId, { version, after, limit: conversationsAtOnce });
  const last = ids.at(-1);
  if (last === undefined) {
    await finishOrLookAgain(context, db, { workspaceId, found });
    return true;
  }
  await scoreStored(context, db, workspaceId, ids);
  const scored = found.scored + ids.length;
  // More than were counted at the start: a worker of another version scored something meanwhile.
  const counts = { scored, toScore: Math.max(found.toScore, scored) };
  if (!isTime()) {
    await changeRescore(db, workspaceId, id, { ...counts, afterId: last });
    return false;
  }
  await goOnRescoring(context, db, workspaceId, { ...found, ...counts, afterId: last });
  return true;
}

/** Asks for the next piece, in one transaction with how far this one got. */
export async function goOnRescoring(
  { jobs }: Pick<JobContext, 'jobs'>,
  db: Db,
  workspaceId: number,
  { id, piece: before, afterId, scored, toScore }: Rescore,
  wish?: { inSeconds: number },
): Promise<void> {
  const piece = before + 1;
  await changeRescore(db, workspaceId, id, { piece, afterId, scored, toScore });
  await jobs.send(db, rescoreConversations, { workspaceId, rescoreId: id, piece }, '', wish);
}

/** What somebody else held for a moment, or had not committed yet, lies behind the place: then once more from the start. */
async function finishOrLookAgain(
  context: Pick<JobContext, 'jobs'>,
  db: Db,
  { workspaceId, found }: Omit<Batch, 'isTime'>,
): Promise<void> {
  if ((await countBehind(db, workspaceId, found.scorerVersion)) > 0) {
    const wait = found.afterId === 0 ? { inSeconds: 1 } : undefined;
    await goOnRescoring(context, db, workspaceId, { ...found, afterId: 0 }, wait);
    return;
  }
  // Some of what was counted at the start an import has scored meanwhile, with the same version.
  await changeRescore(db, workspaceId, found.id, { state: 'finding', toScore: found.scored });
  await askForFocus(db, workspaceId);
  await context.jobs.sendUnlessWaiting(db, refreshFocus, { workspaceId, importId: null });
}

const otherScorer = ({ scorer }: JobContext, { scorerVersion }: Rescore): string =>
  `A worker that scores with ${scorer.version} took up work meant for ${scorerVersion}. ` +
  'Let all workers run one version of Rapport, then go on, or score again with the newer one.';
