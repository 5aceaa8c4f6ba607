/** A real mail server: its past arrives, its mails stay unread, new numbers double nothing, an answer is scored. */
import type { Mailbox } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApp, startLiveApp } from '../../packages/server/src/arrivals/live-app.fixture.ts';
import { firstWorkspace, inWorkspace } from '../../packages/server/src/store/in-workspace.ts';
import { missing } from './missing.ts';
import { hasDovecot, type RunningDovecot, startDovecot } from './start-dovecot.ts';

missing(hasDovecot, 'dovecot-imapd');

const json = { host: 'localhost:80', 'content-type': 'application/json' };

describe.skipIf(!hasDovecot)('a mailbox on a real server', () => {
  let dovecot: RunningDovecot;
  let app: LiveApp;
  let id = '';
  beforeAll(async () => {
    dovecot = await startDovecot();
    app = await startLiveApp('mailbox', { RAPPORT_PRIVATE_HOSTS: `127.0.0.1:${dovecot.port}` });
    for (let n = 0; n < 30; n++)
      dovecot.deliver(
        mailOf({ n, from: 'Ann Weller <ann@post.example>', text: `My lamp ${n} is broken and I am upset.` }),
      );
    for (let n = 0; n < 10; n++) {
      dovecot.deliver(
        mailOf({
          n,
          from: 'Ben Hale <support@shop.example>',
          text: 'I am sorry about that lamp.\n\nBen Hale',
          answers: true,
        }),
        'Sent',
      );
    }
  });
  afterAll(async () => {
    await app?.end();
    await dovecot?.stop();
  });

  const create = (password: string, name: string) =>
    app.http.inject({
      ...{ method: 'POST', url: '/api/v1/mailboxes', headers: json },
      payload: {
        ...{ name, host: '127.0.0.1', port: dovecot.port, tls: 'none', user: dovecot.user },
        ...{ ownAddresses: ['support@shop.example'], secret: { signIn: 'password', password } },
      },
    });
  const rows = <T extends object>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
    inWorkspace(app.store, firstWorkspace, async (db) => (await query.execute(db)).rows);
  const counted = async () => {
    const [row] = await rows(sql<{ conversations: number; messages: number; open: number }>`
      SELECT (SELECT count(*) FROM conversations WHERE source = 'Support')::integer AS conversations,
        (SELECT count(*) FROM messages)::integer AS messages,
        (SELECT count(*) FROM conversations WHERE needs_scoring)::integer AS open`);
    return row;
  };
  const resume = () =>
    app.http.inject({ method: 'POST', url: `/api/v1/mailboxes/${id}/resume`, headers: { host: 'localhost:80' } });

  const said = (over: object) => ({
    ...{ name: 'Support', host: '127.0.0.1', port: dovecot.port, tls: 'none', user: dovecot.user },
    ...{ ownAddresses: ['support@shop.example'], ...over },
  });
  const ask = (method: 'POST' | 'PUT', path: string, payload: object) =>
    app.http.inject({ method, url: `/api/v1/mailboxes${path}`, headers: json, payload });

  it('is tried before anything is stored: its folders, or what is wrong', async () => {
    const fine = await ask('POST', '/trial', said({ secret: { signIn: 'password', password: dovecot.password } }));
    expect(fine.json()).toEqual({
      ...{ works: true, reason: null },
      folders: [
        { path: 'INBOX', role: 'inbox', mails: 30 },
        { path: 'Sent', role: 'sent', mails: 10 },
      ],
    });
    const wrong = await ask('POST', '/trial', said({ secret: { signIn: 'password', password: 'wrong' } }));
    expect(wrong.json()).toMatchObject({ works: false, reason: { code: 'sign-in-refused' } });
    expect(await rows(sql<{ id: number }>`SELECT id FROM mailboxes`)).toEqual([]);
  });

  it('arrives whole, inbox and sent mail as one conversation each, and nothing of it is marked as read', async () => {
    const answer = await create(dovecot.password, 'Support');
    expect(answer.statusCode).toBe(201);
    id = answer.json<{ id: string }>().id;
    expect(answer.body).not.toContain(dovecot.password);
    await app.until(async () => {
      const now = await counted();
      return now?.conversations === 30 && now.messages === 40 && now.open === 0;
    });
    const [first] = await rows(sql<{ subject: string; roles: string[]; names: string[] }>`
      SELECT c.subject, array_agg(a.role ORDER BY m.at) AS roles, array_agg(a.name ORDER BY m.at) AS names
      FROM conversations c JOIN messages m ON m.conversation_id = c.id JOIN authors a ON a.id = m.author_id
      WHERE c.source_id = 'q0@post.example' GROUP BY c.subject`);
    expect(first).toEqual({ subject: 'Lamp 0', roles: ['customer', 'agent'], names: ['Ann Weller', 'Ben Hale'] });
    const files = [...dovecot.listFiles(), ...dovecot.listFiles('Sent')];
    expect(files).toHaveLength(40);
    expect(files.filter((name) => /:2,.*S/.test(name))).toEqual([]);
    expect(await app.broken()).toEqual([]);
  });

  it('is read again when the server gives new numbers, and nothing is doubled', async () => {
    dovecot.renumber();
    await resume();
    await app.until(async () => {
      const [account] = await rows(sql<{ units: number }>`
        SELECT units FROM imports WHERE source = 'Support' AND live_day IS NOT NULL`);
      return (account?.units ?? 0) >= 70;
    });
    expect(await counted()).toMatchObject({ conversations: 30, messages: 40 });
  });

  it('tells of each mail that cannot be read which it is, why, and the way out; once, also when all is read again', async () => {
    const unknown = mailOf({ n: 90, from: 'Odd <odd@post.example>', text: 'nuqneH' }).replace('utf-8', 'klingon-7');
    dovecot.deliver(unknown);
    dovecot.deliver(mailOf({ n: 91, from: 'Ann <ann@post.example>', text: '' }));
    const told = async () => {
      const listed = await app.http.inject({ method: 'GET', url: '/api/v1/mailboxes', headers: json });
      return listed.json<{ mailboxes: Mailbox[] }>().mailboxes.find((one) => one.id === id);
    };
    await resume();
    await app.until(async () => (await told())?.counts.refused === 2);
    const { counts, problems } = (await told()) ?? {};
    expect(counts).toMatchObject({ conversations: 30, messages: 40 });
    expect(problems?.map(({ code, messages }) => [code, messages])).toEqual([
      ['bad-encoding', 1],
      ['empty-text', 1],
    ]);
    const url = `/api/v1/mailboxes/${id}/problems?code=bad-encoding`;
    const found = await app.http.inject({ method: 'GET', url, headers: { host: 'localhost:80' } });
    expect(found.json()).toMatchObject({
      problems: [{ file: 'INBOX, mail 31', reason: expect.stringContaining('klingon-7'), units: 1 }],
    });
    const lastRead = (await told())?.lastReadAt;
    await ask('POST', `/${id}/reread`, {});
    await app.until(async () => {
      const now = await told();
      return now?.lastReadAt !== lastRead && now?.folders.find(({ role }) => role === 'inbox')?.mails === 32;
    });
    expect((await told())?.counts).toMatchObject({ conversations: 30, messages: 40, refused: 2 });
    expect(await app.broken()).toEqual([]);
  });

  it('is changed without typing the password again, and read on', async () => {
    const changed = await ask('PUT', `/${id}`, said({ name: 'Help desk' }));
    expect(changed.json()).toMatchObject({ name: 'Help desk', source: 'Support', state: 'running' });
    expect((await ask('POST', '/trial', said({ mailboxId: id }))).json()).toMatchObject({ works: true });
    expect((await ask('PUT', `/${id}`, said({ host: 'elsewhere.example' }))).statusCode).toBe(400);
    expect(await counted()).toMatchObject({ conversations: 30, messages: 40 });
  });

  it('brings an answer that is written now, and it is scored', async () => {
    dovecot.deliver(
      mailOf({
        n: 20,
        from: 'Ben Hale <support@shop.example>',
        text: 'I am sorry, a new lamp goes out today.\n\nBen Hale',
        answers: true,
      }),
      'Sent',
    );
    await resume();
    await app.until(async () => {
      const [found] = await rows(sql<{ scored: boolean }>`
        SELECT agent_ids <> '{}' AND NOT needs_scoring AS scored FROM conversations WHERE source_id = 'q20@post.example'`);
      return found?.scored === true;
    });
    expect(await app.broken()).toEqual([]);
  });

  it('says so when the password is refused, and shows it nowhere', async () => {
    const answer = await create('wrong-password', 'Other');
    const other = answer.json<{ id: string }>().id;
    await app.until(async () => {
      const listed = await app.http.inject({ method: 'GET', url: '/api/v1/mailboxes', headers: json });
      const found = listed.json<{ mailboxes: { id: string; state: string; reason: { code: string } | null }[] }>();
      const one = found.mailboxes.find((mailbox) => mailbox.id === other);
      return one?.state === 'failing' && one.reason?.code === 'sign-in-refused';
    });
    expect(app.troubles.join()).not.toContain('wrong-password');
  });
});

function mailOf({
  n,
  from,
  text,
  answers = false,
}: {
  n: number;
  from: string;
  text: string;
  answers?: boolean;
}): string {
  const question = `<q${n}@post.example>`;
  const head = answers
    ? [
        `To: Ann Weller <ann@post.example>`,
        `Message-ID: <a${n}@shop.example>`,
        `References: ${question}`,
        `In-Reply-To: ${question}`,
        `Subject: Re: Lamp ${n}`,
      ]
    : [`To: support@shop.example`, `Message-ID: ${question}`, `Subject: Lamp ${n}`];
  const at = new Date(Date.now() - (answers ? 60_000 : 120_000)).toUTCString();
  return [`From: ${from}`, ...head, `Date: ${at}`, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join(
    '\r\n',
  );
}
