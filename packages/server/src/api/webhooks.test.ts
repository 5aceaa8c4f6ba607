import type { WebhookCall, WebhookReceiver } from '@rapport/contract';
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

  describe('as its page shows it', () => {
    const [, libredesk] = webhookCases;
    if (libredesk === undefined) throw new Error('no case');
    const ask = (method: 'GET' | 'POST' | 'DELETE', { id }: WebhookReceiver, path = '', payload?: object) =>
      http.inject({
        ...{ method, url: `/api/v1/webhook-receivers/${id}${path}`, headers: { host: 'localhost:80' } },
        ...(payload === undefined ? {} : { payload }),
      });
    const verdicts = async (receiver: WebhookReceiver): Promise<string[]> =>
      (await ask('GET', receiver, '/calls')).json<{ calls: WebhookCall[] }>().calls.map(({ verdict }) => verdict);
    const tell = (receiver: WebhookReceiver, raw: string, secret = 'a-signing-secret') =>
      send(receiver.path, raw, libredesk.sign(raw, secret, now));

    it('tells of each call what became of it, the last first, and keeps fifty of them', async () => {
      const { receiver } = await open('libredesk', 'a-signing-secret');
      const raw = JSON.stringify({ ...libredesk.events[0]?.body, note: 'of calls' });
      await tell(receiver, raw);
      await tell(receiver, raw);
      await tell(receiver, raw, 'another-secret');
      await send(receiver.path, raw, {});
      await tell(receiver, '{"event":"ping"}');
      expect((await tell(receiver, 'no JSON')).statusCode).toBe(400);
      expect(await verdicts(receiver)).toEqual([
        'unreadable',
        'nothing-to-keep',
        'unsigned',
        'wrong',
        'known',
        'stored',
      ]);
      for (let n = 0; n < 60; n++) await send(receiver.path, raw, {});
      expect(new Set(await verdicts(receiver))).toEqual(new Set(['unsigned']));
      expect(await verdicts(receiver)).toHaveLength(50);
    });

    it('takes nothing while it is paused, and says so to the helpdesk alone', async () => {
      const { receiver } = await open('libredesk', 'a-signing-secret');
      expect((await ask('POST', receiver, '/state', { state: 'paused' })).json()).toMatchObject({ state: 'paused' });
      const raw = JSON.stringify({ ...libredesk.events[0]?.body, note: 'of a pause' });
      const before = await arrivals();
      expect((await tell(receiver, raw)).statusCode).toBe(503);
      expect((await tell(receiver, raw, 'another-secret')).statusCode).toBe(401);
      expect(await arrivals()).toBe(before);
      await ask('POST', receiver, '/state', { state: 'on' });
      expect((await tell(receiver, raw)).statusCode).toBe(202);
      expect(await verdicts(receiver)).toEqual(['stored', 'wrong', 'paused']);
    });

    it('opens to another secret from the moment it is changed, and no longer to the one before', async () => {
      const { receiver } = await open('libredesk', 'a-signing-secret');
      const { secret } = (await ask('POST', receiver, '/secret', {})).json<{ secret: string }>();
      const raw = JSON.stringify({ ...libredesk.events[0]?.body, note: 'of a secret' });
      expect((await tell(receiver, raw)).statusCode).toBe(401);
      expect((await tell(receiver, raw, secret)).statusCode).toBe(202);
      const own = await ask('POST', receiver, '/secret', { secret: 'made-in-the-helpdesk' });
      expect(own.json()).toMatchObject({ secret: null });
      expect((await tell(receiver, `${raw} `, 'made-in-the-helpdesk')).statusCode).toBe(202);
    });

    it('writes into the log who made, changed and closed it, and no secret', async () => {
      const { receiver } = await open('libredesk', 'a-signing-secret');
      await ask('POST', receiver, '/secret', { secret: 'another-one-of-mine' });
      expect((await ask('DELETE', receiver)).json()).toEqual({ removed: true });
      const entries = await inWorkspace(app.store, firstWorkspace, (db) =>
        db
          .selectFrom('audit_entries')
          .select(['what', 'detail'])
          .where('object', '=', receiver.id)
          .orderBy('number')
          .execute(),
      );
      expect(entries.map(({ what }) => what)).toEqual(['receiver-made', 'receiver-changed', 'receiver-removed']);
      expect(JSON.stringify(entries)).not.toMatch(/another-one|a-signing/);
      expect((await ask('GET', receiver, '/calls')).statusCode).toBe(404);
    });
  });

  describe('of a helpdesk that signs nothing', () => {
    const far = '2999-01-01T00:00:00.000Z';
    const connect = (kind: string) =>
      inWorkspace(app.store, firstWorkspace, async (db) => {
        await sql`INSERT INTO connections (workspace_id, kind, name, source, address, settings, state, cursor, next_at)
          VALUES (${firstWorkspace}, ${kind}, 'Shop', ${kind}, 'https://shop.example', '{}', 'running',
            ${JSON.stringify({ lookAt: far })}, ${far})`.execute(db);
      });
    const rung = (kind: string) =>
      inWorkspace(app.store, firstWorkspace, async (db) => {
        const { rows } = await sql<{ at: Date | null; next: Date }>`
          SELECT rung_at AS at, next_at AS next FROM connections WHERE kind = ${kind}`.execute(db);
        return rows[0];
      });
    const ring = (receiver: WebhookReceiver, secret?: string) =>
      send(receiver.path, '{"ticket":"1001"}', secret === undefined ? {} : { 'x-rapport-secret': secret });

    it('is given no address before it is connected', async () => {
      const payload = { kind: 'freshdesk', source: 'freshdesk' };
      const answer = await http.inject({ method: 'POST', url: '/api/v1/webhook-receivers', headers: json, payload });
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain('Connect the helpdesk first');
    });

    it.each(['freshdesk', 'request-tracker'])(
      '%s rings with its secret, and nothing of what it says is kept',
      async (kind) => {
        await connect(kind);
        const { receiver, secret } = await open(kind);
        expect(receiver).toMatchObject({ brings: 'ring', secretFrom: 'either' });
        const before = await arrivals();
        const unknown = await send('/api/v1/webhooks/1-000000000000000000000000', '{"ticket":"1001"}', {});
        for (const refused of [await ring(receiver), await ring(receiver, 'not-the-secret')]) {
          expect([refused.statusCode, refused.body]).toEqual([401, unknown.body]);
        }
        expect((await rung(kind))?.at).toBeNull();
        expect((await ring(receiver, secret ?? '')).statusCode).toBe(202);
        expect(await rung(kind)).toEqual({ at: now, next: new Date(Date.parse(far) - 45_000) });
        expect((await ring(receiver, secret ?? '')).statusCode).toBe(202);
        await inWorkspace(app.store, firstWorkspace, (db) =>
          sql`DELETE FROM connections WHERE kind = ${kind}`.execute(db),
        );
        expect((await ring(receiver, secret ?? '')).statusCode).toBe(202);
        const calls = await http.inject({ url: `/api/v1/webhook-receivers/${receiver.id}/calls`, headers: json });
        expect(calls.json<{ calls: WebhookCall[] }>().calls.map(({ verdict }) => verdict)).toEqual([
          ...['nobody-looks', 'rang-already', 'rang', 'wrong', 'unsigned'],
        ]);
        expect(await arrivals()).toBe(before);
      },
    );

    it('is asked to wait when it rings more than twice a second', async () => {
      await connect('freshdesk');
      const { receiver, secret } = await open('freshdesk');
      const answers: number[] = [];
      for (let n = 0; n < 121; n++) answers.push((await ring(receiver, secret ?? '')).statusCode);
      expect(new Set(answers.slice(0, 120))).toEqual(new Set([202]));
      const late = await ring(receiver, secret ?? '');
      expect([late.statusCode, Number(late.headers['retry-after'])]).toEqual([429, 30]);
    });
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
