/**
 * Reads a mailbox, a few seconds at a time. What came and how far reading got are saved in one transaction; nothing in the
 * mailbox is changed, and no mail becomes "seen".
 */
import type { ImapFlow } from 'imapflow';
import { z } from 'zod';
import { receiveArrival } from '../arrivals/receive-arrival.ts';
import { declareJob, type JobContext, pieceMilliseconds } from '../jobs/job.ts';
import { tellHooks } from '../store/hooks.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { saveMailboxProblems } from '../store/mailbox-problems.ts';
import {
  changeMailboxRow,
  type FolderPlace,
  findConversationsOfMessages,
  listDueMailboxes,
  loadFolderPlace,
  loadMailbox,
  moveFolderOn,
  renewSecret,
  type StoredMailbox,
} from '../store/mailboxes.ts';
import { noteFor } from '../store/notices.ts';
import { loadOwnDomains } from '../store/own-domains.ts';
import { gatherMailPieces } from './mail-pieces.ts';
import { prepareSignIn } from './mailbox-secret.ts';
import { MailboxTrouble } from './mailbox-trouble.ts';
import { listReadableFolders, openImap, type ReadableFolder } from './open-imap.ts';
import { type FolderBatch, readFolder } from './read-folder.ts';

const lookEverySeconds = 30;
const firstPauseSeconds = 30;
const longestPauseSeconds = 1800;

export const readMailbox = declareJob({
  name: 'read-mailbox',
  payload: z.object({ workspaceId: z.int(), mailboxId: z.int() }),
  length: 'piece',
  place: 'anywhere',
  async handle(context, { workspaceId, mailboxId }) {
    const found = await inWorkspace(context.store, workspaceId, (db) => loadMailbox(db, workspaceId, mailboxId));
    if (found === null || found.state === 'paused') return;
    try {
      const isUpToDate = await readSome(context, workspaceId, found);
      await inWorkspace(context.store, workspaceId, async (db) => {
        const now = await loadMailbox(db, workspaceId, mailboxId);
        if (now === null || now.state === 'paused') return;
        const fine = { state: 'running' as const, reason: null, failures: 0 };
        const again = isUpToDate
          ? { isUpToDate: true as const, againInSeconds: lookEverySeconds }
          : { againInSeconds: 0 };
        await changeMailboxRow(db, workspaceId, mailboxId, { ...fine, ...again });
        if (!isUpToDate) await context.jobs.sendUnlessAsked(db, readMailbox, { workspaceId, mailboxId });
      });
    } catch (error) {
      await noteTrouble(context, workspaceId, found, error);
    }
  },
});

/** Asks for the reading of every mailbox whose time has come. */
export async function wakeMailboxes({ store, jobs }: Pick<JobContext, 'store' | 'jobs'>): Promise<void> {
  for (const { id: workspaceId } of await store.db.selectFrom('workspaces').select('id').execute()) {
    await inWorkspace(store, workspaceId, async (db) => {
      for (const mailboxId of await listDueMailboxes(db, workspaceId)) {
        await jobs.sendUnlessAsked(db, readMailbox, { workspaceId, mailboxId });
      }
    });
  }
}

/** @returns whether everything that is there now has been read */
async function readSome(context: JobContext, workspaceId: number, found: StoredMailbox): Promise<boolean> {
  const until = context.now() + pieceMilliseconds;
  const { outside } = context;
  const { signIn, renewedSecret } = await prepareSignIn(found, outside);
  if (renewedSecret !== null) {
    // At once: the token that was stored may be void already.
    const was = found.sealedSecret;
    await inWorkspace(context.store, workspaceId, (db) =>
      renewSecret(db, workspaceId, found.id, { was, renewedSecret }),
    );
  }
  const client = await openImap(found, signIn, outside.privateHosts);
  try {
    for (const folder of await listReadableFolders(client)) {
      if (!(await readOneFolder(context, { workspaceId, found, client, folder, until }))) return false;
    }
    return true;
  } catch (error) {
    if (!client.usable) throw new MailboxTrouble('unreachable');
    throw error;
  } finally {
    await client.logout().catch(() => client.close());
  }
}

