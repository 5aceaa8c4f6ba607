/**
 * Erases a person who is marked: first the rows, in one transaction; then their names in the words of others, table by
 * table; then what was found in those words is found anew. Killed at any point it is begun again and finds the rest.
 */
import { z } from 'zod';
import { writeAudit } from '../store/audit.ts';
import { coverJobs } from '../store/erasure/cover-stored.ts';
import { eraseStored } from '../store/erasure/erase-stored.ts';
import { changeErasure, listUnfinished, type StoredErasure } from '../store/erasure/erasures.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { findAnswersAnew } from './find-answers-anew.ts';
import { forgetKeptWords } from './forget-kept-words.ts';
import { declareJob, type JobContext } from './job.ts';
import { scoreConversations } from './score-conversations.ts';

const payload = z.object({ workspaceId: z.int(), erasureId: z.int() });

export const erasePerson = declareJob<z.infer<typeof payload>>({
  name: 'erase-person',
  payload,
  length: 'long',
  place: 'anywhere',
  async handle(context, { workspaceId, erasureId }) {
    const found = await eraseStored(context.store, workspaceId, { erasureId, now: () => new Date(context.now()) });
    if (found === null) return;
    await inWorkspace(context.store, workspaceId, (db) => finish(context, db, workspaceId, found));
  },
});

async function finish(context: JobContext, db: Db, workspaceId: number, found: StoredErasure): Promise<void> {
  const { id, askedBy, work } = found;
  await coverJobs(db, work);
  const counts = { ...found.counts, kept: await forgetKeptWords(context, db, workspaceId) };
  await findAnswersAnew(context, db, workspaceId);
  await context.jobs.sendUnlessWaiting(db, scoreConversations, { workspaceId, importId: null });
  await changeErasure(db, workspaceId, id, { state: 'done', counts, now: new Date(context.now()) });
  const person = { id: askedBy, workspace: workspaceId };
  await writeAudit(db, person, { what: 'erasure-done', object: String(id), detail: counts });
}

/** Asks for what nobody was asked for: what a restored backup had brought back, and what a crash left. */
export async function wakeErasures({ store, jobs }: Pick<JobContext, 'store' | 'jobs'>): Promise<void> {
  for (const { id: workspaceId } of await store.db.selectFrom('workspaces').select('id').execute()) {
    await inWorkspace(store, workspaceId, async (db) => {
      for (const erasureId of await listUnfinished(db, workspaceId, erasePerson.name)) {
        await jobs.sendUnlessAsked(db, erasePerson, { workspaceId, erasureId });
      }
    });
  }
}
