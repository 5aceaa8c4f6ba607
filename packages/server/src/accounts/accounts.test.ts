/** Accounts: the first owner, roles, keys of programs, what agents are told, and that the log can be trusted. */
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepImports, startTestApp, type TestApp } from '../api/test-app.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { accountChecks } from '../store/verify/accounts.ts';
import { type Browser, openBrowser, tokenOf } from './browser.fixture.ts';
import { join, me, password } from './people-with-accounts.fixture.ts';

let app: TestApp;
let http: FastifyInstance;
let admin: Client;
let clock: Date;
let olga: Browser;

beforeAll(async () => {
  app = await startTestApp('accounts', keepImports);
  clock = new Date();
  http = await app.rebuild({ now: () => clock });
  admin = new Client(app.database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await app?.end();
});

describe('a server that nobody has an account on', () => {
  it('knows the person at this machine, with every right and no account', async () => {
    const browser = openBrowser(http);
    expect(await me(browser)).toMatchObject({
      ...{ mode: 'local', person: { id: 'local', role: 'owner' }, signInRefused: null, singleSignOn: null },
    });
    expect((await browser.get('/api/v1/status')).statusCode).toBe(200);
    expect((await browser.get('/api/v1/me/sessions')).json().code).toBe('conflict');
  });

  it('takes nobody for that person who comes through a proxy', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    expect((await http.inject({ url: '/api/v1/status', headers })).statusCode).toBe(401);
  });

  it('answers 401 with the way to the owner’s link as soon as others can reach it', async () => {
    const wanted = await app.rebuild({
      accountSettings: { wanted: true, publicUrl: undefined, secret: 'x'.repeat(40), singleSignOn: null },
    });
    const answer = await wanted.inject('/api/v1/status');
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'not-signed-in']);
    expect(answer.json().wayOut).toContain('rapport owner');
    expect((await wanted.inject('/api/v1/me')).json()).toMatchObject({ mode: 'needs-owner', person: null });
    expect((await wanted.inject({ method: 'POST', url: '/api/v1/links/owner' })).statusCode).toBe(401);
  });

  it('makes the owner by a link that works once, within a day', async () => {
    const browser = openBrowser(http);
    const make = async () => tokenOf((await browser.send('POST', '/api/v1/links/owner')).json().link);
    const [token, late] = [await make(), await make()];
    expect((await browser.send('POST', '/api/v1/links/open', { token })).json()).toMatchObject({ kind: 'owner' });
    const short = { token, name: 'Olga', email: 'Olga@Example.org', password: 'short' };
    const refused = await browser.send('POST', '/api/v1/links/take', short);
    expect([refused.statusCode, refused.json().errors[0].message]).toEqual([
      400,
      expect.stringContaining('at least 12'),
    ]);
    const taken = await browser.send('POST', '/api/v1/links/take', { ...short, password });
    expect([taken.statusCode, taken.json()]).toEqual([200, { state: 'signed-in' }]);
    expect(await me(browser)).toMatchObject({ mode: 'accounts', person: { name: 'Olga', email: 'olga@example.org' } });
    const again = await openBrowser(http).send('POST', '/api/v1/links/take', { ...short, email: 'b@b.org', password });
    expect(again.statusCode).toBe(404);
    clock = new Date(clock.getTime() + 25 * 3_600_000);
    expect((await browser.send('POST', '/api/v1/links/open', { token: late })).statusCode).toBe(404);
    olga = browser;
  });

  it('from then on lets nobody in without a session or a key', async () => {
    for (const url of ['/api/v1/status', '/api/v1/conversations', '/api/v1/members']) {
      expect((await openBrowser(http).get(url)).statusCode, url).toBe(401);
      expect((await olga.get(url)).statusCode, url).toBe(200);
    }
  });
});

describe('roles', () => {
  it('never lose the last owner, and only owners make or unmake one', async () => {
    const { id } = (await me(olga)).person;
    expect((await olga.send('PATCH', `/api/v1/members/${id}`, { role: 'admin' })).json().code).toBe('conflict');
    expect((await olga.send('DELETE', `/api/v1/members/${id}`)).json().code).toBe('conflict');
    const tom = await join(http, olga, 'tom@example.org', 'admin');
    for (const answer of [
      await tom.send('PATCH', `/api/v1/members/${(await me(tom)).person.id}`, { role: 'owner' }),
      await tom.send('PATCH', `/api/v1/members/${id}`, { role: 'agent' }),
      await tom.send('POST', '/api/v1/invitations', { email: 'x@example.org', role: 'owner' }),
      await tom.send('POST', `/api/v1/members/${id}/password-link`),
      await tom.send('DELETE', `/api/v1/members/${id}`),
    ])
      expect(answer.statusCode, answer.body).toBe(403);
  });

  it('refuse an address that has an account, a link that was cancelled, and a used one', async () => {
    const twice = (await olga.send('POST', '/api/v1/invitations', { email: 'tom@example.org', role: 'agent' })).json();
    const taken = { token: tokenOf(twice.link), name: 'Tom', password };
    expect((await openBrowser(http).send('POST', '/api/v1/links/take', taken)).json().code).toBe('conflict');
    const [{ id }] = (await olga.get('/api/v1/invitations')).json().invitations;
    expect((await olga.send('DELETE', `/api/v1/invitations/${id}`)).statusCode).toBe(200);
    expect((await openBrowser(http).send('POST', '/api/v1/links/take', taken)).statusCode).toBe(404);
  });
});

