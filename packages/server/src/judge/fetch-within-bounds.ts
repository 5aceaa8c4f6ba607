/**
 * The one way in which a judge's words travel: to the configured address and no other, no redirect followed, and an answer
 * that is too large is cut off while it arrives. What goes wrong becomes a `JudgeTrouble` here, before any library sees
 * it, because libraries put requests and answers into their errors.
 */
import { OutboundTrouble } from '../outbound/outbound-trouble.ts';
import { readRetryAfter } from '../outbound/read-retry-after.ts';
import { createOutbound, type OutboundAnswer } from '../outbound/send-outside.ts';
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
  // Whoever may set the environment may name any host for the judge, one of the own network too.
  const send = createOutbound({ privateHosts: new Set([url.host]) });
  return async (input, init) => {
    const wanted = new URL(input instanceof Request ? input.url : String(input));
    if (!isBelow(wanted, url)) fail(new JudgeTrouble('redirect'));
    const signal = init?.signal ?? null;
    const answer = await send({
      url: wanted,
      method: init?.method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(typeof init?.body === 'string' ? { body: init.body } : {}),
      ...(signal === null ? {} : { signal }),
      mostBytes,
      limitMilliseconds,
    }).catch((error: unknown) => {
      if (signal?.aborted === true) throw error;
      const isTooLarge = error instanceof OutboundTrouble && error.kind === 'too-large';
      return fail(new JudgeTrouble(isTooLarge ? 'answer-too-large' : 'unreachable'));
    });
    const refusal = troubleOf(answer, now());
    if (refusal !== null) return fail(refusal);
    return new Response(new Uint8Array(answer.bytes), { status: 200, headers: { 'content-type': 'application/json' } });
  };
}

/** Whoever asks has a shorter one of their own; this is for the case that they forget it. */
const limitMilliseconds = 600_000;

function isBelow(wanted: URL, base: URL): boolean {
  const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
  return wanted.origin === base.origin && wanted.pathname.startsWith(folder);
}

function troubleOf({ status, headers }: OutboundAnswer, now: Date): JudgeTrouble | null {
  if (status === 200) return null;
  const wait = readRetryAfter(headers['retry-after'], now);
  if (status === 429) return new JudgeTrouble('asked-to-wait', wait);
  if (status >= 300 && status < 400) return new JudgeTrouble('redirect');
  if (status === 401 || status === 403) return new JudgeTrouble('key-refused');
  if (status >= 500 || status === 408) return new JudgeTrouble('server-error', wait);
  return new JudgeTrouble('request-refused');
}
