/**
 * Secrets of other systems (keys, passwords, tokens) at rest: AES-256-GCM with a key that lies outside the database, so
 * that a copied database or backup opens none of them. Each is sealed for one purpose, such as the host it may be sent
 * to; a row that was altered to name another host does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { RapportError } from '@rapport/contract';
import type { SecretKey } from './load-secret-key.ts';

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/** @param purpose what it may be used for; the same words are needed to open it */
export function sealSecret(key: SecretKey, plain: string, purpose: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final()]);
  return `${version}.${Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url')}`;
}

/** @throws RapportError `unavailable` when the key is another one, or the secret was sealed for another purpose */
export function openSecret(key: SecretKey, sealed: string, purpose: string): string {
  const [said, text = ''] = sealed.split('.');
  const bytes = Buffer.from(text, 'base64url');
  try {
    if (said !== version || bytes.length < nonceBytes + tagBytes) throw new Error('not sealed here');
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(-tagBytes));
    return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new RapportError('unavailable', {
      what: 'A stored secret cannot be opened.',
      why: 'It was sealed with another key: the database came from another machine, or RAPPORT_SECRET has changed.',
      wayOut: 'Enter the secret again, or start Rapport with the key it was sealed with.',
    });
  }
}
