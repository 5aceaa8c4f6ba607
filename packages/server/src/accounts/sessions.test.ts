/** Sessions: how they begin, what ends them, and what of it stands in the log. */
import { createOTP } from '@better-auth/utils/otp';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepImports, startTestApp, type TestApp } from '../api/test-app.ts';
import { type Browser, openBrowser, tokenOf } from './browser.fixture.ts';
import { openUnknownNotes } from './note-unknown-address.ts';
import { join, makeOlga, me, password, signIn } from './people-with-accounts.fixture.ts';

let app: TestApp;
let http: FastifyInstance;
let admin: Client;
let clock: Date;
let olga: Browser;

beforeAll(async () => {
  app = await startTestApp('sessions', keepImports);
  clock = new Date();
  http = await app.rebuild({ now: () => clock });
  admin = new Client(app.database.adminUrl);
  await admin.connect();
  olga = await makeOlga(http);
});
afterAll(async () => {
  await admin?.end();
  await app?.end();
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
    const browser = await signIn(http, 'olga@example.org');
    const kept = new Map(browser.cookies);
    expect((await browser.send('DELETE', '/api/v1/session')).json()).toEqual({ done: true });
    expect(browser.cookies.has('rapport')).toBe(false);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.get('/api/v1/status')).statusCode).toBe(401);
  });

  it('ends at once everywhere else when the password is changed', async () => {
    const [here, there] = [await signIn(http, 'olga@example.org'), await signIn(http, 'olga@example.org')];
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
    const rita = await join(http, olga, 'rita@example.org', 'reviewer');
    const { id } = (await me(rita)).person;
    expect((await rita.get('/api/v1/conversations')).statusCode).toBe(200);
    const changed = await olga.send('PATCH', `/api/v1/members/${id}`, { role: 'agent' });
    expect(changed.json()).toMatchObject({ role: 'agent' });
    expect((await rita.get('/api/v1/me')).json().person).toBeNull();
    const again = await signIn(http, 'rita@example.org');
    expect((await again.get('/api/v1/conversations')).statusCode).toBe(403);
    expect((await olga.send('DELETE', `/api/v1/members/${id}`)).statusCode).toBe(200);
    expect((await me(again)).person).toBeNull();
    const after = await openBrowser(http).send('POST', '/api/v1/session', { email: 'rita@example.org', password });
    expect(after.statusCode).toBe(403);
    // Invited anew, the same address comes back as the same person.
    expect((await me(await join(http, olga, 'rita@example.org', 'lead'))).person).toMatchObject({ id, role: 'lead' });
  });

  it('can be ended from another one of the same person, and from nobody else’s', async () => {
    const [first, second] = [await signIn(http, 'olga@example.org'), await signIn(http, 'rita@example.org')];
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
    const tom = await join(http, olga, 'tom@example.org', 'admin');
    const made = (await tom.send('POST', '/api/v1/me/second-factor', { password })).json();
    expect(made).toMatchObject({
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Rapport/),
      backupCodes: expect.any(Array),
    });
    const code = async () => createOTP(secretOf(made.secret)).totp();
    expect((await tom.send('POST', '/api/v1/me/second-factor/confirm', { code: '000000' })).statusCode).toBe(403);
    const other = await signIn(http, 'tom@example.org');
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
    await signIn(http, 'tom@example.org').then(async (browser) =>
      expect((await me(browser)).person.twoFactor).toBe(false),
    );
  });

  it('with a link for a new password ends the old one and its sessions', async () => {
    const nina = await join(http, olga, 'nina@example.org', 'reviewer');
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

describe('the log', () => {
  it('holds every change of a session and of who may begin one, newest first, without an address or a secret', async () => {
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
      ...['owner-link-made', 'owner-made', 'invited', 'invitation-accepted', 'role-changed', 'member-removed'],
      ...['password-changed', 'password-link-made', 'two-factor-on', 'two-factor-off', 'signed-in', 'sign-in-failed'],
      ...['signed-out', 'session-ended'],
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
