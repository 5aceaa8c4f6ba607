import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSpoolKey, openSpool, type Spool } from './spool.ts';

let folder: string;
let spool: Spool;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-spool-'));
  spool = await openSpool(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const readAll = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};

describe('spool', () => {
  const plain = Buffer.from(Array.from({ length: 5000 }, (_, index) => `line ${index}: a customer wrote\n`).join(''));
  const file = { importId: 7, part: 'plain', key: createSpoolKey() } as const;

  it('gives back the bytes from any place on', async () => {
    expect(await spool.write(file, inChunks(plain, 777))).toBe(plain.length);
    for (const from of [0, 1, 15, 16, 17, 4096, plain.length - 1, plain.length]) {
      expect((await readAll(spool.open(file, from))).equals(plain.subarray(from))).toBe(true);
    }
  });

  it('lets nobody else read the file, and holds no word of it in the clear', async () => {
    const path = join(folder, 'spool', '7.plain');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path)).includes('customer')).toBe(false);
  });

  it('never uses one key stream twice, also when a try is repeated', async () => {
    const path = join(folder, 'spool', '7.plain');
    const before = await readFile(path);
    await spool.write(file, inChunks(plain, 777));
    expect((await readFile(path)).equals(before)).toBe(false);
  });

  it('stops at the limit', async () => {
    const small = { importId: 8, part: 'received', key: createSpoolKey() } as const;
    await expect(spool.write(small, inChunks(plain, 777), { limitBytes: 1000 })).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('is one spool for all processes of the folder, and forgets removed files', async () => {
    expect((await openSpool(folder)).id).toBe(spool.id);
    expect(await spool.list()).toEqual([7, 8]);
    await spool.remove(7);
    await spool.remove(8);
    expect(await spool.list()).toEqual([]);
    await expect(readAll(spool.open(file))).rejects.toMatchObject({ code: 'unavailable' });
  });
});
