/** What masking needs of a workspace: the key of made names and, where masked words are kept, how they are sealed. */
import type { Outside } from '../outbound/open-outside.ts';
import type { SecretKey } from '../secrets/load-secret-key.ts';
import { createSealWords, type SealWords } from '../secrets/seal-words.ts';
import { loadKeepsMasked } from '../store/kept-words.ts';
import type { Db } from '../store/open-store.ts';
import { loadPseudonymKey } from '../store/save-batch.ts';

export interface Masking {
  pseudonymKey: Buffer;
  seal?: SealWords;
}

export interface MaskingKeys {
  pseudonymKey: Buffer;
  /** Null where masked words are not kept: then there is no key to be loaded, and none to be made. */
  sealKey: SecretKey | null;
}

export async function loadMaskingKeys(
  { secretKey }: Pick<Outside, 'secretKey'>,
  db: Db,
  workspace: number,
): Promise<MaskingKeys> {
  const pseudonymKey = await loadPseudonymKey(db, workspace);
  return { pseudonymKey, sealKey: (await loadKeepsMasked(db, workspace)) ? await secretKey() : null };
}

export async function loadMasking(outside: Pick<Outside, 'secretKey'>, db: Db, workspace: number): Promise<Masking> {
  const { pseudonymKey, sealKey } = await loadMaskingKeys(outside, db, workspace);
  return sealKey === null ? { pseudonymKey } : { pseudonymKey, seal: createSealWords(sealKey, workspace) };
}
