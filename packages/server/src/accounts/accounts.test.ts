import { createOTP } from '@better-auth/utils/otp';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepImports, startTestApp, type TestApp } from '../api/test-app.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { accountChecks } from '../store/verify/accounts.ts';
import { type Browser, openBrowser, tokenOf } from './browser.fixture.ts';
import { openUnknownNotes } from './note-unknown-address.ts';

const password = 'four plain words here';
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

const signIn = async (email: string, words = password): Promise<Browser> => {
  const browser = openBrowser(http);
  const answer = await browser.send('POST', '/api/v1/session', { email, password: words });
  expect(answer.statusCode, answer.body).toBe(200);
  return browser;
};

/** Invites, accepts, and gives back the browser of the new member. */
const join = async (email: string, role: string, teamIds: string[] = []): Promise<Browser> => {
  const invited = await olga.send('POST', '/api/v1/invitations', { email, role, teamIds });
  expect(invited.statusCode, invited.body).toBe(201);
  const browser = openBrowser(http);
  const token = tokenOf(invited.json().link);
  const taken = await browser.send('POST', '/api/v1/links/take', { token, name: email.split('@')[0], password });
  expect(taken.statusCode, taken.body).toBe(200);
  return browser;
};

const me = async (browser: Browser) => (await browser.get('/api/v1/me')).json();

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

describe('a session', () => {
  it('is in a cookie that scripts cannot read, plain on loopback and __Host- over TLS', async () => {
    const plain = await openBrowser(http).send('POST', '/api/v1/session', { email: 'olga@example.org', password });
    expect(plain.headers['set-cookie']).toEqual([expect.stringMatching(/^rapport=.*HttpOnly; SameSite=Lax/)]);
    const publicUrl = 'https://rapport.example.org';
    const hosts = new Set(['localhost:80', 'rapport.example.org']);
    const behindProxy = await app.rebuild({
      allowed: { hosts, origins: new Set([publicUrl, 'http://localhost:80']) },
      accountSettings: { wanted: true, publicUrl, secret: 'y'.repeat(40), singleSignOn: null },
    });
    const browser = openBrowser(behindProxy, publicUrl);
    const safe = await browser.send('POST', '/api/v1/session', { email: 'olga@example.org', password });
    expect(safe.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-rapport=[^;]+; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(JSON.stringify(safe.headers['set-cookie'])).not.toContain('Domain');
    expect((await browser.get('/api/v1/status')).statusCode).toBe(200);
    // Signed with another secret, it opens nothing.
    expect((await openBrowserWith(http, browser.cookies, 'x').get('/api/v1/status')).statusCode).toBe(401);
  });

  it('cannot be begun over plain http from elsewhere; the answer names the way to TLS', async () => {
    const publicUrl = 'http://rapport.lan';
    const open = await app.rebuild({
      allowed: { hosts: new Set(['rapport.lan']), origins: new Set([publicUrl]) },
      accountSettings: { wanted: true, publicUrl, secret: 'z'.repeat(40), singleSignOn: null },
    });
    const browser = openBrowser(open, publicUrl);
    const answer = await browser.send('POST', '/api/v1/session', { email: 'olga@example.org', password });
    expect([answer.statusCode, answer.json().wayOut]).toEqual([403, expect.stringContaining('TLS')]);
    expect((await me(browser)).signInRefused).toContain('TLS');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is stored as a hash that opens nothing', async () => {
    const { rows } = await admin.query<{ token_hash: string }>('SELECT token_hash FROM sessions');
    const held = decodeURIComponent(olga.cookies.get('rapport') ?? '');
    const [token, signature] = [held.slice(0, held.lastIndexOf('.')), held.slice(held.lastIndexOf('.') + 1)];
    expect(rows.length).toBeGreaterThan(0);
    for (const { token_hash } of rows) {
      expect(token_hash).toMatch(/^[0-9a-f]{64}$/);
      const thief = openBrowser(http);
      for (const value of [token_hash, `${token_hash}.${signature}`, token]) {
        thief.cookies.set('rapport', encodeURIComponent(value));
        expect((await thief.get('/api/v1/status')).statusCode).toBe(401);
      }
    }
  });

  it('ends at once on sign-out', async () => {
    const browser = await signIn('olga@example.org');
    const kept = new Map(browser.cookies);
    expect((await browser.send('DELETE', '/api/v1/session')).json()).toEqual({ done: true });
    expect(browser.cookies.has('rapport')).toBe(false);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.get('/api/v1/status')).statusCode).toBe(401);
  });

  it('ends at once everywhere else when the password is changed', async () => {
    const [here, there] = [await signIn('olga@example.org'), await signIn('olga@example.org')];
    const wrong = await here.send('POST', '/api/v1/me/password', { current: 'not this one', next: password });
    expect(wrong.statusCode).toBe(403);
    const next = 'another four plain words';
    expect((await here.send('POST', '/api/v1/me/password', { current: password, next })).statusCode).toBe(200);
    expect((await here.get('/api/v1/status')).statusCode).toBe(200);
    for (const other of [there, olga]) expect((await other.get('/api/v1/status')).statusCode).toBe(401);
    expect((await here.send('POST', '/api/v1/me/password', { current: next, next: password })).statusCode).toBe(200);
    olga = here;
  });

  it('ends at once when the role is changed or the person removed', async () => {
    const rita = await join('rita@example.org', 'reviewer');
    const { id } = (await me(rita)).person;
    expect((await rita.get('/api/v1/conversations')).statusCode).toBe(200);
    const changed = await olga.send('PATCH', `/api/v1/members/${id}`, { role: 'agent' });
    expect(changed.json()).toMatchObject({ role: 'agent' });
    expect((await rita.get('/api/v1/me')).json().person).toBeNull();
    const again = await signIn('rita@example.org');
    expect((await again.get('/api/v1/conversations')).statusCode).toBe(403);
    expect((await olga.send('DELETE', `/api/v1/members/${id}`)).statusCode).toBe(200);
    expect((await me(again)).person).toBeNull();
    const after = await openBrowser(http).send('POST', '/api/v1/session', { email: 'rita@example.org', password });
    expect(after.statusCode).toBe(403);
    // Invited anew, the same address comes back as the same person.
    expect((await me(await join('rita@example.org', 'lead'))).person).toMatchObject({ id, role: 'lead' });
  });

  it('can be ended from another one of the same person, and from nobody else’s', async () => {
    const [first, second] = [await signIn('olga@example.org'), await signIn('rita@example.org')];
    const { sessions } = (await first.get('/api/v1/me/sessions')).json();
    const current = sessions.find((one: { current: boolean }) => one.current);
    const foreign = await second.send('DELETE', `/api/v1/me/sessions/${current.id}`);
    const missing = await second.send('DELETE', '/api/v1/me/sessions/nothing');
    expect([foreign.statusCode, foreign.body]).toEqual([404, missing.body]);
    expect((await olga.send('DELETE', `/api/v1/me/sessions/${current.id}`)).statusCode).toBe(200);
    expect((await first.get('/api/v1/status')).statusCode).toBe(401);
  });
});

