/**
 * The one way in which a judge's words travel: to the configured address and no other, no redirect followed, and an answer
 * that is too large is cut off while it arrives. What goes wrong becomes a `JudgeTrouble` here, before any library sees
 * it, because libraries put requests and answers into their errors.
 */
import { JudgeTrouble } from './judge-trouble.ts';

export interface FetchBounds {
  url: URL;
  /** Bytes of one unpacked answer. */
  mostBytes: number;
  now: () => Date;
  /** Told before anything is thrown: libraries may wrap what they catch. */
  onTrouble: (trouble: JudgeTrouble) => void;
}

export function createBoundedFetch({ url, mostBytes, now, onTrouble }: FetchBounds): typeof fetch {
  const fail = (trouble: JudgeTrouble): never => {
    onTrouble(trouble);
    throw trouble;
  };
  return async (input, init) => {
    const wanted = new URL(input instanceof Request ? input.url : String(input));
    if (!isBelow(wanted, url)) fail(new JudgeTrouble('redirect'));
    const response = await fetch(wanted, { ...init, redirect: 'manual' }).catch((error: unknown) => {
      if (init?.signal?.aborted === true) throw error;
      return fail(new JudgeTrouble('unreachable'));
    });
    const refusal = troubleOf(response, now());
    if (refusal !== null) {
      await response.body?.cancel().catch(() => {});
      return fail(refusal);
    }
    const bytes = await readBytes(response, mostBytes).catch((error: unknown) => {
      if (init?.signal?.aborted === true) throw error;
      return fail(error instanceof JudgeTrouble ? error : new JudgeTrouble('unreachable'));
    });
    // Unpacked by now: the headers that spoke of the packed bytes would be wrong.
    return new Response(bytes, { status: 200, headers: { 'content-type': 'application/json' } });
  };
}

function isBelow(wanted: URL, base: URL): boolean {
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  return wanted.origin === base.origin && wanted.pathname.startsWith(folder);
}

function troubleOf({ status, headers }: Response, now: Date): JudgeTrouble | null {
  if (status === 200) return null;
  const wait = readWait(headers.get('retry-after'), now);
  if (status === 429) return new JudgeTrouble('asked-to-wait', wait);
  if (status >= 300 && status < 400) return new JudgeTrouble('redirect');
  if (status === 401 || status === 403) return new JudgeTrouble('key-refused');
  if (status >= 500 || status === 408) return new JudgeTrouble('server-error', wait);
  return new JudgeTrouble('request-refused');
}

/** Seconds, or the moment at which to come back (RFC 9110, 10.2.3). */
function readWait(text: string | null, now: Date): number | null {
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, (at - now.getTime()) / 1000);
}

async function readBytes(response: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    length += next.value.byteLength;
    if (length > mostBytes) {
      await reader?.cancel().catch(() => {});
      throw new JudgeTrouble('answer-too-large');
    }
    parts.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