describe('keys for programs', () => {
  it('are shown once, hashed at rest, and worthless at once when revoked', async () => {
    const made = (await olga.send('POST', '/api/v1/keys', { name: 'Report', scope: 'read' })).json();
    expect(made.key).toMatch(/^rapport_1_[\w-]{43}$/);
    const withKey = (url: string, method: 'GET' | 'POST' = 'GET') =>
      http.inject({ method, url, headers: { authorization: `Bearer ${made.key}` } });
    expect((await withKey('/api/v1/conversations')).statusCode).toBe(200);
    expect((await withKey('/api/v1/me')).json()).toMatchObject({ person: { id: `key:${made.id}`, role: 'key' } });
    expect((await withKey('/api/v1/checks', 'POST')).statusCode).toBe(403);
    expect((await withKey('/api/v1/members')).statusCode).toBe(403);
    const listed = await olga.get('/api/v1/keys');
    expect(listed.body).not.toContain(made.key);
    const dump = await admin.query('SELECT * FROM api_keys');
    expect(JSON.stringify(dump.rows)).not.toContain(made.key.slice(-20));
    expect((await olga.send('DELETE', `/api/v1/keys/${made.id}`)).statusCode).toBe(200);
    expect((await withKey('/api/v1/conversations')).statusCode).toBe(401);
  });
});

describe('agents’ rights', () => {
  it('stay off until all four are filled', async () => {
    const filled = {
      informedOn: '2025-01-31',
      agreement: 'Works council',
      purposes: 'Coaching',
      retention: '180 days',
    };
    const half = await olga.send('PUT', '/api/v1/agents-rights', { ...filled, purposes: ' ', viewsOn: true });
    expect(half.json().code).toBe('conflict');
    const whole = await olga.send('PUT', '/api/v1/agents-rights', { ...filled, viewsOn: true });
    expect(whole.json()).toMatchObject({ viewsOn: true, missing: [], changedBy: 'Olga' });
    expect((await me(olga)).perAgentViews).toBe(true);
    expect((await olga.send('PUT', '/api/v1/agents-rights', { ...filled, viewsOn: false })).json().viewsOn).toBe(false);
  });
});

it('stands in the log, whatever is changed of accounts', async () => {
  const { entries } = (await olga.get('/api/v1/audit')).json();
  const whats = new Set(entries.map(({ what }: { what: string }) => what));
  for (const what of ['owner-made', 'invitation-cancelled', 'key-made', 'key-revoked', 'rights-changed'])
    expect(whats, what).toContain(what);
});

describe('verify', () => {
  const broken = async () => {
    const found = await Promise.all(
      accountChecks.map(async ({ name, find }) => {
        const { violations } = await inWorkspace(app.store, firstWorkspace, (db) => find(db, firstWorkspace));
        return violations.length > 0 ? [name] : [];
      }),
    );
    return found.flat();
  };

  it('proves the chain, and finds an entry that was changed, left out, or forged with a fitting hash of its own', async () => {
    expect(await broken()).toEqual([]);
    for (const [damage, undo] of [
      [
        "UPDATE audit_entries SET what = 'deleted' WHERE number = 3",
        "UPDATE audit_entries SET what = (SELECT 'owner-made') WHERE number = 3",
      ],
      [
        "UPDATE audit_entries SET at = at + interval '1 day' WHERE number = 4",
        "UPDATE audit_entries SET at = at - interval '1 day' WHERE number = 4",
      ],
      [
        'UPDATE audit_entries SET number = 100000 WHERE number = 2',
        'UPDATE audit_entries SET number = 2 WHERE number = 100000',
      ],
    ] as const) {
      await admin.query(damage);
      expect(await broken(), damage).toContain('audit-chain');
      await admin.query(undo);
      expect(await broken(), undo).toEqual([]);
    }
  });

  it('finds a key that was made behind the log', async () => {
    await admin.query(
      "INSERT INTO api_keys (workspace_id, name, prefix, key_hash, scope, made_by) VALUES (1, 'x', 'x', 'x', 'write', 'local')",
    );
    expect(await broken()).toEqual(['changes-in-log']);
    await admin.query("DELETE FROM api_keys WHERE name = 'x'");
  });
});

it('answers one person 600 times a minute, and then says how long to wait', async () => {
  const browser = await join(http, olga, 'nina@example.org', 'reviewer');
  let last = await browser.get('/api/v1/me');
  for (let n = 0; n < 600 && last.statusCode === 200; n++) last = await browser.get('/api/v1/me');
  expect([last.statusCode, last.json().code, Number(last.headers['retry-after']) > 0]).toEqual([
    429,
    'too-many-requests',
    true,
  ]);
  expect((await olga.get('/api/v1/me')).statusCode).toBe(200);
});
