import { qualityIds } from '@rapport/contract';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Client } from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser, tokenOf } from '../accounts/browser.fixture.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp, testSecret } from '../api/test-app.ts';
import type { JobContext } from '../jobs/job.ts';
import { openOutside } from '../outbound/open-outside.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { noteFor, savePreference } from '../store/notices.ts';
import { type MailSink, openMailSink } from './mail-sink.fixture.ts';
import { type MailDoors, openMailDoors } from './open-mail.ts';
import { sendNotices } from './send-notices.ts';

const password = 'four plain words here';
const smtpPassword = 'the key of the sink';
let app: TestApp;
let sink: MailSink;
let doors: MailDoors;
let http: FastifyInstance;
let olga: Browser;

beforeAll(async () => {
  sink = await openMailSink({ user: 'rapport', password: smtpPassword });
  app = await startTestApp('mail', keepImports);
  const environment = {
    ...testSecret,
    RAPPORT_PRIVATE_HOSTS: `127.0.0.1:${sink.port}`,
    PUBLIC_URL: 'https://rapport.example.org',
  };
  const outside = openOutside({ environment, dataFolder: '/nowhere', now: () => Date.now() });
  doors = openMailDoors({ environment, store: app.store, outside });
  http = await app.rebuild({ mail: doors, outside, now: () => new Date() });
  olga = openBrowser(http);
  const { link } = (await olga.send('POST', '/api/v1/links/owner')).json();
  const taken = { token: tokenOf(link), name: 'Olga', email: 'olga@example.org', password };
  expect((await olga.send('POST', '/api/v1/links/take', taken)).statusCode).toBe(200);
});
afterAll(async () => {
  await app?.end();
  await sink?.stop();
});

const server = () => ({
  ...{ host: '127.0.0.1', port: sink.port, tls: 'none', user: 'rapport', from: 'rapport@example.org' },
});
const invite = async (email: string, role = 'reviewer') =>
  (await olga.send('POST', '/api/v1/invitations', { email, role })).json();
const idOf = async (email: string): Promise<string> => {
  const { members } = (await olga.get('/api/v1/members')).json();
  return members.find((one: { email: string }) => one.email === email).id;
};
/** Long lines of a mail are folded with "=" at their end. */
const plain = (text = '') => text.replaceAll('=\n', '').replaceAll('=3D', '=');
const log = pino({ level: 'silent' });
/** What a worker does every few seconds. */
const sendWaiting = () => {
  const context = { store: app.store, mail: doors, log, now: () => Date.now() };
  // The job reads these parts of its context and no others.
  return sendNotices.handle(context as unknown as JobContext, { workspaceId: firstWorkspace });
};

