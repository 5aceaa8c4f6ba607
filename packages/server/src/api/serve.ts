/**
 * Puts a handler behind an endpoint of the contract: parse, permit, ask, answer. Everything that is the same for all of
 * them happens here, so that a handler is the ten lines that differ.
 */
import { Readable } from 'node:stream';
import {
  type allEndpoints,
  type BodyOf,
  type EndpointName,
  type ParamsOf,
  type QueryOf,
  RapportError,
  type ResponseOf,
} from '@rapport/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Person, permit } from './permit.ts';
import { RequestDoesNotFit } from './problem-of.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The handler gets the body byte by byte, whatever its content type says. */
    takesRaw?: boolean;
  }
}

export type KnownEndpoint = (typeof allEndpoints)[EndpointName];

export interface Api {
  http: FastifyInstance;
  /** Names of the endpoints that have a handler. */
  served: Set<string>;
  personOf: (request: FastifyRequest) => Person | Promise<Person>;
  /** Counts a request of this person. @returns seconds to wait, or 0 when it may be answered */
  countRequest: (person: Person) => number;
  /** Check every answer against the contract: on in tests and development. */
  checkAnswers: boolean;
  /** Aborted when the server stops, so that open event streams end. */
  stopping: AbortSignal;
}

export interface Given<E> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** The raw body of an endpoint that accepts bytes; an empty stream otherwise. */
  bytes: Readable;
  /** What the caller says it will send, or null. */
  bytesAnnounced: number | null;
  /** The whole body of an endpoint that accepts it raw; empty otherwise. */
  raw: Buffer;
  /** By name in lower case; undefined where it was not sent, or more than once. */
  header: (name: string) => string | undefined;
}

/** What only signing in and out needs of HTTP itself. */
export interface Exchange {
  request: FastifyRequest;
  /** Hands Set-Cookie lines on, as the sign-in library wrote them. */
  giveCookies(lines: readonly string[]): void;
}

export interface Download {
  fileName: string;
  contentType: string;
  body: Readable;
}

export interface ServerEvent {
  name: string;
  data: unknown;
}

/** @throws Error when the endpoint already has a handler. */
export function serve<E extends KnownEndpoint>(
  api: Api,
  endpoint: E,
  handler: (given: Given<E>, person: Person, exchange: Exchange) => Promise<ResponseOf<E>>,
): void {
  register(api, endpoint, async (given, person, reply) => {
    const giveCookies = (lines: readonly string[]) => void reply.header('set-cookie', [...lines]);
    const answer: unknown = await handler(given, person, { request: reply.request, giveCookies });
    if (api.checkAnswers) checkAnswer(endpoint, answer);
    return reply.code(endpoint.status ?? 200).send(answer);
  });
}

