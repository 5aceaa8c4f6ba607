/** Whether a webhook comes from who it says: each source signs in its own way, always over the very bytes that were sent. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
  raw: Uint8Array;
  header: (name: string) => string | undefined;
}

/** How a source signs. */
export interface SignatureForm {
  header: string;
  /** Written before the signature, such as `sha256=`. */
  prefix: string;
  hash: 'sha1' | 'sha256';
  encoding: 'hex' | 'base64';
  /** A header with the time of sending that is signed too, and what stands between it and the body. */
  time?: { header: string; between: string };
}

/** Clocks differ, and a sender may try again for a while; what is older could be a recording. */
export const replaySeconds = 300;

export type SignatureVerdict = 'good' | 'unsigned' | 'wrong' | 'too-old';

export function checkSignature(
  form: SignatureForm,
  request: SignedRequest,
  secret: string,
  now: Date,
): SignatureVerdict {
  const given = request.header(form.header);
  const time = form.time === undefined ? '' : request.header(form.time.header);
  if (given === undefined || time === undefined || secret === '') return 'unsigned';
  const hmac = createHmac(form.hash, secret);
  if (form.time !== undefined) hmac.update(`${time}${form.time.between}`);
  const expected = Buffer.from(form.prefix + hmac.update(request.raw).digest(form.encoding));
  const said = Buffer.from(given.trim());
  if (said.length !== expected.length || !timingSafeEqual(said, expected)) return 'wrong';
  if (form.time === undefined) return 'good';
  const at = instantOf(time);
  return at !== null && Math.abs(now.getTime() - at) <= replaySeconds * 1000 ? 'good' : 'too-old';
}

/** Seconds since 1970, or an ISO instant. @returns milliseconds, or null */
export function instantOf(text: string): number | null {
  const at = /^\d{9,11}(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isFinite(at) ? at : null;
}