describe('signing in', () => {
  it('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await openBrowser(http).send('POST', '/api/v1/session', {
      email: 'olga@example.org',
      password: 'no',
    });
    const unknown = await openBrowser(http).send('POST', '/api/v1/session', {
      email: 'who@example.org',
      password: 'no',
    });
    expect([wrong.statusCode, wrong.body]).toEqual([403, unknown.body]);
  });

  it('leaves a trace of unknown addresses in the log: no address, each once in a quarter of an hour, sixty an hour', async () => {
    const unknown = async () => {
      const lines = (await olga.get('/api/v1/audit/export?what=sign-in-failed&format=jsonl')).body.trim().split('\n');
      return lines.map((line) => JSON.parse(line)).filter(({ object }) => object.startsWith('address '));
    };
    const before = await unknown();
    expect(before).toMatchObject([{ person: 'Nobody signed in', detail: { by: 'password', known: false } }]);
    const attempt = (email: string) => openBrowser(http).send('POST', '/api/v1/session', { email, password: 'no' });
    await attempt('who@example.org');
    await attempt('else@example.org');
    const after = await unknown();
    expect(after).toHaveLength(2);
    expect(new Set(after.map(({ object }) => object)).size).toBe(2);
    expect(JSON.stringify(after)).not.toMatch(/who|else|example/);
    const note = openUnknownNotes({ store: app.store, secret: 'x'.repeat(40), now: () => clock });
    for (let n = 0; n < 70; n++) await note(`made-up-${n}@example.org`);
    expect(await unknown()).toHaveLength(62);
  });

  it('is held off after ten tries in a quarter of an hour, also with the right password', async () => {
    const email = 'rita@example.org';
    const attempt = (words: string) => openBrowser(http).send('POST', '/api/v1/session', { email, password: words });
    for (let n = 0; n < 10; n++) expect((await attempt('wrong')).statusCode).toBe(403);
    expect((await attempt(password)).json()).toMatchObject({ code: 'too-many-requests' });
    clock = new Date(clock.getTime() + 15 * 60_000);
    expect((await attempt(password)).statusCode).toBe(200);
  });

  it('asks for the second factor once it is on, and takes a backup code once', async () => {
    const tom = await join('tom@example.org', 'admin');
    const made = (await tom.send('POST', '/api/v1/me/second-factor', { password })).json();
    expect(made).toMatchObject({
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Rapport/),
      backupCodes: expect.any(Array),
    });
    const code = async () => createOTP(secretOf(made.secret)).totp();
    expect((await tom.send('POST', '/api/v1/me/second-factor/confirm', { code: '000000' })).statusCode).toBe(403);
    const other = await signIn('tom@example.org');
    expect((await tom.send('POST', '/api/v1/me/second-factor/confirm', { code: await code() })).statusCode).toBe(200);
    expect((await other.get('/api/v1/status')).statusCode).toBe(401);
    expect((await me(tom)).person).toMatchObject({ twoFactor: true });

    const half = openBrowser(http);
    const first = await half.send('POST', '/api/v1/session', { email: 'tom@example.org', password });
    expect(first.json()).toEqual({ state: 'second-factor' });
    expect((await half.get('/api/v1/status')).statusCode).toBe(401);
    const wrong = { code: '000000', kind: 'totp' };
    expect((await half.send('POST', '/api/v1/session/second-factor', wrong)).statusCode).toBe(403);
    const right = { code: await code(), kind: 'totp' };
    expect((await half.send('POST', '/api/v1/session/second-factor', right)).json()).toEqual({ state: 'signed-in' });
    expect((await half.get('/api/v1/status')).statusCode).toBe(200);

    const withBackup = async () => {
      const browser = openBrowser(http);
      await browser.send('POST', '/api/v1/session', { email: 'tom@example.org', password });
      const backup = { code: made.backupCodes[0], kind: 'backup' };
      return (await browser.send('POST', '/api/v1/session/second-factor', backup)).statusCode;
    };
    expect([await withBackup(), await withBackup()]).toEqual([200, 403]);
    const { rows } = await admin.query('SELECT secret, backup_codes FROM two_factors');
    expect(JSON.stringify(rows)).not.toContain(made.backupCodes[1]);
    expect((await half.send('DELETE', '/api/v1/me/second-factor', { password })).statusCode).toBe(200);
    await signIn('tom@example.org').then(async (browser) => expect((await me(browser)).person.twoFactor).toBe(false));
  });

  it('with a link for a new password ends the old one and its sessions', async () => {
    const nina = await join('nina@example.org', 'reviewer');
    const { id } = (await me(nina)).person;
    const made = (await olga.send('POST', `/api/v1/members/${id}/password-link`)).json();
    const next = 'words that are new now';
    const taken = await openBrowser(http).send('POST', '/api/v1/links/take', {
      token: tokenOf(made.link),
      password: next,
    });
    expect(taken.json()).toEqual({ state: 'signed-in' });
    expect((await nina.get('/api/v1/status')).statusCode).toBe(401);
    const old = await openBrowser(http).send('POST', '/api/v1/session', { email: 'nina@example.org', password });
    expect(old.statusCode).toBe(403);
  });
});

