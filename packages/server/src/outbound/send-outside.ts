/**
 * The one way by which anything leaves this machine over HTTP: helpdesks, judges and webhooks all come through here.
 *
 * A name is resolved for each connection, and the connection goes to the very address that was judged: a name that
 * answers differently a moment later gains nothing. Private networks are refused unless their host was named. No redirect
 * is followed, and an answer that is too large or too slow is cut off while it arrives.
 */
import { lookup as lookUpName } from 'node:dns';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';
import { OutboundTrouble } from './outbound-trouble.ts';
import { isPrivateHostAllowed, type PrivateHosts } from './private-hosts.ts';

export interface OutboundRequest {
  url: URL;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** Bytes of the answer at most. */
  mostBytes: number;
  /** For the whole exchange, from the first look at the name to the last byte. */
  limitMilliseconds: number;
  signal?: AbortSignal;
}

export interface OutboundAnswer {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  bytes: Buffer;
}

export type SendOutside = (request: OutboundRequest) => Promise<OutboundAnswer>;

/**
 * @param o.privateHosts hosts that may lie on private networks, and may be spoken to without TLS
 * @param o.keepConnections for many requests to one host; a connection stays with the address that was judged
 * @returns a function that throws OutboundTrouble and nothing else
 */
export function createOutbound(o: { privateHosts: PrivateHosts; keepConnections?: boolean }): SendOutside {
  const kept = { keepAlive: true, maxSockets: 8 };
  const agents: Agents | null =
    o.keepConnections === true ? { http: new http.Agent(kept), https: new https.Agent(kept) } : null;
  return async (request) => {
    const mayBePrivate = isPrivateHostAllowed(o.privateHosts, request.url);
    if (request.url.protocol !== 'https:' && !(request.url.protocol === 'http:' && mayBePrivate)) {
      throw new OutboundTrouble('not-encrypted');
    }
    const host = request.url.hostname.replace(/^\[|\]$/g, '');
    // A bare address is never looked up, so it is judged here.
    if (isIP(host) !== 0 && !mayBePrivate && !isPublicAddress(host)) throw new OutboundTrouble('private-address');
    return exchange(request, mayBePrivate ? judgeNothing : judgeAddresses, agents);
  };
}

interface Agents {
  http: http.Agent;
  https: https.Agent;
}

type Lookup = (...given: Parameters<LookupFunction>) => void;

const judgeNothing: Lookup = (hostname, options, callback) => lookUpName(hostname, options, callback);

/** Node's own look-up, where one private answer among several is reason enough to go nowhere. */
const judgeAddresses: Lookup = (hostname, options, callback) => {
  lookUpName(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0);
    const [first] = found;
    if (first === undefined || found.some(({ address }) => !isPublicAddress(address))) {
      return callback(new PrivateAddress(), '', 0);
    }
    if (options.all === true) return callback(null, found);
    return callback(null, first.address, first.family);
  });
};

class PrivateAddress extends Error {}

function exchange(request: OutboundRequest, lookup: Lookup, agents: Agents | null): Promise<OutboundAnswer> {
  const { url, method = 'GET', body, mostBytes, limitMilliseconds, signal } = request;
  const isEncrypted = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (work: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      work();
    };
    const fail = (error: unknown): void =>
      end(() => {
        sent.destroy();
        reject(error instanceof OutboundTrouble ? error : troubleOf(error));
      });
    const abort = (): void => fail(new OutboundTrouble('aborted'));
    const timer = setTimeout(() => fail(new OutboundTrouble('too-slow')), limitMilliseconds);
    const options: RequestOptions = {
      method,
      lookup,
      agent: agents === null ? false : isEncrypted ? agents.https : agents.http,
      headers: {
        'user-agent': 'Rapport',
        'accept-encoding': 'identity',
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        ...request.headers,
      },
    };
    const sent = (isEncrypted ? https : http).request(url, options, (answer) => {
      collect(answer, mostBytes)
        .then((bytes) => end(() => resolve({ status: answer.statusCode ?? 0, headers: plain(answer.headers), bytes })))
        .catch(fail);
    });
    sent.on('error', fail);
    if (signal?.aborted === true) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    sent.end(body);
  });
}

async function collect(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  if (Number(answer.headers['content-length'] ?? 0) > mostBytes) throw new OutboundTrouble('too-large');
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) throw new OutboundTrouble('too-large');
    parts.push(part);
  }
  // Half an answer must not be taken for a whole one.
  if (!answer.complete) throw new OutboundTrouble('unreachable');
  return Buffer.concat(parts);
}

const plain = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

function troubleOf(error: unknown): OutboundTrouble {
  if (error instanceof PrivateAddress) return new OutboundTrouble('private-address');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new OutboundTrouble('unknown-host');
  if (/CERT|SIGNATURE|SELF_SIGNED|ALTNAME|ERR_TLS/.test(code)) return new OutboundTrouble('bad-certificate');
  return new OutboundTrouble('unreachable');
}