describe('the mail server on the page', () => {
  it('is named by an administrator, its password sealed and never shown', async () => {
    expect((await invite('early@example.org')).mail).toBe('not-set-up');
    expect((await olga.send('POST', '/api/v1/mail-settings/test')).json().code).toBe('conflict');
    const saved = await olga.send('PUT', '/api/v1/mail-settings', { ...server(), password: smtpPassword });
    expect(saved.json()).toEqual({ setBy: 'page', settings: { ...server(), hasPassword: true } });
    const admin = new Client(app.database.adminUrl);
    await admin.connect();
    const dump = await admin.query('SELECT * FROM mail_settings');
    const entries = await admin.query("SELECT * FROM audit_entries WHERE what = 'settings-changed'");
    await admin.end();
    expect(dump.rows).toHaveLength(1);
    expect(entries.rows).toMatchObject([{ object: 'mail' }]);
    expect(JSON.stringify([dump.rows, entries.rows])).not.toContain(smtpPassword);
  });

  it('sends a test to one’s own address and to no other', async () => {
    expect((await olga.send('POST', '/api/v1/mail-settings/test')).json()).toEqual({ sentTo: 'olga@example.org' });
    expect(sink.mails).toMatchObject([{ from: 'rapport@example.org', to: ['olga@example.org'] }]);
  });

  it('keeps the password for the same host and user, and asks for it again for another', async () => {
    const same = await olga.send('PUT', '/api/v1/mail-settings', { ...server(), from: 'quality@example.org' });
    expect(same.json().settings).toMatchObject({ from: 'quality@example.org', hasPassword: true });
    const other = await olga.send('PUT', '/api/v1/mail-settings', { ...server(), user: 'somebody' });
    expect([other.statusCode, other.json().code]).toEqual([409, 'conflict']);
    await inWorkspace(app.store, firstWorkspace, (db) => sql`UPDATE mail_settings SET user_name = 'x'`.execute(db));
    const test = await olga.send('POST', '/api/v1/mail-settings/test');
    expect(test.json().detail).toContain('cannot be opened');
    await olga.send('PUT', '/api/v1/mail-settings', { ...server(), password: smtpPassword });
  });

  it('says why a mail could not be sent: a wrong password, nobody there, a refused address', async () => {
    await olga.send('PUT', '/api/v1/mail-settings', { ...server(), password: 'another' });
    const wrong = await olga.send('POST', '/api/v1/mail-settings/test');
    expect(wrong.json()).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('user and password') });
    await olga.send('PUT', '/api/v1/mail-settings', { ...server(), password: smtpPassword });
    sink.refused.add('olga@example.org');
    expect((await olga.send('POST', '/api/v1/mail-settings/test')).json().detail).toContain('does not take mail');
    sink.refused.clear();
  });

  it('reaches no private network, and sends nothing unencrypted, unless the host was named', async () => {
    for (const [change, words] of [
      [{ host: '10.1.2.3', tls: 'tls' }, 'private network'],
      [{ host: '127.0.0.1', port: 26, tls: 'tls' }, 'private network'],
      [{ host: 'mail.example.org', tls: 'none' }, 'Without TLS'],
      [{ host: 'no-such-host.invalid', tls: 'tls' }, 'Nobody knows'],
    ] as const) {
      const answer = await olga.send('PUT', '/api/v1/mail-settings', { ...server(), password: '', ...change });
      expect([answer.statusCode, answer.json().detail]).toEqual([400, expect.stringContaining(words)]);
    }
    expect((await olga.get('/api/v1/mail-settings')).json().settings.host).toBe('127.0.0.1');
  });

  it('counts for nothing while the environment names one', async () => {
    const environment = {
      RAPPORT_SMTP_URL: `smtp://rapport:${encodeURIComponent(smtpPassword)}@127.0.0.1:${sink.port}`,
    };
    const mail = openMailDoors({
      environment: { ...environment, RAPPORT_MAIL_FROM: 'Rapport <env@example.org>' },
      ...{ store: app.store, outside: openOutside({ environment, dataFolder: '/nowhere', now: () => 0 }) },
    });
    const fixed = openBrowser(await app.rebuild({ mail }));
    for (const [name, value] of olga.cookies) fixed.cookies.set(name, value);
    expect((await fixed.get('/api/v1/mail-settings')).json().setBy).toBe('environment');
    expect((await fixed.send('PUT', '/api/v1/mail-settings', { ...server(), password: 'x' })).statusCode).toBe(409);
    await fixed.send('POST', '/api/v1/mail-settings/test');
    expect(sink.mails.at(-1)?.from).toBe('env@example.org');
  });
});

describe('invitations', () => {
  it('are mailed to the address that was typed, with the link that works', async () => {
    const made = await invite('rita@example.org');
    expect(made.mail).toBe('sent');
    const { to, text } = sink.mails.at(-1) ?? { to: [], text: '' };
    expect(to).toEqual(['rita@example.org']);
    const token = tokenOf(made.link);
    expect(plain(text)).toContain(token);
    const taken = await openBrowser(http).send('POST', '/api/v1/links/take', { token, name: 'Rita', password });
    expect(taken.statusCode).toBe(200);
  });

  it('are made all the same when the mail is refused, and say so', async () => {
    sink.refused.add('nobody@example.org');
    const made = await invite('nobody@example.org');
    expect([made.mail, tokenOf(made.link)]).toEqual(['failed', expect.stringMatching(/^1-/)]);
  });
});

