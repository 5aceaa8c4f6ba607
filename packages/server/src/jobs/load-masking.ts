/** What masking needs of a workspace: the key of made names and, where masked words are kept, how they are sealed. */
import type { Outside } from '../outbound/open-outside.ts';
import { createSealWords, type SealWords } from '../secrets/seal-words.ts';
import { loadKeepsMasked } from '../store/kept-words.ts';
import type { Db } from '../store/open-store.ts';
import { loadPseudonymKey } from '../store/save-batch.ts';

export interface Masking {
  pseudonymKey: Buffer;
  seal?: SealWords;
}

export async function loadMasking(
  { secretKey }: Pick<Outside, 'secretKey'>,
  db: Db,
  workspace: number,
): Promise<Masking> {
  const pseudonymKey = await loadPseudonymKey(db, workspace);
  // Without the wish there is no key to be loaded, and none to be made.
  if (!(await loadKeepsMasked(db, workspace))) return { pseudonymKey };
  return { pseudonymKey, seal: createSealWords(await secretKey(), workspace) };
}
