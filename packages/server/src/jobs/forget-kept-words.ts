/** Masked words are kept sealed where somebody switched that on: those that name an erased person are opened and go. */
import { keptKind } from '@rapport/contract';
import { sql } from 'kysely';
import { openWords } from '../secrets/seal-words.ts';
import { loadErasedWords } from '../store/erasure/erased-marks.ts';
import { coverErased } from '../store/erasure/erased-words.ts';
import type { Db } from '../store/open-store.ts';
import type { JobContext } from './job.ts';

/** @returns how many went */
export async function forgetKeptWords(
  { outside }: Pick<JobContext, 'outside'>,
  db: Db,
  workspace: number,
): Promise<number> {
  const { rows } = await sql<{ place: string; kind: string; sealed: string }>`
    SELECT ctid::text AS place, kind, sealed FROM kept_words WHERE workspace_id = ${workspace}`.execute(db);
  const erased = rows.length === 0 ? null : await loadErasedWords(db, workspace);
  if (erased === null) return 0;
  const key = await outside.secretKey();
  const theirs = rows.filter(({ kind, sealed }) => {
    const words = openWords(key, workspace, { kind: keptKind.parse(kind), sealed });
    return coverErased(words, erased) !== words;
  });
  await sql`
    DELETE FROM kept_words WHERE workspace_id = ${workspace}
      AND ctid = ANY(${theirs.map(({ place }) => place)}::tid[])`.execute(db);
  return theirs.length;
}
