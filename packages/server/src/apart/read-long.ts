/** The door of long bodies: what reading needs is looked up first, so that no connection of the database waits for it. */
import { loadMaskingKeys } from '../jobs/load-masking.ts';
import type { Outside } from '../outbound/open-outside.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Store } from '../store/open-store.ts';
import { loadOwnDomains } from '../store/own-domains.ts';
import { openReaderApart, threadProgram } from './read-apart.ts';
import type { ReadAnswer, ReadTask } from './read-task.ts';

/** A conversation of some two hundred messages; whatever it holds, it is read in a tenth of a second. */
export const longBytes = 32 * 1024;

interface Parts {
  store: Pick<Store, 'db'>;
  outside: Pick<Outside, 'secretKey'>;
}

/**
 * @returns null for a short body: it is read where it is stored, which is faster by a look at the database
 * @throws RapportError as `ReaderApart.read`
 */
export async function readLong(
  { store, outside }: Parts,
  workspace: number,
  { raw, from }: Pick<ReadTask, 'raw' | 'from'>,
): Promise<ReadAnswer | null> {
  if (raw.length <= longBytes) return null;
  const known = await inWorkspace(store, workspace, async (db) => {
    const { pseudonymKey, sealKey } = await loadMaskingKeys(outside, db, workspace);
    return { pseudonymKey, sealKey: sealKey?.bytes ?? null, ownDomains: await loadOwnDomains(db, workspace) };
  });
  return reader.read({ raw, from, workspace, ...known });
}

/** One for the whole process, however many workspaces it serves: it is the machine that is to stay fast. */
const reader = openReaderApart<ReadTask, ReadAnswer>(threadProgram('reading-thread'));
