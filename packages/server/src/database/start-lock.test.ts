import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withStartLock } from './start-lock.ts';

describe('the start lock', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-lock-'));
    file = join(folder, 'database.lock');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lets one in at a time and is gone afterwards, also after an error', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(10);
      inside--;
    };
    await Promise.all([1, 2, 3, 4, 5].map(() => withStartLock(file, work)));
    expect(most).toBe(1);
    await expect(withStartLock(file, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a process that no longer lives', async () => {
    await writeFile(file, JSON.stringify({ pid: 2 ** 22 + 1, nonce: 'dead' }));
    expect(await withStartLock(file, async () => 'in')).toBe('in');
  });

  it('is taken over when its number has passed to this very process, as after a restart of a container', async () => {
    await writeFile(file, JSON.stringify({ pid: process.pid, nonce: 'of-an-earlier-life' }));
    expect(await withStartLock(file, async () => 'in')).toBe('in');
  });

  it('is taken over when its number lives but has not been heard of for long', async () => {
    await writeFile(file, JSON.stringify({ pid: process.ppid, nonce: 'silent' }));
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(file, longAgo, longAgo);
    expect(await withStartLock(file, async () => 'in')).toBe('in');
  });

  it('is respected while its process lives', async () => {
    await writeFile(file, JSON.stringify({ pid: process.ppid, nonce: 'alive' }));
    let entered = false;
    const waiting = withStartLock(file, async () => {
      entered = true;
    });
    await sleep(150);
    expect(entered).toBe(false);
    await rm(file);
    await waiting;
    expect(entered).toBe(true);
  });

  it('clears away what killed processes left beside it', async () => {
    const longAgo = new Date(Date.now() - 60_000);
    await writeFile(`${file}.left-over`, '');
    await utimes(`${file}.left-over`, longAgo, longAgo);
    await withStartLock(file, async () => {});
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over when it cannot be read as a lock', async () => {
    await writeFile(file, '');
    expect(await withStartLock(file, async () => 'in')).toBe('in');
  });
});
