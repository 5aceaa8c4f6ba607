/** Whether a ring comes from whoever was given the secret: it is shown as it is, because the helpdesk cannot sign with it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { SignedRequest } from './check-signature.ts';
import { ringSecretHeader } from './ringing-sources.ts';

export function checkRing({ header }: Pick<SignedRequest, 'header'>, secret: string): 'good' | 'unsigned' | 'wrong' {
  const given = header(ringSecretHeader)?.trim() ?? '';
  if (given === '' || secret === '') return 'unsigned';
  // Of equal length, so that the time it takes says nothing, not even how long the secret is.
  return timingSafeEqual(digest(given), digest(secret)) ? 'good' : 'wrong';
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
