import type { WebhookReceiver } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApp, startLiveApp } from '../arrivals/live-app.fixture.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { webhookCases } from '../webhooks/webhook-events.fixture.ts';

let app: LiveApp;
let http: LiveApp['http'];
const now = new Date('2026-03-02T10:00:00Z');
beforeAll(async () => {
  app = await startLiveApp('webhooks');
  http = await app.rebuild({ now: () => now });
});
afterAll(() => app?.end());

const json = { host: 'localhost:80', 'content-type': 'application/json' };

async function open(kind: string, secret?: string): Promise<{ receiver: WebhookReceiver; secret: string | null }> {
  const payload = JSON.stringify({ kind, source: kind, ...(secret === undefined ? {} : { secret }) });
  return (await http.inject({ method: 'POST', url: '/api/v1/webhook-receivers', headers: json, payload })).json();
}

const send = (url: string, payload: string, headers: Record<string, string>) =>
  http.inject({ method: 'POST', url, headers: { ...json, ...headers }, payload });

const arrivals = () =>
  inWorkspace(app.store, firstWorkspace, async (db) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM arrivals`.execute(db);
    return rows[0]?.n ?? 0;
  });

describe('a webhook', () => {
  it.each(webhookCases)('of $kind is received with its signature, once however often it comes', async (one) => {
    const { receiver } = await open(one.kind, 'a-signing-secret');
    const raw = JSON.stringify(one.events[1]?.body);
    const headers = { ...one.events[1]?.headers, ...one.sign(raw, 'a-signing-secret', now) };
    const before = await arrivals();
    for (let time = 0; time < 2; time++) {
      expect((await send(receiver.path, raw, headers)).statusCode).toBe(202);
    }
    expect(await arrivals()).toBe(before + 1);
  });

  it.each(webhookCases)('of $kind is refused like an unknown address when its signature is not good', async (one) => {
    const { receiver } = await open(one.kind, 'a-signing-secret');
    const raw = JSON.stringify(one.events[1]?.body);
    const kinds = one.events[1]?.headers ?? {};
    const before = await arrivals();
    const answers = [
      await send('/api/v1/webhooks/1-000000000000000000000000', raw, one.sign(raw, 'a-signing-secret', now)),
      await send('/api/v1/webhooks/77-000000000000000000000000', raw, {}),
      await send('/api/v1/webhooks/none', raw, {}),
      await send(receiver.path, raw, kinds),
      await send(receiver.path, raw, { ...kinds, ...one.sign(raw, 'another-secret', now) }),
      await send(receiver.path, `${raw} `, { ...kinds, ...one.sign(raw, 'a-signing-secret', now) }),
    ];
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await arrivals()).toBe(before);
  });

  it.each(webhookCases.filter(({ kind }) => kind === 'chatwoot' || kind === 'zendesk'))(
    'of $kind is refused when it was signed long ago',
    async (one) => {
      const { receiver } = await open(one.kind, 'a-signing-secret');
      const raw = JSON.stringify(one.events[1]?.body);
      const early = new Date(now.getTime() - 301_000);
      expect((await send(receiver.path, raw, one.sign(raw, 'a-signing-secret', early))).statusCode).toBe(401);
    },
  );

  it('makes up a secret where none is given, shows it once and stores it sealed', async () => {
    const { receiver, secret } = await open('libredesk');
    expect(secret).toMatch(/^[0-9a-f]{48}$/);
    const listed = await http.inject({ method: 'GET', url: '/api/v1/webhook-receivers', headers: json });
    expect(listed.body).toContain(receiver.path);
    expect(listed.body).not.toContain(secret ?? 'none');
    const stored = await inWorkspace(app.store, firstWorkspace, async (db) =>
      db.selectFrom('webhook_receivers').select('sealed_secret').execute(),
    );
    expect(JSON.stringify(stored)).not.toContain(secret ?? 'none');
  });

  it('ends in a scored conversation', { timeout: 30_000 }, async () => {
    const [, one] = webhookCases;
    if (one === undefined) throw new Error('no case');
    const { receiver } = await open(one.kind, 'a-signing-secret');
    for (const { body } of one.events) {
      const raw = JSON.stringify(body);
      await send(receiver.path, raw, one.sign(raw, 'a-signing-secret', now));
    }
    await app.until(() =>
      inWorkspace(app.store, firstWorkspace, async (db) => {
        const { rows } = await sql<{ status: string; scored: boolean }>`
          SELECT status, NOT needs_scoring AS scored FROM conversations WHERE source = 'libredesk'`.execute(db);
        return rows[0]?.status === 'Resolved' && rows[0].scored;
      }),
    );
    expect(await app.broken()).toEqual([]);
  });
});
