/** The token of a session out of the cookie that the sign-in library set: the token, a dot, and its signature. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Null: there is no such cookie, or it was not signed here. */
export function readSessionToken(cookies: string | undefined, name: string, secret: string): string | null {
  const pair = cookies?.split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  if (pair === undefined) return null;
  let value: string;
  try {
    value = decodeURIComponent(pair.slice(name.length + 1));
  } catch {
    return null;
  }
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const signed = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return signed.length === expected.length && timingSafeEqual(signed, expected) ? token : null;
}