interface OneFolder {
  workspaceId: number;
  found: StoredMailbox;
  client: ImapFlow;
  folder: ReadableFolder;
  until: number;
}

/** @returns whether it has been read to its end */
async function readOneFolder(context: JobContext, o: OneFolder): Promise<boolean> {
  const { workspaceId, found, client, folder, until } = o;
  // Examined, not opened: nothing can change in it.
  const { uidValidity } = await client.mailboxOpen(folder.path, { readOnly: true });
  const { ownDomains, first } = await inWorkspace(context.store, workspaceId, async (db) => ({
    ownDomains: await loadOwnDomains(db, workspaceId),
    first: await loadFolderPlace(db, workspaceId, found.id, { ...folder, uidValidity: String(uidValidity) }),
  }));
  let place: FolderPlace = first;
  for (;;) {
    const wish = { ownAddresses: found.ownAddresses, ownDomains, until, now: context.now };
    const batch = await readFolder(client, place, wish);
    if (batch.toUid === place.lastUid) return true;
    if (!(await saveBatch(context, { workspaceId, found, place, batch }))) return false;
    if (batch.isWhole) return true;
    if (context.now() >= until) return false;
    place = { ...place, lastUid: batch.toUid };
  }
}

interface Saving {
  workspaceId: number;
  found: StoredMailbox;
  place: FolderPlace;
  batch: FolderBatch;
}

async function saveBatch(context: JobContext, { workspaceId, found, place, batch }: Saving): Promise<boolean> {
  const { source } = found;
  return inWorkspace(context.store, workspaceId, async (db) => {
    const { toUid, mails } = batch;
    if (!(await moveFolderOn(db, workspaceId, found.id, { place, toUid, mails: mails.length }))) return false;
    const asked = mails.flatMap(({ answers }) => answers ?? []);
    const known = await findConversationsOfMessages(db, workspaceId, source, asked);
    const pieces = gatherMailPieces(mails, known);
    const problems = mails.flatMap((mail) => mail.problems);
    await saveMailboxProblems(db, workspaceId, { mailboxId: found.id, path: place.path }, problems);
    const refusedMessages = problems.reduce((sum, { units }) => sum + units, 0);
    if (pieces.length > 0) {
      await receiveArrival(context, db, workspaceId, {
        ...{ cameBy: 'mailbox', sender: `mailbox ${found.id}`, source, format: 'mbox', pieces, refusedMessages },
      });
    }
    return true;
  });
}

/** Nothing of it is an error of the job: the mailbox says what is wrong, and when it is tried again. */
async function noteTrouble(
  { store, log }: JobContext,
  workspaceId: number,
  found: StoredMailbox,
  error: unknown,
): Promise<void> {
  const trouble = error instanceof MailboxTrouble ? error : new MailboxTrouble('broke-down');
  const facts = { workspaceId, mailboxId: found.id, trouble: trouble.kind };
  if (trouble.kind === 'broke-down') log.error({ ...facts, error: String(error) }, 'reading a mailbox broke down');
  else log.info(facts, 'a mailbox could not be read');
  const failures = found.failures + 1;
  const againInSeconds = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** Math.min(10, found.failures));
  await inWorkspace(store, workspaceId, async (db) => {
    const now = await loadMailbox(db, workspaceId, found.id);
    if (now === null || now.state === 'paused') return;
    if (now.state !== 'failing') {
      await tellHooks(db, workspaceId, 'source.failing', { mailboxId: String(found.id), code: trouble.kind });
      await noteFor(db, workspaceId, { kind: 'source-failing', object: `mailbox ${found.id}`, readers: 'admins' });
    }
    await changeMailboxRow(db, workspaceId, found.id, {
      state: 'failing',
      reason: trouble.reason,
      failures,
      againInSeconds,
    });
  });
}
