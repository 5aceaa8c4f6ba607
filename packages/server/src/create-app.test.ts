import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allEndpoints, problem } from '@rapport/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localPerson } from './api/permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './api/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('doors', keepImports);
});
afterAll(() => app.end());

/** What comes back on a plain connection until it closes. */
async function sendBytes(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

const view = { name: 'Mine', filter: {} };

describe('who is let in', () => {
  it('refuses a Host that was not told to it, whatever the address', async () => {
    for (const url of ['/api/v1/status', '/', '/api/openapi.json']) {
      const answer = await app.http.inject({ url, headers: { host: 'evil.example' } });
      expect(answer.statusCode).toBe(403);
      expect(problem.parse(answer.json()).code).toBe('not-allowed');
    }
    expect((await app.http.inject({ url: '/api/v1/status', headers: { host: 'localhost:9999' } })).statusCode).toBe(
      403,
    );
  });

  it('refuses a write that another site asked the browser for', async () => {
    let sent = 0;
    const send = (headers: Record<string, string>) =>
      app.http.inject({ method: 'POST', url: '/api/v1/views', headers, payload: { ...view, name: `Mine ${sent++}` } });
    expect((await send({ origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await send({ origin: 'null' })).statusCode).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await send({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
    expect((await send({ origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    // A program without a browser sends neither.
    expect((await send({})).statusCode).toBe(201);
  });

  it('never answers to another origin: no CORS header, no preflight', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const preflight = await app.http.inject({ method: 'OPTIONS', url: '/api/v1/views', headers });
    expect(preflight.statusCode).toBe(404);
    const read = await app.http.inject({ url: '/api/v1/status', headers });
    for (const answer of [preflight, read]) expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('asks every endpoint for its rule: who may only read changes nothing', async () => {
    const http = await app.rebuild({
      personOf: () => ({ ...localPerson, role: 'agent', holds: ['anyone', 'reader'] }),
    });
    expect((await http.inject('/api/v1/status')).statusCode).toBe(200);
    for (const endpoint of Object.values(allEndpoints).filter(({ access }) => !['anyone', 'reader'].includes(access))) {
      const url = endpoint.path.replace(/:\w+/g, '1');
      const answer = await http.inject({ method: endpoint.method, url, payload: {} });
      expect(answer.statusCode, endpoint.name).toBe(403);
    }
  });

  it('slows down a loop gone wild with 429 and the time to wait', async () => {
    const http = await app.rebuild({ requestsPerMinute: 2 });
    await http.inject('/api/v1/views');
    await http.inject('/api/v1/views');
    const third = await http.inject('/api/v1/views');
    expect(third.statusCode).toBe(429);
    expect(problem.parse(third.json()).code).toBe('too-many-requests');
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('what every answer tells the browser', () => {
  it('carries the content security policy word for word, on pages, API and errors', async () => {
    for (const url of ['/api', '/api/v1/status', '/api/v1/nothing']) {
      const { headers } = await app.http.inject(url);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self' 'wasm-unsafe-eval';style-src 'self';font-src 'self';connect-src 'self';" +
          "worker-src 'self';img-src 'self' data:;base-uri 'none';form-action 'self';frame-ancestors 'none'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['strict-transport-security']).toBeUndefined();
    }
    expect((await app.http.inject('/api/v1/status')).headers['cache-control']).toBe('no-store');
  });

  it('asks for TLS to stay behind a proxy that ends it', async () => {
    const http = await app.rebuild({ https: true });
    expect((await http.inject('/api')).headers['strict-transport-security']).toContain('max-age');
  });
});

describe('what goes wrong', () => {
  it('names each part of a request that does not fit', async () => {
    const answer = await app.http.inject({ url: '/api/v1/conversations?channel=pigeon&limit=0' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const told = problem.parse(answer.json());
    expect(told.errors?.map(({ path }) => path)).toEqual(['query.channel', 'query.limit']);
    expect(told.wayOut).toContain('/api');
  });

  it('answers bad JSON, poisoned JSON, a foreign type and a too large body without a stack', async () => {
    const send = (payload: string, type = 'application/json') =>
      app.http.inject({ method: 'POST', url: '/api/v1/views', headers: { 'content-type': type }, payload });
    expect((await send('{"name":')).statusCode).toBe(400);
    expect((await send('{"__proto__":{"x":1},"name":"a","filter":{}}')).statusCode).toBe(400);
    expect((await send('<x/>', 'text/xml')).json()).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await send('x', 'application/octet-stream')).json()).toMatchObject({ code: 'bad-request' });
    const large = await send(JSON.stringify({ ...view, pad: 'x'.repeat(2 ** 20) }));
    expect(large.statusCode).toBe(413);
    for (const answer of [large, await send('{')]) expect(answer.body).not.toMatch(/node_modules|\bat \w+ \(|\.ts:/);
  });

  it('answers what cannot be stored, and pages that no list ever had, without asking the database', async () => {
    const at = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const pages = [
      'x',
      at(['newest', '2026-02-30 00:00:00+00', 1]),
      at(['newest', '----------', 1]),
      at(['newest', '2026-01-01 00:00:00+99', 1]),
    ];
    for (const query of ['search=%00', 'search=a%00b', ...pages.map((page) => `after=${page}`)]) {
      const answer = await app.http.inject(`/api/v1/conversations?${query}`);
      expect(answer.statusCode, query).toBe(400);
      expect(problem.parse(answer.json()).code).toBe('bad-request');
    }
    for (const name of ['nul \0', 'half \ud800']) {
      const answer = await app.http.inject({ method: 'POST', url: '/api/v1/views', payload: { name, filter: {} } });
      expect(answer.statusCode, name).toBe(400);
      expect(problem.parse(answer.json()).errors?.[0]?.path).toBe('body.name');
    }
  });

  it('answers addresses and bytes that never become a request with problem details too', async () => {
    const undecodable = await app.http.inject('/api/v1/conversations/%E0%A4%A');
    expect(undecodable.statusCode).toBe(400);
    expect(problem.parse(undecodable.json()).code).toBe('bad-request');

    const http = await app.rebuild({});
    const address = new URL(await http.listen({ host: '127.0.0.1', port: 0 }));
    for (const [bytes, status] of [
      ['NONSENSE\r\n\r\n', 400],
      [`GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ] as const) {
      const answer = await sendBytes(Number(address.port), bytes);
      expect(answer).toContain(`HTTP/1.1 ${status} `);
      expect(answer).toContain('application/problem+json');
      expect(problem.parse(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).status).toBe(status);
    }
  });

  it('tells of its own faults nothing but that they happened, and logs where', async () => {
    const store = {
      db: {
        transaction: () => {
          throw new Error('secret words of a customer at /root/x');
        },
      } as unknown as typeof app.store.db, // broken on purpose
    };
    const http = await app.rebuild({ store });
    const answer = await http.inject('/api/v1/status');
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: 'internal', title: 'Something went wrong in Rapport' });
    expect(answer.body).not.toContain('secret');
    expect(app.logged.some((line) => line.includes('"route":"/api/v1/status"') && line.includes('stack'))).toBe(true);
  });

  it('says that the database is away with 503', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const store = {
      db: { transaction: () => ({ execute: () => Promise.reject(refused) }) } as unknown as typeof app.store.db,
    };
    const answer = await (await app.rebuild({ store, personOf: () => localPerson })).inject('/api/v1/focus');
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it('never logs what somebody searched for', async () => {
    await app.http.inject('/api/v1/conversations?q=my%20secret%20word');
    await app.http.inject('/api/v1/conversations?q=my%20secret%20word&limit=0');
    expect(app.logged.join('')).not.toContain('secret%20word');
    expect(app.logged.join('')).not.toContain('my secret word');
  });
});

describe('pages', () => {
  it('serves index.html for every page address, hashed files for ever, and 404 for a missing file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Rapport</title>');
    await writeFile(join(folder, 'assets', 'index-a1b2.js'), 'export {};');
    const http = await app.rebuild({ webFolder: folder });
    for (const url of ['/', '/focus', '/conversations/12?quality=empathy']) {
      const page = await http.inject(url);
      expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(page.body).toContain('<title>Rapport');
    }
    const script = await http.inject('/assets/index-a1b2.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await http.inject('/assets/gone.js')).json()).toMatchObject({ code: 'not-found' });
    expect((await http.inject('/api/v1/gone')).json()).toMatchObject({ code: 'not-found' });
    expect((await http.inject('/../package.json')).statusCode).not.toBe(200);
    expect((await http.inject({ method: 'POST', url: '/focus' })).statusCode).toBe(404);
    await rm(folder, { recursive: true });
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with every endpoint, its parameters and its rule', async () => {
    const described = (await app.http.inject('/api/openapi.json')).json();
    expect(described.openapi).toBe('3.1.0');
    for (const endpoint of Object.values(allEndpoints)) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      const operation = described.paths[path][endpoint.method.toLowerCase()];
      expect(operation).toMatchObject({ operationId: endpoint.name, 'x-access': endpoint.access });
      const inPath = operation.parameters.filter((one: { in: string }) => one.in === 'path');
      expect(inPath.map((one: { name: string }) => one.name)).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, n]) => n),
      );
      expect(Object.keys(operation.responses)).toEqual([String(endpoint.status ?? 200), 'default']);
    }
    const text = JSON.stringify(described);
    expect(text).not.toContain('"$schema"');
    expect([...text.matchAll(/"\$ref":"([^"]+)"/g)].every(([, ref]) => ref === '#/components/schemas/Problem')).toBe(
      true,
    );
  });

  it('is a readable page without a script, every text escaped', async () => {
    const page = await app.http.inject('/api');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('listConversations');
    expect(page.body).not.toMatch(/<script|style=|onclick/);
    expect((await app.http.inject('/api/reference.css')).headers['content-type']).toContain('text/css');
  });
});

describe('text from outside', () => {
  it('comes back as text in JSON, whatever it would do in a page', async () => {
    const payload = '<img src=x onerror="alert(1)"></script><script>alert(2)</script>';
    const [id] = await saveScored(app.store, [
      conversationOf(
        'xss',
        [
          [payload, `Hi ${payload}`],
          [`Agent:${payload}`, payload],
        ],
        { subject: payload, customer: payload },
      ),
    ]);
    for (const url of [`/api/v1/conversations/${id}`, '/api/v1/conversations']) {
      const answer = await app.http.inject(url);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
    const detail = (await app.http.inject(`/api/v1/conversations/${id}`)).json();
    expect(detail).toMatchObject({ subject: payload, customer: payload });
    expect(detail.messages[0].text).toBe(`Hi ${payload}`);
    const table = await app.http.inject('/api/v1/exports/conversations');
    expect(table.headers['content-disposition']).toBe('attachment; filename="rapport-conversations.csv"');
  });
});
