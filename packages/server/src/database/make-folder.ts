import { constants } from 'node:fs';
import { access, chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, DatabaseError } from './database-error.ts';

/**
 * Creates a folder that the server's user can pass through but not list, and proves that we may write to it.
 *
 * @throws DatabaseError `folder_not_writable`
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true, mode: 0o711 });
    if (first !== undefined && process.getuid?.() === 0) {
      // Under umask 077 the new folders would be closed to the server's user.
      for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o711);
    }
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new DatabaseError('folder_not_writable', {
      what: `The folder ${folder} cannot be written to (${codeOf(cause)}).`,
      why: 'Rapport keeps its database there.',
      wayOut: 'Give this user the right to write there, or name another folder in RAPPORT_DATA.',
      cause,
    });
  }
}
