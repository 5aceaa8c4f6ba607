/**
 * The list of the erased as a file: what an older backup brings back is erased again by it. A line holds a keyed hash and
 * nothing of a person; it fits only the installation it comes from.
 */
import { z } from 'zod';
import type { Db } from '../open-store.ts';
import { loadPseudonymKey } from '../save-batch.ts';
import { fingerprintOf, type Mark, markKinds, saveMarks } from './erased-marks.ts';

export const erasedLine = z.object({
  of: z.string().describe('Tells installations apart'),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(markKinds),
  firstWord: z.int().nullable(),
  wordCount: z.int().nullable(),
});
export type ErasedLine = z.infer<typeof erasedLine>;

export async function listErasedMarks(db: Db, workspace: number): Promise<ErasedLine[]> {
  const of = fingerprintOf(await loadPseudonymKey(db, workspace));
  const rows = await db
    .selectFrom('erased_marks')
    .select(['hash', 'kind', 'first_word', 'word_count'])
    .where('workspace_id', '=', workspace)
    .orderBy('erasure_id')
    .orderBy('hash')
    .execute();
  return rows.map(({ hash, kind, first_word: firstWord, word_count: wordCount }) =>
    erasedLine.parse({ of, hash: hash.toString('hex'), kind, firstWord, wordCount }),
  );
}

/** Grows with every erasure; nothing is ever taken off the list. */
export async function countErasedMarks(db: Db, workspace: number): Promise<number> {
  const { n } = await db
    .selectFrom('erased_marks')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace_id', '=', workspace)
    .executeTakeFirstOrThrow();
  return n;
}

/**
 * Takes over what this database does not know yet, as an erasure to be done.
 *
 * @returns its number, or null when everything on the list is known here, or is of another installation
 */
export async function takeErasedMarks(
  db: Db,
  workspace: number,
  lines: readonly ErasedLine[],
  now: Date,
): Promise<number | null> {
  const of = fingerprintOf(await loadPseudonymKey(db, workspace));
  const marks = lines
    .filter((line) => line.of === of)
    .map(
      ({ hash, kind, firstWord, wordCount }): Mark => ({ hash: Buffer.from(hash, 'hex'), kind, firstWord, wordCount }),
    );
  if (marks.length === 0) return null;
  const { id } = await db
    .insertInto('erasures')
    .values({
      ...{ workspace_id: workspace, kind: 'replay', state: 'asked', asked_by: 'local', asked_at: now },
      wanted: JSON.stringify({ near: null }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if ((await saveMarks(db, workspace, id, marks)) > 0) return id;
  await db.deleteFrom('erasures').where('workspace_id', '=', workspace).where('id', '=', id).execute();
  return null;
}
