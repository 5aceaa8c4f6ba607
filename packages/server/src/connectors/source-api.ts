/**
 * How a connector asks its helpdesk: one address, one set of secrets, and the manners every API wants. A pause that is
 * asked for is kept, a stumble is tried once more, a redirect is never followed, and ids keep all their digits.
 */
import { defaultLimits, parseJson } from '@rapport/intake';
import { OutboundTrouble } from '../outbound/outbound-trouble.ts';
import { readRetryAfter } from '../outbound/read-retry-after.ts';
import type { OutboundAnswer, SendOutside } from '../outbound/send-outside.ts';
import type { ShortMemory } from '../outbound/short-memory.ts';
import type { Source } from './source.ts';
import { SourceTrouble, toSourceTrouble } from './source-trouble.ts';

export interface SourceApi {
  settings: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
  /** Kept for a few minutes, as long as nothing was changed: tokens, lists of people. */
  memory: ShortMemory;
  /** Paths begin with a slash and stand below the address that was entered. */
  get(path: string, query?: Query): Promise<ApiAnswer>;
  /** Null where there is no such thing (any more). */
  find(path: string, query?: Query): Promise<ApiAnswer | null>;
  post(path: string, body: unknown, form?: 'json' | 'form'): Promise<ApiAnswer>;
  now(): Date;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface ApiAnswer {
  body: unknown;
  headers: Readonly<Record<string, string>>;
  /** When the other side answered, by its own clock, ISO. */
  at: string;
}

export interface ApiParts {
  source: Source;
  address: string;
  settings: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
  send: SendOutside;
  memory: ShortMemory;
  wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds. */
  now: () => number;
  /** Nothing is asked after this moment, in milliseconds. */
  deadline: number;
}

const mostBytes = 32 * 2 ** 20;
const mostMilliseconds = 8_000;
const pauseMilliseconds = 300;

export function openSourceApi(parts: ApiParts): SourceApi {
  const { source, settings, secrets, memory, now } = parts;
  const ask = (request: Asked): Promise<ApiAnswer> => askTwice(parts, request);
  const bare: Pick<SourceApi, 'settings' | 'secrets' | 'memory' | 'post'> = {
    settings,
    secrets,
    memory,
    post: (path, body, form = 'json') => ask({ method: 'POST', path, ...written(body, form), headers: {} }),
  };
  const withHeaders = async (request: Omit<Asked, 'headers'>): Promise<ApiAnswer> => {
    const headers = await memory.recall('headers', () => source.authorize(bare));
    return ask({ ...request, headers }).catch((error: unknown) => {
      // A token may have run out: the next question begins with a new one.
      if (error instanceof SourceTrouble && error.kind === 'key-refused') memory.forget('headers');
      throw error;
    });
  };
  const get: SourceApi['get'] = (path, query) => withHeaders({ method: 'GET', path, query });
  return {
    ...{ settings, secrets, memory, get, now: () => new Date(now()) },
    find: (path, query) =>
      get(path, query).catch((error: unknown) => {
        if (error instanceof SourceTrouble && error.kind === 'wrong-address') return null;
        throw error;
      }),
    post: (path, body, form = 'json') => withHeaders({ method: 'POST', path, ...written(body, form) }),
  };
}

interface Asked {
  method: 'GET' | 'POST';
  path: string;
  query?: Query | undefined;
  body?: string;
  contentType?: string;
  headers: Readonly<Record<string, string>>;
}

const written = (body: unknown, form: 'json' | 'form'): Pick<Asked, 'body' | 'contentType'> & { body: string } =>
  form === 'json'
    ? { body: JSON.stringify(body), contentType: 'application/json' }
    : {
        body: new URLSearchParams(body as Record<string, string>).toString(), // a form is made of words
        contentType: 'application/x-www-form-urlencoded',
      };

/** A line may break once without anybody being told. */
async function askTwice(parts: ApiParts, request: Asked): Promise<ApiAnswer> {
  try {
    return await askOnce(parts, request);
  } catch (error) {
    const isStumble = error instanceof SourceTrouble && (error.kind === 'unreachable' || error.kind === 'server-error');
    const isTimeLeft = parts.deadline - parts.now() > pauseMilliseconds * 2;
    if (!isStumble || !isTimeLeft || error.waitSeconds !== null) throw error;
    await parts.wait(pauseMilliseconds);
    return askOnce(parts, request);
  }
}

async function askOnce({ address, send, now, deadline }: ApiParts, request: Asked): Promise<ApiAnswer> {
  const limitMilliseconds = Math.min(mostMilliseconds, deadline - now());
  if (limitMilliseconds <= 0) throw new SourceTrouble('too-slow');
  const answer = await send({
    url: addressOf(address, request),
    method: request.method,
    headers: {
      accept: 'application/json',
      ...(request.contentType === undefined ? {} : { 'content-type': request.contentType }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    mostBytes,
    limitMilliseconds,
  }).catch((error: unknown) => {
    throw error instanceof OutboundTrouble ? toSourceTrouble(error) : error;
  });
  const trouble = troubleOf(answer, new Date(now()));
  if (trouble !== null) throw trouble;
  return { body: readBody(answer), headers: answer.headers, at: timeOf(answer, now()) };
}

function addressOf(address: string, { path, query = {} }: Asked): URL {
  const url = new URL(address.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

function troubleOf({ status, headers }: OutboundAnswer, now: Date): SourceTrouble | null {
  if (status >= 200 && status < 300) return null;
  const wait = readRetryAfter(headers['retry-after'], now);
  if (status === 429) return new SourceTrouble('asked-to-wait', wait ?? 60);
  if (status === 503 && wait !== null) return new SourceTrouble('asked-to-wait', wait);
  if (status >= 500 || status === 408) return new SourceTrouble('server-error', wait);
  if (status >= 300 && status < 400) return new SourceTrouble('redirect');
  if (status === 401) return new SourceTrouble('key-refused');
  if (status === 403) return new SourceTrouble('right-missing');
  return new SourceTrouble(status === 404 || status === 410 ? 'wrong-address' : 'request-refused');
}

function readBody({ bytes }: OutboundAnswer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SourceTrouble('not-json');
  }
  const parsed = parseJson(text, defaultLimits.jsonDepth);
  if (!parsed.ok) throw new SourceTrouble('not-json');
  return parsed.value;
}

/** Without a clock of its own the other side gets ours. */
function timeOf({ headers }: OutboundAnswer, now: number): string {
  const said = Date.parse(headers.date ?? '');
  return new Date(Number.isNaN(said) ? now : said).toISOString();
}
