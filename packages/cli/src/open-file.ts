/** A file of the person's, opened as often as the two passes of intake need it. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { RapportError } from '@rapport/contract';
import type { OpenBytes } from '@rapport/intake';

export interface OpenedFile {
  path: string;
  name: string;
  bytes: number;
  open: OpenBytes;
}

/** Relative paths mean the folder the person typed the command in. */
export function resolvePath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** @throws RapportError `bad-request` when there is no such file. */
export function openFile(given: string): OpenedFile {
  const path = resolvePath(given);
  if (!existsSync(path)) throw new RapportError('bad-request', { what: `There is no file ${path}.` });
  const stat = statSync(path);
  if (!stat.isFile()) throw new RapportError('bad-request', { what: `${path} is a folder, not a file.` });
  return {
    path,
    name: basename(path),
    bytes: stat.size,
    open: (fromByte = 0) => createReadStream(path, { start: fromByte }),
  };
}
