/** Secrets that are shown once: links and keys. Each is 256 random bits, so a plain hash of it cannot be turned back. */
import { createHash, randomBytes } from 'node:crypto';

/** The workspace stands in front, because the hash can only be looked up in it. */
export interface ReadSecret {
  workspace: number;
  hash: Buffer;
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export function makeLinkToken(workspace: number): ReadSecret & { token: string } {
  const token = `${workspace}-${randomBytes(32).toString('base64url')}`;
  return { token, workspace, hash: hashOf(token) };
}

/** Null: no link of ours looks like this. */
export function readLinkToken(token: string): ReadSecret | null {
  const workspace = /^(\d{1,9})-[\w-]{43}$/.exec(token)?.[1];
  return workspace === undefined ? null : { workspace: Number(workspace), hash: hashOf(token) };
}

/** Letters in front that make a key known as one of ours wherever it turns up. */
const keyMark = 'rapport';

export function makeKeySecret(workspace: number): ReadSecret & { key: string; prefix: string } {
  const secret = randomBytes(32).toString('base64url');
  const key = `${keyMark}_${workspace}_${secret}`;
  return { key, workspace, hash: hashOf(key), prefix: `${keyMark}_${workspace}_${secret.slice(0, 4)}…` };
}

export function readKeySecret(key: string): ReadSecret | null {
  const workspace = /^rapport_(\d{1,9})_[\w-]{43}$/.exec(key)?.[1];
  return workspace === undefined ? null : { workspace: Number(workspace), hash: hashOf(key) };
}
