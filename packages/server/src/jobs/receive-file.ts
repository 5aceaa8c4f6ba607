import { RapportError } from '@rapport/contract';
import { changeImport, createImport, listUnfinishedUploads, lockImport, type SaidMapping } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Store } from '../store/open-store.ts';
import { removeSpooled, stopAsFailed } from './fail-import.ts';
import { goOn } from './import-job.ts';
import type { JobLog } from './job.ts';
import { lookAtImport } from './look-at-import.ts';
import type { Jobs } from './open-jobs.ts';
import { createSpoolKey, type Spool } from './spool.ts';

export interface ReceivedFile {
  fileName: string;
  /** Names the origin; by format when absent. */
  source?: string;
  bytes: AsyncIterable<Uint8Array>;
  limitBytes: number;
  autoConfirm: boolean;
  isSample: boolean;
  /** What the sender already knows of the file, such as its time zone. */
  said?: SaidMapping;
}

interface ReceiveParts {
  store: Store;
  spool: Spool;
  jobs: Jobs;
  workspace: number;
  log: JobLog;
}

/**
 * Takes a file into the spool and asks for its first look. When this returns, every byte is on the disk.
 *
 * @returns the import's id
 * @throws RapportError `too-large`
 */
export async function receiveFile(parts: ReceiveParts, given: ReceivedFile): Promise<number> {
  const { store, spool, workspace } = parts;
  const key = createSpoolKey();
  const importId = await inWorkspace(store, workspace, (db) =>
    createImport(db, workspace, {
      fileName: storableName(given.fileName),
      source: given.source ?? '',
      spoolId: spool.id,
      spoolKey: key,
      autoConfirm: given.autoConfirm,
      isSample: given.isSample,
      ...(given.said === undefined ? {} : { said: given.said }),
    }),
  );
  try {
    const file = { importId, part: 'received', key } as const;
    const fileBytes = await spool.write(file, given.bytes, { limitBytes: given.limitBytes });
    await inWorkspace(store, workspace, async (db) => {
      const found = await lockImport(db, workspace, importId);
      if (found?.state !== 'receiving') throw cancelledMeanwhile();
      await changeImport(db, workspace, importId, { fileBytes, state: 'looking' });
      await goOn(parts, db, workspace, found, lookAtImport);
    });
    return importId;
  } catch (error) {
    const said = error instanceof RapportError ? error.message : cutOff;
    await inWorkspace(store, workspace, (db) => stopAsFailed(db, workspace, importId, said));
    await removeSpooled(parts, importId);
    throw error;
  }
}

/** A name is shown, never opened: what PostgreSQL cannot store is left out of it. */
const storableName = (name: string): string => Buffer.from(name.replaceAll('\0', '')).toString('utf8').slice(0, 255);

const cutOff = 'The file did not arrive whole, so nothing of it was read. Send it again.';

const cancelledMeanwhile = (): RapportError =>
  new RapportError('conflict', { what: 'The import was cancelled while its file arrived.' });

/**
 * At the start of a server: uploads that were cut off with the last one are told to have failed, and files whose import
 * has ended are removed.
 */
export async function tidySpool(parts: Omit<ReceiveParts, 'jobs'>): Promise<void> {
  const { store, spool, workspace } = parts;
  await inWorkspace(store, workspace, async (db) => {
    for (const id of await listUnfinishedUploads(db, workspace, spool.id))
      await stopAsFailed(db, workspace, id, cutOff);
  });
  for (const importId of await spool.list()) {
    const isOver = await inWorkspace(store, workspace, async (db) => {
      const found = await lockImport(db, workspace, importId);
      return found === null || found.spoolKey === null;
    });
    if (isOver) await removeSpooled(parts, importId);
  }
}
