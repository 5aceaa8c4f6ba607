import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './is-public-address.ts';
import { readPrivateHosts } from './private-hosts.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { createOutbound, type OutboundRequest } from './send-outside.ts';

const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** @returns its address */
async function listen(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}
const bounds = { mostBytes: 1000, limitMilliseconds: 2000 };
const allowing = (...urls: URL[]) => createOutbound({ privateHosts: new Set(urls.map(({ host }) => host)) });
const troubleOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error as { kind?: string }).kind ?? String(error),
  );

describe('the way out', () => {
  it('brings back status, headers and bytes, and sends what it is given', async () => {
    const url = await listen((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () =>
        response
          .writeHead(201, { 'x-said': 'yes' })
          .end(`${request.method} ${request.headers.authorization} ${Buffer.concat(parts)}`),
      );
    });
    const answer = await allowing(url)({
      ...{ ...bounds, url, method: 'POST', headers: { authorization: 'Bearer t' }, body: 'grüß' },
    });
    expect([answer.status, answer.headers['x-said'], answer.bytes.toString()]).toEqual([
      201,
      'yes',
      'POST Bearer t grüß',
    ]);
  });

  it.each([
    'http://127.0.0.1:9/',
    'https://127.0.0.1:9/',
    'https://[::1]:9/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:127.0.0.1]/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://localhost:9/',
  ])('does not go to %s unless its host was named', async (address) => {
    const send = createOutbound({ privateHosts: new Set() });
    const kind = await troubleOf(send({ ...bounds, url: new URL(address) }));
    expect(kind).toBe(address.startsWith('http:') ? 'not-encrypted' : 'private-address');
  });

  it('says so when nobody knows the name', async () => {
    const send = createOutbound({ privateHosts: new Set(['other.lan']) });
    expect(await troubleOf(send({ ...bounds, url: new URL('https://does-not-exist.invalid/') }))).toBe('unknown-host');
  });

  it('follows no redirect', async () => {
    const seen: string[] = [];
    const target = await listen((request, response) => {
      seen.push(request.url ?? '');
      response.end('secret');
    });
    const url = await listen((_request, response) => response.writeHead(302, { location: target.href }).end());
    expect((await allowing(url, target)({ ...bounds, url })).status).toBe(302);
    expect(seen).toEqual([]);
  });

  it.each<[string, RequestListener, Partial<OutboundRequest>, string]>([
    [
      'an announced size',
      (_, r) => r.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000)),
      {},
      'too-large',
    ],
    [
      'a size that only shows',
      (_, r) => {
        r.write('x'.repeat(900));
        r.end('x'.repeat(900));
      },
      {},
      'too-large',
    ],
    ['silence', () => {}, { limitMilliseconds: 50 }, 'too-slow'],
    [
      'an answer that drips',
      (_, r) => {
        r.write('{');
      },
      { limitMilliseconds: 50 },
      'too-slow',
    ],
    [
      'half an answer',
      (_, r) => {
        r.writeHead(200, { 'content-length': '10' });
        r.write('half');
        setTimeout(() => r.destroy(), 10);
      },
      {},
      'unreachable',
    ],
    ['a broken connection', (q) => q.socket.destroy(), {}, 'unreachable'],
  ])('ends at %s', async (_, answer, change, kind) => {
    const url = await listen(answer);
    expect(await troubleOf(allowing(url)({ ...bounds, url, ...change }))).toBe(kind);
  });

  it('stops when it is told to', async () => {
    const url = await listen(() => {});
    const stop = new AbortController();
    const sent = allowing(url)({ ...bounds, url, signal: stop.signal });
    stop.abort();
    expect(await troubleOf(sent)).toBe('aborted');
  });

  it('has neither address nor secret in what it says went wrong', async () => {
    const url = new URL('http://127.0.0.1:9/tickets?token=hush');
    const error = await allowing(url)({ ...bounds, url, headers: { authorization: 'hush' } }).catch(String);
    expect(error).toMatch(/did not answer/);
    expect(error).not.toMatch(/hush|127/);
  });
});

describe('which addresses are public', () => {
  it.each([
    ['93.184.216.34', true],
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['172.15.255.255', true],
    ['172.16.0.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['::ffff:8.8.8.8', false],
    ['not an address', false],
  ])('%s: %s', (address, expected) => expect(isPublicAddress(address)).toBe(expected));
});

describe('hosts that an administrator names', () => {
  it('are read with and without ports, and anything else is refused', () => {
    expect([...readPrivateHosts({ RAPPORT_PRIVATE_HOSTS: ' rt.lan, Desk.lan:8080 ,[fd00::1]:90 ' })]).toEqual([
      'rt.lan',
      'desk.lan:8080',
      '[fd00::1]:90',
    ]);
    expect([...readPrivateHosts({})]).toEqual([]);
    for (const wrong of ['http://rt.lan', 'rt.lan/path', 'a b']) {
      expect(() => readPrivateHosts({ RAPPORT_PRIVATE_HOSTS: wrong })).toThrow(/is no host/);
    }
  });
});

it('reads when to come back, in seconds or as a moment', () => {
  const now = new Date('2026-03-02T10:00:00Z');
  expect(readRetryAfter('7', now)).toBe(7);
  expect(readRetryAfter('Mon, 02 Mar 2026 10:01:00 GMT', now)).toBe(60);
  expect(readRetryAfter('Mon, 02 Mar 2026 09:00:00 GMT', now)).toBe(0);
  expect([readRetryAfter(undefined, now), readRetryAfter('soon', now)]).toEqual([null, null]);
});
