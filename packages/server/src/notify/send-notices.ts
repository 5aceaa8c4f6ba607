/** Sends members what waits for them: at once or once a day, as each of them wants it. */
import { z } from 'zod';
import { declareJob, type JobContext, pieceMilliseconds } from '../jobs/job.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { hasWaitingNotice, markSent, takeDueNotices } from '../store/notices.ts';
import { MailTrouble } from './mail-trouble.ts';
import { writeNotices } from './write-notices.ts';

export const sendNotices = declareJob({
  name: 'send-notices',
  payload: z.object({ workspaceId: z.int() }),
  length: 'piece',
  place: 'anywhere',
  async handle({ store, mail, log, now }, { workspaceId }) {
    const door = await mail.of(workspaceId);
    const until = now() + pieceMilliseconds;
    while (door !== null && now() < until) {
      const due = await inWorkspace(store, workspaceId, (db) => takeDueNotices(db, workspaceId));
      if (due === null) return;
      try {
        await door.send(writeNotices(due, door.publicUrl));
      } catch (error) {
        // It stays and is tried again in two minutes.
        const trouble = error instanceof MailTrouble ? error.kind : 'unknown';
        log.warn({ workspaceId, trouble }, 'a notice could not be sent; it is tried again');
        continue;
      }
      const ids = due.notices.map(({ id }) => id);
      await inWorkspace(store, workspaceId, (db) => markSent(db, workspaceId, ids));
    }
  },
});

/** Asks for sending wherever somebody is to be told something. */
export async function wakeNotices({ store, jobs, mail }: Pick<JobContext, 'store' | 'jobs' | 'mail'>): Promise<void> {
  for (const { id: workspaceId } of await store.db.selectFrom('workspaces').select('id').execute()) {
    const waits = await inWorkspace(store, workspaceId, (db) => hasWaitingNotice(db, workspaceId));
    if (!waits || (await mail.of(workspaceId)) === null) continue;
    await inWorkspace(store, workspaceId, (db) => jobs.sendUnlessAsked(db, sendNotices, { workspaceId }));
  }
}
