import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { SystemUser } from './find-system-user.ts';

/**
 * Finds the first folder on the way to `path` (itself included) that `user` may not pass or read, or `null` when the
 * way is open. A checkout below `/root` (mode 0700) is the usual case. Judged by mode bits: Node cannot ask the system
 * on behalf of somebody else, and PostgreSQL is started without supplementary groups, so the bits decide.
 *
 * @param user who has to get there; `null` means we ourselves, for whom nothing is checked
 */
export async function findClosedFolder(path: string, user: SystemUser | null): Promise<string | null> {
  if (user === null) return null;
  const leaf = resolve(path);
  for (const folder of ancestorsFirst(leaf)) {
    const found = await stat(folder).catch(() => null);
    // What does not exist yet will be created by us, open.
    if (found === null) return null;
    const [needed, bits] = [folder === leaf && found.isFile() ? 0o4 : 0o1, permissionsFor(user, found)];
    if ((bits & needed) !== needed) return folder;
  }
  return null;
}

function permissionsFor(user: SystemUser, file: { mode: number; uid: number; gid: number }): number {
  if (file.uid === user.uid) return (file.mode >> 6) & 0o7;
  if (file.gid === user.gid) return (file.mode >> 3) & 0o7;
  return file.mode & 0o7;
}

function ancestorsFirst(leaf: string): string[] {
  const parent = dirname(leaf);
  return parent === leaf ? [leaf] : [...ancestorsFirst(parent), leaf];
}
