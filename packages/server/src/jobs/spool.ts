/**
 * Received files on their way in: `<dataFolder>/spool/<import>.received` as sent, `<import>.plain` unpacked,
 * `<import>.people` a list of people that came beside it; `articles-<import>` a file of articles.
 *
 * Both are encrypted with a key that stands in the import's row: without the database a copied disk tells nothing, and
 * erasing the row erases the words that were not masked yet. AES in counter mode, because reading goes on from any byte
 * after a stop. The files are gone when the import ends.
 */
import { createCipheriv, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RapportError } from '@rapport/contract';

const parts = ['received', 'plain', 'people'] as const;
export type SpoolPart = (typeof parts)[number];

export interface Spool {
  /** Names this folder in the database: only workers that see it may take its files. */
  id: string;
  /** Writes a file from the beginning, replacing what an interrupted try left. @returns bytes written, before encryption */
  write(file: SpooledFile, bytes: AsyncIterable<Uint8Array>, options?: { limitBytes?: number }): Promise<number>;
  /** The bytes of a file from one of them on. */
  open(file: SpooledFile, fromByte?: number): AsyncIterable<Uint8Array>;
  remove(importId: number): Promise<void>;
  /** Imports that still have files here. */
  list(): Promise<number[]>;
  /** Files of articles, which are counted apart from other imports. */
  articles: ArticleSpool;
}

export interface ArticleSpool {
  write(
    file: Pick<SpooledFile, 'importId' | 'key'>,
    bytes: AsyncIterable<Uint8Array>,
    limitBytes: number,
  ): Promise<number>;
  open(file: Pick<SpooledFile, 'importId' | 'key'>, fromByte?: number): AsyncIterable<Uint8Array>;
  remove(importId: number): Promise<void>;
  list(): Promise<number[]>;
}

export interface SpooledFile {
  importId: number;
  part: SpoolPart;
  key: Buffer;
}

const cipher = 'aes-256-ctr';
const blockBytes = 16;

export const createSpoolKey = (): Buffer => randomBytes(32);

/** Opens the spool of a data folder, making it where there is none. */
export async function openSpool(dataFolder: string): Promise<Spool> {
  const folder = join(dataFolder, 'spool');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const id = await readSpoolId(join(folder, 'id'));
  const pathOf = (importId: number, part: SpoolPart) => join(folder, `${importId}.${part}`);
  const articlesOf = (importId: number) => join(folder, `articles-${importId}`);
  return {
    articles: {
      write: ({ importId, key }, bytes, limitBytes) =>
        writeFileEncrypted(articlesOf(importId), key, bytes, { limitBytes }),
      open: ({ importId, key }, fromByte = 0) => readFileDecrypted(articlesOf(importId), key, fromByte),
      remove: (importId) => rm(articlesOf(importId), { force: true }),
      list: async () =>
        (await readdir(folder)).flatMap((name) => Number(/^articles-(\d+)$/.exec(name)?.[1] ?? []) || []),
    },
    id,
    write: (file, bytes, options) => writeFileEncrypted(pathOf(file.importId, file.part), file.key, bytes, options),
    open: (file, fromByte = 0) => readFileDecrypted(pathOf(file.importId, file.part), file.key, fromByte),
    remove: async (importId) => {
      for (const part of parts) await rm(pathOf(importId, part), { force: true });
    },
    list: async () => {
      const names = await readdir(folder);
      return [...new Set(names.filter((name) => /^\d+\./.test(name)).map((name) => Number.parseInt(name, 10)))];
    },
  };
}

/** The first process here writes it; `wx` lets exactly one win. */
async function readSpoolId(path: string): Promise<string> {
  await writeFile(path, randomBytes(6).toString('hex'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  for (let attempt = 0; attempt < 50; attempt++) {
    const id = await readFile(path, 'utf8');
    if (/^[0-9a-f]{12}$/.test(id)) return id;
    // Another process has made the file a moment ago and not written it yet.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new RapportError('unavailable', {
    what: `The file ${path} does not hold the name of this spool folder.`,
    why: 'Files on their way in cannot be told from those of another machine.',
    wayOut: 'Remove that one file and start again.',
  });
}

async function writeFileEncrypted(
  path: string,
  key: Buffer,
  bytes: AsyncIterable<Uint8Array>,
  { limitBytes = Number.POSITIVE_INFINITY }: { limitBytes?: number } = {},
): Promise<number> {
  // A fresh start block for every file: two texts under one key stream would give each other away.
  const start = randomBytes(blockBytes);
  const encrypt = createCipheriv(cipher, key, start);
  const handle = await open(path, 'w', 0o600);
  let written = 0;
  try {
    await handle.write(start);
    for await (const chunk of bytes) {
      written += chunk.byteLength;
      if (written > limitBytes) throw tooLarge(limitBytes);
      await writeWhole(handle, encrypt.update(chunk));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return written;
}

async function writeWhole(handle: Awaited<ReturnType<typeof open>>, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done);
    done += bytesWritten;
  }
}

async function* readFileDecrypted(path: string, key: Buffer, fromByte: number): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new RapportError(
      'unavailable',
      {
        what: 'The received file is no longer in the spool folder of this machine.',
        why: 'What was read of it is stored; the rest cannot be read.',
        wayOut: 'Send the file again: what is already stored is counted as duplicate.',
      },
      { cause },
    );
  });
  const start = Buffer.alloc(blockBytes);
  try {
    await handle.read(start, 0, blockBytes, 0);
  } finally {
    await handle.close();
  }
  const block = Math.floor(fromByte / blockBytes);
  const decrypt = createCipheriv(cipher, key, addToCounter(start, block));
  let skip = fromByte % blockBytes;
  const stream = createReadStream(path, { start: blockBytes + block * blockBytes, highWaterMark: 256 * 1024 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const plain = decrypt.update(chunk);
    if (skip >= plain.length) {
      skip -= plain.length;
      continue;
    }
    yield skip === 0 ? plain : plain.subarray(skip);
    skip = 0;
  }
}

function addToCounter(start: Buffer, blocks: number): Buffer {
  const counter = (BigInt(`0x${start.toString('hex')}`) + BigInt(blocks)) & ((1n << 128n) - 1n);
  return Buffer.from(counter.toString(16).padStart(32, '0'), 'hex');
}

function tooLarge(limitBytes: number): RapportError {
  return new RapportError('too-large', {
    what: `The file is larger than ${Math.floor(limitBytes / 2 ** 20)} MB.`,
    why: 'One upload is limited so that a mistaken file cannot fill the disk.',
    wayOut: 'Send it packed (.gz or .zip), split it, or use "rapport import FILE" on the server.',
  });
}
