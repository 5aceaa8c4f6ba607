/** The one key that seals secrets: from RAPPORT_SECRET, or from a file that is made at the first start. */
import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RapportError } from '@rapport/contract';

export interface SecretKey {
  /** 32 of them. Never logged, never answered. */
  bytes: Buffer;
}

const leastCharacters = 32;
const keyFile = 'secret.key';

/**
 * @param o.wanted RAPPORT_SECRET, where it is set: needed when workers run on other machines than the server
 * @throws RapportError `bad-request` when RAPPORT_SECRET is too short, `unavailable` when the file is damaged
 */
export async function loadSecretKey(o: { dataFolder: string; wanted?: string | undefined }): Promise<SecretKey> {
  const wanted = o.wanted?.trim();
  if (wanted) return keyOfText(wanted);
  await mkdir(o.dataFolder, { recursive: true });
  const path = join(o.dataFolder, keyFile);
  // `wx` lets exactly one of several processes make it.
  await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  for (let attempt = 0; attempt < 50; attempt++) {
    const text = (await readFile(path, 'utf8')).trim();
    if (/^[0-9a-f]{64}$/.test(text)) return { bytes: Buffer.from(text, 'hex') };
    // Another process has made the file a moment ago and not written it yet.
    await sleep(20);
  }
  throw new RapportError('unavailable', {
    what: `The file ${path} does not hold a key.`,
    why: 'Stored secrets cannot be opened without it.',
    wayOut: 'Put the file back from a copy, or remove it and enter the secrets of your sources again.',
  });
}

/** Loaded when it is first needed, once; tried again after a failure. */
export function rememberSecretKey(load: () => Promise<SecretKey>): () => Promise<SecretKey> {
  let key: Promise<SecretKey> | undefined;
  return () => {
    key ??= load().catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  };
}

function keyOfText(text: string): SecretKey {
  if (text.length < leastCharacters) {
    throw new RapportError('bad-request', {
      what: `RAPPORT_SECRET has fewer than ${leastCharacters} characters.`,
      why: 'Rapport does not start with a secret that can be guessed.',
      wayOut: 'Make one with "openssl rand -hex 32", or leave it out.',
    });
  }
  return { bytes: Buffer.from(hkdfSync('sha256', text, '', 'rapport secrets', 32)) };
}
