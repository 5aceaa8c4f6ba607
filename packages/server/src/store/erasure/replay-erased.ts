/** After a restore: whoever is on the list of the erased goes again, before anybody can look. */
import { forgetAnswers } from '../forget-answers.ts';
import { inWorkspace } from '../in-workspace.ts';
import type { Store } from '../open-store.ts';
import { eraseStored } from './erase-stored.ts';
import { type ErasedLine, takeErasedMarks } from './erased-list.ts';
import { findMarked } from './find-marked.ts';

/**
 * What was found in what is left is found anew by the first worker that starts.
 *
 * @returns how many conversations, people and accounts the backup had brought back
 */
export async function replayErased(
  store: Pick<Store, 'db'>,
  lines: readonly ErasedLine[],
  now: () => Date,
): Promise<{ conversations: number; people: number }> {
  const back = { conversations: 0, people: 0 };
  for (const { id: workspace } of await store.db.selectFrom('workspaces').select('id').execute()) {
    const erasureId = await inWorkspace(store, workspace, (db) => takeErasedMarks(db, workspace, lines, now()));
    if (erasureId === null) continue;
    const found = await inWorkspace(store, workspace, (db) => findMarked(db, workspace));
    await eraseStored(store, workspace, { erasureId, now });
    await inWorkspace(store, workspace, (db) => forgetAnswers(db, workspace));
    back.conversations += found.conversations.length;
    back.people += found.gone.length + found.renamed.length + found.members.length;
  }
  return back;
}
