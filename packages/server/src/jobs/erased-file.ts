/**
 * `<dataFolder>/erased.jsonl`: the list of the erased, kept outside the database so that a backup from before an erasure
 * can be restored without bringing anybody back. It holds keyed hashes and nothing of a person.
 */
import { createReadStream } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RapportError } from '@rapport/contract';
import { countErasedMarks, type ErasedLine, erasedLine, listErasedMarks } from '../store/erasure/erased-list.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Store } from '../store/open-store.ts';

export const erasedFileOf = (dataFolder: string): string => join(dataFolder, 'erased.jsonl');

/** Looks from time to time whether the file says all of it; asks for the list only when there is more of it. */
export function createErasedFile(store: Pick<Store, 'db'>, dataFolder: string): () => Promise<void> {
  let written = '';
  return async () => {
    const workspaces = await store.db.selectFrom('workspaces').select('id').orderBy('id').execute();
    const counts = [];
    for (const { id } of workspaces) counts.push(await inWorkspace(store, id, (db) => countErasedMarks(db, id)));
    if (counts.join() === written) return;
    const lists = [];
    for (const { id } of workspaces) lists.push(...(await inWorkspace(store, id, (db) => listErasedMarks(db, id))));
    await addLines(erasedFileOf(dataFolder), lists);
    written = counts.join();
  };
}

/** Lines are never taken away: an older backup may still need them. */
async function addLines(path: string, lines: readonly ErasedLine[]): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '');
  const known = new Set(before.split('\n'));
  const fresh = lines.map((line) => JSON.stringify(line)).filter((line) => !known.has(line));
  if (fresh.length === 0) return;
  // Whole or not at all: half a list would let somebody come back.
  const unfinished = `${path}.${process.pid}.unfinished`;
  await writeFile(unfinished, `${before}${fresh.join('\n')}\n`, { mode: 0o600, flush: true });
  await rename(unfinished, path);
}

/** @throws RapportError `unreadable-file` when a line is none of the list */
export async function readErasedFile(path: string): Promise<ErasedLine[]> {
  const lines: ErasedLine[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const read = erasedLine.safeParse(parse(line));
    if (!read.success) {
      throw new RapportError('unreadable-file', {
        what: `Line ${lines.length + 1} of ${path} is no line of a list of the erased.`,
        why: 'With a part of the list somebody would come back, so nothing was restored.',
        wayOut: 'Take the file as Rapport wrote it: erased.jsonl in the data folder, or saved from the page Data kept.',
      });
    }
    lines.push(read.data);
  }
  return lines;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
