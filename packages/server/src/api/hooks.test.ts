import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hook, HookDelivery } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApp, startLiveApp } from '../arrivals/live-app.fixture.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { noteFor, savePreference } from '../store/notices.ts';

interface Got {
  headers: Record<string, unknown>;
  body: string;
}

let app: LiveApp;
let server: Server;
let url = '';
let status = 200;
const got: Got[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // of a listening server
  url = `http://${host}/news`;
  app = await startLiveApp('hooks', { RAPPORT_PRIVATE_HOSTS: host });
});
afterAll(async () => {
  await app?.end();
  server?.closeAllConnections();
  server?.close();
});

const ask = async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
  const headers = { host: 'localhost:80', ...(body ? { 'content-type': 'application/json' } : {}) };
  const answer = await app.http.inject({ method, url: path, headers, ...(body ? { payload: body } : {}) });
  return answer.json<T>();
};
const open = (address = url) =>
  ask<{ hook: Hook; secret: string }>('POST', '/api/v1/hooks', { url: address, events: ['conversations.scored'] });
const deliveriesOf = async (id: string) =>
  (await ask<{ deliveries: HookDelivery[] }>('GET', `/api/v1/hooks/${id}/deliveries`)).deliveries;

describe('news that goes out', () => {
  it('tells what was scored, signed, with ids and numbers and no word of the conversation', {
    timeout: 60_000,
  }, async () => {
    const { hook, secret } = await open();
    const text = 'My lamp broke and I am upset';
    await ask('POST', '/api/v1/conversations', {
      id: 'h1',
      messages: [
        { id: '1', at: '2026-01-05T10:00:00Z', role: 'customer', author: 'Ann Weller', text },
        { id: '2', at: '2026-01-05T10:01:00Z', role: 'agent', author: 'Ben Hale', text: 'I am sorry about that lamp' },
      ],
    });
    await app.until(async () => got.length === 1, 40_000);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    const expected = createHmac('sha256', secret).update(`${headers['x-rapport-timestamp']}.${body}`).digest('hex');
    expect(headers['x-rapport-signature']).toBe(`sha256=${expected}`);
    expect(JSON.parse(body)).toMatchObject({
      event: 'conversations.scored',
      data: { conversations: [{ sourceId: 'h1', assessments: [{ scores: expect.any(Array) }] }] },
    });
    expect(body).not.toMatch(/lamp|Weller|Hale/);
    await app.until(async () => (await deliveriesOf(hook.id))[0]?.state === 'delivered');
  });

  it('is signed with another secret once that is changed', { timeout: 30_000 }, async () => {
    const { hook, secret: first } = await open();
    const { secret } = await ask<{ secret: string }>('POST', `/api/v1/hooks/${hook.id}/secret`, {});
    expect(secret).not.toBe(first);
    got.length = 0;
    await ask('POST', `/api/v1/hooks/${hook.id}/test`);
    await app.until(async () => got.length === 1);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    const expected = createHmac('sha256', secret).update(`${headers['x-rapport-timestamp']}.${body}`).digest('hex');
    expect(headers['x-rapport-signature']).toBe(`sha256=${expected}`);
    const own = await ask('POST', `/api/v1/hooks/${hook.id}/secret`, { secret: 'a-secret-of-my-own' });
    expect(own).toMatchObject({ secret: null });
  });

  it('is tried again when it does not arrive, and an address that fails for long is switched off', {
    timeout: 60_000,
  }, async () => {
    status = 503;
    const { hook } = await open();
    await inWorkspace(app.store, firstWorkspace, (db) => sql`UPDATE hooks SET failures = 24`.execute(db));
    await ask('POST', `/api/v1/hooks/${hook.id}/test`);
    await app.until(async () => (await deliveriesOf(hook.id))[0]?.status === 503);
    expect(await deliveriesOf(hook.id)).toMatchObject([{ state: 'waiting', tries: 1, event: 'hook.test' }]);
    await app.until(async () => {
      const { hooks } = await ask<{ hooks: Hook[] }>('GET', '/api/v1/hooks');
      return hooks.find(({ id }) => id === hook.id)?.state === 'off';
    });
    status = 200;
    const on = await ask<Hook>('POST', `/api/v1/hooks/${hook.id}/state`, { state: 'on' });
    expect(on).toMatchObject({ state: 'on', failures: 0, reason: null });
    await inWorkspace(app.store, firstWorkspace, (db) => sql`UPDATE hook_deliveries SET next_at = now()`.execute(db));
    await app.until(async () => (await deliveriesOf(hook.id))[0]?.state === 'delivered');
  });

  it('goes to no address with a password in it, which the log and the list would show', async () => {
    const body = { url: 'https://ann:secret@news.example.org/x', events: ['hook.test'] };
    expect(await ask('POST', '/api/v1/hooks', body)).toMatchObject({ status: 400, code: 'bad-request' });
    const { hooks } = await ask<{ hooks: Hook[] }>('GET', '/api/v1/hooks');
    expect(JSON.stringify(hooks)).not.toContain('secret@');
  });

  it('goes to no private network that was not named', { timeout: 30_000 }, async () => {
    const { hook } = await open('https://10.1.2.3/news');
    await ask('POST', `/api/v1/hooks/${hook.id}/test`);
    await app.until(async () => /private network/.test((await deliveriesOf(hook.id))[0]?.trouble ?? ''));
  });

  // The last one here: from the first account on, nobody reads this server without one.
  it('tells that members were told something, by ids alone, and names nobody who wants no such notice', {
    timeout: 30_000,
  }, async () => {
    const made = { url, events: ['notice.made'] };
    const { secret } = await ask<{ hook: Hook; secret: string }>('POST', '/api/v1/hooks', made);
    got.length = 0;
    await inWorkspace(app.store, firstWorkspace, async (db) => {
      for (const id of ['cy', 'dee']) {
        await sql`INSERT INTO users (id, home_workspace, name, email)
          VALUES (${id}, ${firstWorkspace}, 'Cyra Doe', ${`${id}@example.org`})`.execute(db);
        await sql`INSERT INTO members (workspace_id, user_id, role)
          VALUES (${firstWorkspace}, ${id}, 'reviewer')`.execute(db);
      }
      await savePreference(db, firstWorkspace, 'dee', { rhythm: 'daily', kinds: [] });
      for (const user of ['dee', 'cy']) {
        await noteFor(db, firstWorkspace, { kind: 'review-assigned', object: '7', readers: { user } });
      }
    });
    await app.until(async () => got.length > 0);
    expect(got).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    expect(JSON.parse(body)).toMatchObject({
      event: 'notice.made',
      data: { kind: 'review-assigned', object: '7', memberIds: ['cy'] },
    });
    expect(body).not.toMatch(/Cyra|example|dee/);
    const expected = createHmac('sha256', secret).update(`${headers['x-rapport-timestamp']}.${body}`).digest('hex');
    expect(headers['x-rapport-signature']).toBe(`sha256=${expected}`);
    const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
      sql`SELECT state FROM hook_deliveries WHERE event = 'notice.made'`.execute(db),
    );
    expect(rows).toHaveLength(1);
  });
});
