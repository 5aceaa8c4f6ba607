import { chmod, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findClosedFolder } from './find-closed-folder.ts';
import { findDataFolder } from './find-data-folder.ts';
import { findSystemUser, parseAccounts } from './find-system-user.ts';
import { readDatabaseOptions } from './read-database-options.ts';

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'rapport-places-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('finding the data folder', () => {
  it('is .rapport in the checkout for a plain user', async () => {
    expect(await findDataFolder({ checkoutFolder: folder, runsAsRoot: false })).toBe(join(folder, '.rapport'));
  });

  it('is a system folder of the checkout’s own for root, the same through every link', async () => {
    const found = await findDataFolder({ checkoutFolder: folder, runsAsRoot: true });
    expect(found).toMatch(new RegExp(`^/var/lib/rapport/${basename(folder)}-[0-9a-f]{8}$`));
    await symlink(folder, `${folder}-link`);
    expect(await findDataFolder({ checkoutFolder: `${folder}-link`, runsAsRoot: true })).toBe(found);
    await rm(`${folder}-link`);
  });

  it('is what RAPPORT_DATA says, a relative path counted from where the user stands', async () => {
    const environment = {
      RAPPORT_DATA: 'here',
      INIT_CWD: folder,
      DATABASE_URL: ' ',
      RAPPORT_WITHOUT_ROW_SECURITY: 'Yes',
    };
    expect(await readDatabaseOptions(environment, folder)).toMatchObject({
      dataFolder: join(folder, 'here'),
      databaseUrl: undefined,
      withoutRowSecurity: true,
    });
  });
});

describe('finding closed folders', () => {
  const stranger = { name: 'stranger', uid: 4_000_001, gid: 4_000_001 };

  it('names the first folder on the way that the other user cannot pass', async () => {
    const inner = join(folder, 'inner', 'most');
    await mkdir(inner, { recursive: true });
    expect(await findClosedFolder(inner, stranger)).toBe(folder);
    await chmod(folder, 0o711);
    expect(await findClosedFolder(inner, stranger)).toBeNull();
    await chmod(join(folder, 'inner'), 0o750);
    expect(await findClosedFolder(inner, stranger)).toBe(join(folder, 'inner'));
  });

  it('finds none for ourselves, nor in what does not exist yet', async () => {
    expect(await findClosedFolder(folder, null)).toBeNull();
    await chmod(folder, 0o711);
    expect(await findClosedFolder(join(folder, 'not', 'yet'), stranger)).toBeNull();
  });
});

describe('finding who runs PostgreSQL', () => {
  it('reads the account list and passes over what is not an account', () => {
    const accounts = parseAccounts('root:x:0:0::/root:/bin/sh\nnonsense\nnobody:*:-2:-2:N:/:/bin/false\na:x:b:c\n');
    expect([...accounts.keys()]).toEqual(['root', 'nobody']);
    expect(accounts.get('nobody')).toEqual({ name: 'nobody', uid: -2, gid: -2 });
  });

  it.skipIf(process.getuid?.() === 0)('is nobody else unless we are root (skipped as root)', async () => {
    expect(await findSystemUser({ dataFolder: folder })).toBeNull();
  });

  it.skipIf(process.getuid?.() !== 0)('as root prefers rapport, then the others (skipped without root)', async () => {
    const search = { dataFolder: folder, passwdFile: '/etc/passwd' };
    await expect(findSystemUser({ ...search, wanted: 'nobody-of-that-name' })).rejects.toMatchObject({
      reason: 'no_system_user',
    });
    await expect(findSystemUser({ ...search, wanted: 'root' })).rejects.toMatchObject({ reason: 'no_system_user' });
    expect(await findSystemUser({ ...search, wanted: 'nobody' })).toMatchObject({ name: 'nobody' });
  });
});
