import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSecretKey } from './load-secret-key.ts';
import { openSecret, sealSecret } from './seal-secret.ts';

describe('secrets at rest', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-secrets-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const load = (wanted?: string) => loadSecretKey({ dataFolder: folder, wanted });

  it('makes a key once, for its owner alone, whoever comes first', async () => {
    const keys = await Promise.all([load(), load(), load()]);
    expect(new Set(keys.map(({ bytes }) => bytes.toString('hex'))).size).toBe(1);
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(keys[0]?.bytes).toHaveLength(32);
  });

  it('gives back what was sealed, shows nothing of it, and never the same twice', async () => {
    const key = await load();
    const sealed = sealSecret(key, 'grüne-Tür-42', 'rt.example');
    expect(openSecret(key, sealed, 'rt.example')).toBe('grüne-Tür-42');
    expect(Buffer.from(sealed.slice(3), 'base64url').toString('utf8')).not.toContain('Tür');
    expect(sealSecret(key, 'grüne-Tür-42', 'rt.example')).not.toBe(sealed);
  });

  it('does not open for another host, with another key, or when a bit was changed', async () => {
    const key = await load();
    const sealed = sealSecret(key, 'token', 'rt.example');
    const other = await load('x'.repeat(32));
    const bent = `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'B' : 'A'}${sealed.at(-1)}`;
    for (const open of [
      () => openSecret(key, sealed, 'evil.example'),
      () => openSecret(other, sealed, 'rt.example'),
      () => openSecret(key, bent, 'rt.example'),
      () => openSecret(key, 'v1.', 'rt.example'),
      () => openSecret(key, 'token', 'rt.example'),
    ]) {
      expect(open).toThrow(/cannot be opened/);
    }
  });

  it('takes the key from RAPPORT_SECRET, the same everywhere, and refuses a short one', async () => {
    const wanted = 'a-long-sentence-that-nobody-guesses';
    expect((await load(wanted)).bytes).toEqual((await load(wanted)).bytes);
    await expect(load('short')).rejects.toThrow(/fewer than 32/);
  });

  it('says so when the file of the key is damaged, and leaves it alone', async () => {
    const path = join(folder, 'secret.key');
    await writeFile(path, 'not a key');
    await expect(load()).rejects.toThrow(/does not hold a key/);
    expect(await readFile(path, 'utf8')).toBe('not a key');
  }, 10_000);
});
