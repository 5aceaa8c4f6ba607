import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findClosedFolder } from './find-closed-folder.ts';
import { prepareNativeFolder } from './prepare-native-folder.ts';

const stranger = { name: 'stranger', uid: 4_000_001, gid: 4_000_001 };

describe('preparing the native folder', () => {
  let folder = '';
  let nativeFolder = '';
  let copyFolder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-native-'));
    nativeFolder = join(folder, 'package', 'native');
    copyFolder = join(folder, 'copy', '18');
    await mkdir(join(nativeFolder, 'bin'), { recursive: true });
    await mkdir(join(nativeFolder, 'lib'));
    await mkdir(join(nativeFolder, 'share', 'postgresql'), { recursive: true });
    await writeFile(join(nativeFolder, 'bin', 'postgres'), 'program', { mode: 0o755 });
    await writeFile(join(nativeFolder, 'share', 'postgresql', 'postgres.bki'), 'text');
    await writeFile(join(nativeFolder, 'lib', 'libpq.so.5.18'), 'library');
    const links = [
      { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
      { source: 'native/lib/libpq.so.5.18', target: '../../outside' },
      { source: '/etc/passwd', target: 'native/lib/passwd' },
    ];
    await writeFile(join(nativeFolder, 'pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('re-creates the links that npm left out, once, and none that leads elsewhere', async () => {
    const call = { nativeFolder, user: null, copyFolder };
    expect(await Promise.all([prepareNativeFolder(call), prepareNativeFolder(call)])).toEqual([
      nativeFolder,
      nativeFolder,
    ]);
    expect(await readlink(join(nativeFolder, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect((await readdir(join(nativeFolder, 'lib'))).sort()).toEqual(['libpq.so.5', 'libpq.so.5.18']);
  });

  it('makes one open copy when the user who runs the server cannot reach the package', async () => {
    await chmod(folder, 0o755);
    await chmod(join(folder, 'package'), 0o700);
    const call = { nativeFolder, user: stranger, copyFolder };
    expect(await Promise.all([prepareNativeFolder(call), prepareNativeFolder(call)])).toEqual([copyFolder, copyFolder]);
    expect(await readdir(join(folder, 'copy'))).toEqual(['18']);
    expect(await readFile(join(copyFolder, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect((await stat(join(copyFolder, 'bin', 'postgres'))).mode & 0o777).toBe(0o755);
  });

  it.skipIf(process.getuid?.() !== 0)('makes it open also under umask 077 (skipped without root)', async () => {
    const umask = process.umask(0o077);
    await chmod(folder, 0o711);
    await chmod(join(folder, 'package'), 0o700);
    const found = await prepareNativeFolder({ nativeFolder, user: stranger, copyFolder });
    process.umask(umask);
    expect(await findClosedFolder(join(found, 'bin', 'postgres'), stranger)).toBeNull();
    expect(await findClosedFolder(join(found, 'lib', 'libpq.so.5'), stranger)).toBeNull();
  });

  it('makes the copy also when only the files are closed, as under umask 077', async () => {
    await chmod(folder, 0o755);
    await chmod(join(nativeFolder, 'share', 'postgresql', 'postgres.bki'), 0o600);
    expect(await prepareNativeFolder({ nativeFolder, user: stranger, copyFolder })).toBe(copyFolder);
  });
});
