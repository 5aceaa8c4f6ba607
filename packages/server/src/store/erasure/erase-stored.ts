/** One erasure as far as it is the store's: the rows, then the names in the words of others, table by table. */
import { inWorkspace } from '../in-workspace.ts';
import type { Store } from '../open-store.ts';
import { coveredTables, coverTable, liftForErasing } from './cover-stored.ts';
import { eraseMarked } from './erase-marked.ts';
import { loadErasedWords } from './erased-marks.ts';
import { changeErasure, lockErasure, type StoredErasure } from './erasures.ts';
import { formerMember } from './forget-members.ts';

/** Everything but the answers that are found anew. @returns null when it was done before */
export async function eraseStored(
  store: Pick<Store, 'db'>,
  workspaceId: number,
  { erasureId, now }: { erasureId: number; now: () => Date },
): Promise<StoredErasure | null> {
  const begun = await inWorkspace(store, workspaceId, async (db) => {
    const found = await lockErasure(db, workspaceId, erasureId);
    if (found === null || found.state !== 'asked') return found;
    await liftForErasing(db);
    const counts = { ...(await eraseMarked(db, workspaceId, erasureId)), texts: 0 };
    await changeErasure(db, workspaceId, erasureId, { state: 'masking', counts, now: now() });
    return { ...found, state: 'masking' as const, counts };
  });
  if (begun === null || begun.state === 'done') return null;
  const counts = { ...begun.counts };
  for (const table of coveredTables) {
    const texts = await inWorkspace(store, workspaceId, async (db) => {
      const erased = await loadErasedWords(db, workspaceId);
      if (erased === null) return 0;
      await liftForErasing(db);
      const covered = await coverTable(db, workspaceId, table, {
        ...{ erased, near: begun.work.near, standIn: formerMember },
      });
      const sum = { ...counts, texts: (counts.texts ?? 0) + covered.texts };
      await changeErasure(db, workspaceId, erasureId, { state: 'masking', counts: sum, now: now() });
      return covered.texts;
    });
    counts.texts = (counts.texts ?? 0) + texts;
  }
  return { ...begun, counts };
}
