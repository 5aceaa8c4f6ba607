/** A file of the person's, opened as often as the two passes of intake need it. */
import { accessSync, constants, createReadStream, existsSync, statSync } from 'node:fs';
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

/** @throws RapportError `bad-request` when there is no such file, `unreadable-file` when it is closed to this user. */
export function openFile(given: string): OpenedFile {
  const path = resolvePath(given);
  if (!existsSync(path)) throw new RapportError('bad-request', { what: `There is no file ${path}.` });
  const stat = statSync(path);
  if (stat.isDirectory()) throw new RapportError('bad-request', { what: `${path} is a folder, not a file.` });
  if (!stat.isFile()) {
    throw new RapportError('bad-request', {
      what: `${path} is no plain file.`,
      why: 'A file is read twice, which a pipe or a device does not allow.',
      wayOut: 'Write it to a file first.',
    });
  }
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new RapportError('unreadable-file', {
      what: `${path} may not be read by this user.`,
      wayOut: 'Change its rights, or run the command as its owner.',
    });
  }
  return {
    path,
    name: basename(path),
    bytes: stat.size,
    open: (fromByte = 0) => createReadStream(path, { start: fromByte }),
  };
}
