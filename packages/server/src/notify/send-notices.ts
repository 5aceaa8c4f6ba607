/** Sends members what waits for them: at once or once a day, as each of them wants it. */
import type { NoticeKind } from '@rapport/contract';
import { z } from 'zod';
import { declareJob, type JobContext, pieceMilliseconds } from '../jobs/job.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { type DueNotices, hasWaitingNotice, markSent, takeDueNotices } from '../store/notices.ts';
import type { OutgoingMail } from './open-mail.ts';

export const sendNotices = declareJob({
  name: 'send-notices',
  payload: z.object({ workspaceId: z.int() }),
  length: 'piece',
  place: 'anywhere',
  async handle({ store, mail, log, now }, { workspaceId }) {
    const until = now() + pieceMilliseconds;
    while (mail !== null && now() < until) {
      const due = await inWorkspace(store, workspaceId, (db) => takeDueNotices(db, workspaceId));
      if (due === null) return;
      try {
        await mail.send(writeMail(due, mail.publicUrl));
      } catch (error) {
        // Its words may hold the address; it stays and is tried again in two minutes.
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        log.warn({ workspaceId, trouble: code }, 'a notice could not be sent; it is tried again');
        continue;
      }
      const ids = due.notices.map(({ id }) => id);
      await inWorkspace(store, workspaceId, (db) => markSent(db, workspaceId, ids));
    }
  },
});

/** Asks for sending wherever somebody is to be told something. */
export async function wakeNotices({ store, jobs, mail }: Pick<JobContext, 'store' | 'jobs' | 'mail'>): Promise<void> {
  if (mail === null) return;
  for (const { id: workspaceId } of await store.db.selectFrom('workspaces').select('id').execute()) {
    await inWorkspace(store, workspaceId, async (db) => {
      if (await hasWaitingNotice(db, workspaceId)) await jobs.sendUnlessAsked(db, sendNotices, { workspaceId });
    });
  }
}

const words: Readonly<Record<NoticeKind, { one: string; many: string; page: string }>> = {
  'review-assigned': { one: 'A review waits for you', many: 'reviews wait for you', page: '/reviews' },
  'calibration-asked': {
    one: 'A calibration waits for your ratings',
    many: 'calibrations wait for your ratings',
    page: '/calibration',
  },
  'dispute-answered': {
    one: 'Your dispute was answered',
    many: 'of your disputes were answered',
    page: '/disputes',
  },
  'coaching-note': {
    one: 'A coaching note was written for you',
    many: 'coaching notes were written for you',
    page: '/coaching',
  },
  'source-failing': { one: 'A source cannot be read', many: 'times a source could not be read', page: '/sources' },
  'import-done': { one: 'An import is done', many: 'imports are done', page: '/' },
};

/** Counts and links alone: what customers and colleagues wrote stays where a right is needed to read it. */
export function writeMail({ address, notices }: Omit<DueNotices, 'userId'>, publicUrl: string | null): OutgoingMail {
  const counts = new Map<NoticeKind, number>();
  for (const { kind } of notices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const lines = [...counts].map(([kind, count]) => {
    const { one, many, page } = words[kind];
    const what = count === 1 ? one : `${count} ${many}`;
    return `${what}.${publicUrl === null ? '' : `\n${new URL(page, publicUrl).href}`}`;
  });
  const [only] = lines;
  const subject = lines.length === 1 ? (only ?? '').split('.')[0] : `${notices.length} things wait for you in Rapport`;
  const end = 'You get this because you are a member of this Rapport. Your settings say how often, and about what.';
  return { to: address, subject: `Rapport: ${subject}`, text: `${lines.join('\n\n')}\n\n${end}\n` };
}
