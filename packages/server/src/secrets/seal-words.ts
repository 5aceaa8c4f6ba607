/** Seals masked words with a key of the workspace's own, which is made from the one key outside the database. */
import { hkdfSync } from 'node:crypto';
import type { KeptKind } from '@rapport/contract';
import type { SecretKey } from './load-secret-key.ts';
import { openSecret, sealSecret } from './seal-secret.ts';

export type SealWords = (kind: KeptKind, words: string) => string;

const keyOf = ({ bytes }: SecretKey, workspace: number): SecretKey => ({
  bytes: Buffer.from(hkdfSync('sha256', bytes, '', `rapport kept words of workspace ${workspace}`, 32)),
});
const purposeOf = (kind: KeptKind): string => `masked ${kind}`;

export function createSealWords(key: SecretKey, workspace: number): SealWords {
  const own = keyOf(key, workspace);
  return (kind, words) => sealSecret(own, words, purposeOf(kind));
}

/** @throws RapportError `unavailable` when they were sealed on another machine, or elsewhere */
export const openWords = (
  key: SecretKey,
  workspace: number,
  { kind, sealed }: { kind: KeptKind; sealed: string },
): string => openSecret(keyOf(key, workspace), sealed, purposeOf(kind));
