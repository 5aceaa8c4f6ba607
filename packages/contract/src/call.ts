/**
 * Calls an endpoint from its definition; pages and command line use the same one.
 *
 * @example const { focus } = await call(getFocus, {});
 * @throws RapportError with the code the server answered, or `unavailable` when it did not answer.
 */
import type { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { type ErrorCode, errorCodes, RapportError } from './errors.ts';
import { problem } from './problem.ts';

type Given<T> = T extends z.ZodUndefined ? unknown : T extends z.ZodType ? z.input<T> : unknown;

export interface CallOptions<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params?: Given<P>;
  query?: Given<Q>;
  body?: Given<B>;
  /** For endpoints that accept bytes: the file itself. */
  bytes?: Blob;
  /** Where the server is; empty means the page's own origin. */
  origin?: string;
  signal?: AbortSignal;
}

/** The address of an endpoint with its parameters filled in. */
export function addressOf(
  endpoint: Pick<Endpoint, 'path'>,
  options: { params?: unknown; query?: unknown; origin?: string },
): string {
  const params = (options.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((options.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const tail = query.size > 0 ? `?${query}` : '';
  return `${options.origin ?? ''}${path}${tail}`;
}

export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  options: CallOptions<P, Q, B>,
): Promise<z.output<R>> {
  const init: RequestInit = { method: endpoint.method, headers: { accept: 'application/json' } };
  if (options.signal) init.signal = options.signal;
  if (options.bytes !== undefined) {
    init.body = options.bytes;
    init.headers = { accept: 'application/json', 'content-type': 'application/octet-stream' };
  } else if (endpoint.method !== 'GET') {
    init.body = JSON.stringify(options.body ?? {});
    init.headers = { accept: 'application/json', 'content-type': 'application/json' };
  }
  let response: Response;
  try {
    response = await fetch(addressOf(endpoint, options), init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new RapportError(
      'unavailable',
      { what: 'Rapport does not answer.', why: 'Nothing you did is lost.', wayOut: 'Is it still running? Try again.' },
      { cause },
    );
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorFrom(response.status, answer);
  return endpoint.response.parse(answer);
}

function errorFrom(status: number, answer: unknown): RapportError {
  const parsed = problem.safeParse(answer);
  if (!parsed.success)
    return new RapportError('internal', { what: `The server answered ${status} without saying why.` });
  const { code, detail, wayOut } = parsed.data;
  const known: ErrorCode = code in errorCodes ? (code as ErrorCode) : 'internal';
  return new RapportError(known, wayOut === undefined ? { what: detail } : { what: detail, wayOut });
}