describe('roles', () => {
  it('never lose the last owner, and only owners make or unmake one', async () => {
    const { id } = (await me(olga)).person;
    expect((await olga.send('PATCH', `/api/v1/members/${id}`, { role: 'admin' })).json().code).toBe('conflict');
    expect((await olga.send('DELETE', `/api/v1/members/${id}`)).json().code).toBe('conflict');
    const tom = await signIn('tom@example.org');
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

describe('the log', () => {
  it('holds every change of accounts, newest first, without an address or a secret', async () => {
    const { entries, next } = (await olga.get('/api/v1/audit')).json();
    expect(entries).toHaveLength(50);
    const all = [...entries];
    for (let before = next; before !== null; ) {
      const page = (await olga.get(`/api/v1/audit?before=${before}`)).json();
      all.push(...page.entries);
      before = page.next;
    }
    const numbers = all.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index));
    const whats = new Set(all.map(({ what }) => what));
    for (const what of [
      ...['owner-link-made', 'owner-made', 'invited', 'invitation-accepted', 'invitation-cancelled', 'role-changed'],
      ...['member-removed', 'password-changed', 'password-link-made', 'two-factor-on', 'two-factor-off', 'key-made'],
      ...['key-revoked', 'rights-changed', 'signed-in', 'sign-in-failed', 'signed-out', 'session-ended'],
    ])
      expect(whats, what).toContain(what);
    expect(JSON.stringify(all)).not.toContain('@');
  });

  it('comes as a file, and can be neither changed nor shortened by the serving role', async () => {
    const csv = await olga.get('/api/v1/audit/export?what=owner-made');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body.trim().split('\r\n')).toHaveLength(2);
    const lines = (await olga.get('/api/v1/audit/export?format=jsonl')).body.trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ number: 1, what: 'owner-link-made' });
    for (const statement of ["UPDATE audit_entries SET what = 'signed-in'", 'DELETE FROM audit_entries']) {
      await expect(app.store.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
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
  const browser = await signIn('nina@example.org', 'words that are new now');
  let last = await browser.get('/api/v1/me');
  for (let n = 0; n < 600 && last.statusCode === 200; n++) last = await browser.get('/api/v1/me');
  expect([last.statusCode, last.json().code, Number(last.headers['retry-after']) > 0]).toEqual([
    429,
    'too-many-requests',
    true,
  ]);
  expect((await olga.get('/api/v1/me')).statusCode).toBe(200);
});

function openBrowserWith(at: FastifyInstance, cookies: Map<string, string>, _why: string): Browser {
  const browser = openBrowser(at);
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  return browser;
}

/** The address of the authenticator holds the secret in base32; the library wants it as it was. */
function secretOf(base32: string): string {
  const bits = [...base32.replace(/=+$/, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((one) => Number.parseInt(one, 2))).toString('utf8');
}
