/**
 * Deletes what is older than the rule allows, a few seconds at a time. Each piece commits with its count, so a run that is
 * stopped goes on where it was; what was found in conversations that are gone is found anew at its end.
 */
import { z } from 'zod';
import { writeAudit } from '../store/audit.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { deleteExpired, loadRule } from '../store/retention.ts';
import { countRun, endRun, holdRun, isRetentionDue } from '../store/retention-runs.ts';
import { findAnswersAnew } from './find-answers-anew.ts';
import { declareJob, type JobContext, pieceMilliseconds } from './job.ts';

const payload = z.object({ workspaceId: z.int() });

/** Few enough that nobody waits for their locks. */
const conversationsAtOnce = 100;

export const applyRetention = declareJob<z.infer<typeof payload>>({
  name: 'apply-retention',
  payload,
  length: 'piece',
  place: 'anywhere',
  async handle(context, { workspaceId }) {
    const until = context.now() + pieceMilliseconds;
    while (context.now() < until) {
      if (!(await inWorkspace(context.store, workspaceId, (db) => deleteSome(context, db, workspaceId)))) return;
    }
    await inWorkspace(context.store, workspaceId, (db) =>
      context.jobs.sendUnlessWaiting(db, applyRetention, { workspaceId }),
    );
  },
});

/** @returns false when nothing is left to do */
async function deleteSome(context: JobContext, db: Db, workspaceId: number): Promise<boolean> {
  const at = new Date(context.now());
  const stored = await loadRule(db, workspaceId);
  if (stored === null || !(await isRetentionDue(db, workspaceId, at))) return false;
  const run = await holdRun(db, workspaceId, at);
  const piece = await deleteExpired(db, workspaceId, { rule: stored.rule, now: at, limit: conversationsAtOnce });
  if (piece.conversations > 0) {
    await countRun(db, workspaceId, run.id, piece);
    return true;
  }
  const { conversations, people } = await endRun(db, workspaceId, run.id, at);
  if (conversations === 0) return false;
  await findAnswersAnew(context, db, workspaceId);
  // In the name of whoever said the rule: nobody else wanted it.
  const person = { id: stored.changedBy, workspace: workspaceId };
  const detail = { conversations, people };
  await writeAudit(db, person, { what: 'retention-applied', object: String(run.id), detail });
  return false;
}

/** Asks for a run wherever its time has come. */
export async function wakeRetention({ store, jobs, now }: Pick<JobContext, 'store' | 'jobs' | 'now'>): Promise<void> {
  for (const { id: workspaceId } of await store.db.selectFrom('workspaces').select('id').execute()) {
    await inWorkspace(store, workspaceId, async (db) => {
      if (await isRetentionDue(db, workspaceId, new Date(now()))) {
        await jobs.sendUnlessAsked(db, applyRetention, { workspaceId });
      }
    });
  }
}