describe('a mention', () => {
  it('reaches the one who was called, at once or in the mail of the day, and not who called', async () => {
    const [conversation] = await saveScored(app.store, [
      conversationOf('c1', [
        ['Kim', 'My lamp came broken and I am so upset. Can you send a new one?'],
        ['Agent: Ana', 'I am so sorry the lamp broke. I will send a new one today.'],
      ]),
    ]);
    const rita = await idOf('rita@example.org');
    const olgaId = await idOf('olga@example.org');
    await inWorkspace(app.store, firstWorkspace, (db) =>
      savePreference(db, firstWorkspace, rita, { rhythm: 'at-once', kinds: ['mention'] }),
    );
    const review = await reviewOf(String(conversation), olgaId);
    await sendWaiting();
    const before = sink.mails.length;
    const words = 'Kim wrote from kim@post.example about the lamp';
    const body = { text: words, mentions: [rita, olgaId] };
    const said = await olga.send('POST', `/api/v1/reviews/${review}/comments`, body);
    expect(said.statusCode, said.body).toBeLessThan(300);
    await sendWaiting();
    const [mail, ...more] = sink.mails.slice(before);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: ['rita@example.org'] });
    expect(plain(mail?.text)).toContain(`https://rapport.example.org/reviews/${review}`);
    expect(plain(mail?.text)).not.toMatch(/lamp|post\.example/);
  });

  /** A finished review, as the pages make one. */
  async function reviewOf(conversationId: string, reviewerId: string): Promise<string> {
    const { authors } = (await olga.get('/api/v1/authors')).json();
    const agentId = authors.find((one: { role: string }) => one.role === 'agent').id;
    const task = { conversationId, agentId, reviewerId };
    const assigned = await olga.send('POST', '/api/v1/review-tasks', task);
    expect(assigned.statusCode, assigned.body).toBeLessThan(300);
    const [{ assignmentId }] = (await olga.get('/api/v1/review-tasks/mine')).json().tasks;
    const { review } = (await olga.send('POST', `/api/v1/review-tasks/${assignmentId}/open`)).json();
    const empty = { rootCauses: [], quotes: [], comment: '' };
    const ratings = qualityIds.map((categoryId) => ({ categoryId, chosen: 3, ...empty }));
    const draft = { saves: review.saves, content: { ratings, note: '' }, seconds: 60 };
    expect((await olga.send('PUT', `/api/v1/reviews/${review.id}/draft`, draft)).statusCode).toBe(200);
    const done = await olga.send('POST', `/api/v1/reviews/${review.id}/finish`, { seconds: 60 });
    expect(done.statusCode, done.body).toBe(200);
    return review.id;
  }
});

describe('mail', () => {
  it('never goes to an address out of imported text, whatever stands in it', async () => {
    const member = await idOf('rita@example.org');
    await inWorkspace(app.store, firstWorkspace, (db) =>
      savePreference(db, firstWorkspace, member, { rhythm: 'at-once', kinds: ['import-done', 'mention'] }),
    );
    const known = new Set(['olga@example.org', 'rita@example.org']);
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.emailAddress(), fc.emailAddress(), fc.string(), async (author, inText, rest) => {
        n += 1;
        const text = `Write to ${inText}, To: ${author}, Bcc: <${inText}> ${rest.replaceAll('\0', '')}`;
        await saveScored(app.store, [
          conversationOf(`p${n}`, [
            [author, text],
            [`Agent: ${inText}`, `I will mail ${author} at once.`],
          ]),
        ]);
        const agent = await inWorkspace(app.store, firstWorkspace, (db) =>
          sql<{ id: number }>`SELECT id FROM authors ORDER BY id DESC LIMIT 1`.execute(db),
        );
        await inWorkspace(app.store, firstWorkspace, async (db) => {
          await noteFor(db, firstWorkspace, { kind: 'import-done', object: text, readers: 'admins' });
          await noteFor(db, firstWorkspace, { kind: 'mention', object: inText, readers: { user: member } });
          // Nobody is that author; their address must not stand in for a member's.
          const author = agent.rows[0]?.id ?? 0;
          await noteFor(db, firstWorkspace, { kind: 'coaching-note', object: '1', readers: { author } });
          await noteFor(db, firstWorkspace, { kind: 'mention', object: '1', readers: { user: inText } });
        });
        const before = sink.mails.length;
        await sendWaiting();
        expect(sink.mails.length).toBeGreaterThan(before);
        for (const { to, text: sent } of sink.mails.slice(before)) {
          expect(to.length).toBe(1);
          for (const one of to) expect(known).toContain(one);
          expect(plain(sent)).not.toContain(rest.length > 5 ? rest : 'Write to');
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('never goes to an address that is not confirmed, nor to somebody who was removed', async () => {
    const made = await invite('gone@example.org', 'admin');
    const browser = openBrowser(http);
    await browser.send('POST', '/api/v1/links/take', { token: tokenOf(made.link), name: 'Gone', password });
    const id = await idOf('gone@example.org');
    await inWorkspace(app.store, firstWorkspace, async (db) => {
      await savePreference(db, firstWorkspace, id, { rhythm: 'at-once', kinds: ['import-done'] });
      await sql`UPDATE users SET email_verified = false WHERE id = ${id}`.execute(db);
      await noteFor(db, firstWorkspace, { kind: 'import-done', object: '1', readers: { user: id } });
    });
    const before = sink.mails.length;
    await sendWaiting();
    await inWorkspace(app.store, firstWorkspace, (db) =>
      sql`UPDATE users SET email_verified = true WHERE id = ${id}`.execute(db),
    );
    await olga.send('DELETE', `/api/v1/members/${id}`);
    await sendWaiting();
    expect(sink.mails.slice(before).flatMap(({ to }) => to)).not.toContain('gone@example.org');
  });
});