/** An answer that is a file. */
export function serveDownload<E extends KnownEndpoint>(
  api: Api,
  endpoint: E,
  handler: (given: Given<E>, person: Person) => Promise<Download>,
): void {
  register(api, endpoint, async (given, person, reply) => {
    const { fileName, contentType, body } = await handler(given, person);
    return reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`).send(body);
  });
}

/** An answer that sends the browser on, with the cookies it gets on the way. */
export function serveRedirect<E extends KnownEndpoint>(
  api: Api,
  endpoint: E,
  handler: (given: Given<E>, request: FastifyRequest) => Promise<{ address: string; cookies: readonly string[] }>,
): void {
  register(api, endpoint, async (given, _person, reply) => {
    const { address, cookies } = await handler(given, reply.request);
    return reply.header('set-cookie', [...cookies]).redirect(address, 302);
  });
}

/**
 * An answer that goes on: server-sent events. The handler yields until it is done or `signal` says that nobody listens.
 * A yield of null is a heartbeat, which keeps proxies from closing a quiet stream.
 */
export function serveEvents<E extends KnownEndpoint>(
  api: Api,
  endpoint: E,
  handler: (given: Given<E>, signal: AbortSignal, person: Person) => AsyncGenerator<ServerEvent | null>,
): void {
  register(api, endpoint, async (given, person, reply) => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const events = handler(given, AbortSignal.any([gone.signal, api.stopping]), person);
    // The first event is awaited here, so that "not found" is still an ordinary answer with its status.
    const first = await events.next();
    const stream = Readable.from(textOfEvents(api, endpoint, first, events));
    return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
  });
}

async function* textOfEvents(
  api: Api,
  endpoint: KnownEndpoint,
  first: IteratorResult<ServerEvent | null>,
  events: AsyncGenerator<ServerEvent | null>,
): AsyncGenerator<string> {
  try {
    for (let next = first; !next.done; next = await events.next()) {
      const event = next.value;
      if (event !== null && api.checkAnswers) checkAnswer(endpoint, event.data);
      yield event === null ? ': still here\n\n' : `event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`;
    }
  } finally {
    await events.return(undefined);
  }
}

function register<E extends KnownEndpoint>(
  api: Api,
  endpoint: E,
  answer: (given: Given<E>, person: Person, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  if (api.served.has(endpoint.name)) throw new Error(`Two handlers for the endpoint ${endpoint.name}`);
  api.served.add(endpoint.name);
  api.http.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { takesRaw: 'accepts' in endpoint && endpoint.accepts === 'raw' },
    handler: async (request, reply) => {
      const person = await api.personOf(request);
      const wait = api.countRequest(person);
      if (wait > 0) {
        reply.header('retry-after', String(wait));
        throw new RapportError('too-many-requests', {
          what: 'Too many requests in a short time.',
          wayOut: `Wait ${wait} seconds, then go on.`,
        });
      }
      permit(person, endpoint.access);
      return answer(parseRequest(endpoint, request), person, reply);
    },
  });
}

function parseRequest<E extends KnownEndpoint>(endpoint: E, request: FastifyRequest): Given<E> {
  const takesBytes = 'accepts' in endpoint && endpoint.accepts === 'bytes';
  const isStream = request.body instanceof Readable;
  const isRaw = Buffer.isBuffer(request.body);
  if (takesBytes !== isStream && (takesBytes || request.body !== undefined)) {
    throw new RapportError('bad-request', {
      what: takesBytes ? 'This address takes a file.' : 'This address takes JSON.',
      wayOut: `Send it as ${takesBytes ? 'application/octet-stream' : 'application/json'}.`,
    });
  }
  const announced = Number(request.headers['content-length']);
  // The schemas belong to this very endpoint, so what they return has the types that ParamsOf and its kin infer from it.
  return {
    params: parsePart(endpoint, 'params', request.params),
    query: parsePart(endpoint, 'query', request.query),
    body: takesBytes || isRaw ? undefined : parsePart(endpoint, 'body', request.body ?? {}),
    bytes: request.body instanceof Readable ? request.body : Readable.from([]),
    bytesAnnounced: Number.isFinite(announced) && announced >= 0 ? announced : null,
    raw: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    header: (name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    },
  } as Given<E>;
}

function parsePart(endpoint: KnownEndpoint, part: 'params' | 'query' | 'body', value: unknown): unknown {
  const schema = schemaOf(endpoint, part);
  if (schema === undefined) return undefined;
  // Neither can be stored or asked for; the database would answer with an error of its own.
  const unstorable = findUnstorable(value, [part]);
  if (unstorable !== null) {
    throw new RequestDoesNotFit([{ path: unstorable, message: 'It holds a NUL or half a character' }]);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new RequestDoesNotFit(parsed.error.issues.map((issue) => ({ ...issue, path: [part, ...issue.path] })));
}

/** Where in the request a NUL or a lone surrogate stands; names as well as values are looked at. */
function findUnstorable(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return /[\0\p{Cs}]/u.test(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inside] of Object.entries(value)) {
    if (findUnstorable(name, path) !== null) return path;
    const found = path.length > deepestRequest ? path : findUnstorable(inside, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}

/** No request of the contract is nested this deep. */
const deepestRequest = 20;

interface Schema {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

function schemaOf(endpoint: KnownEndpoint, part: 'params' | 'query' | 'body'): Schema | undefined {
  return (endpoint as { params?: Schema; query?: Schema; body?: Schema })[part];
}

function checkAnswer(endpoint: KnownEndpoint, answer: unknown): void {
  const parsed = endpoint.response.safeParse(answer);
  if (parsed.success) return;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`The answer of ${endpoint.name} does not fit its contract: ${issues}`);
}
