/**
 * A person leaves traces at every door there is; then they are erased, and every table, index, queue, log, backup and file
 * of the database is searched for them.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { ErasurePreview, ErasureReceipt, Identity } from '@rapport/contract';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecret } from '../api/test-app.ts';
import { type LiveApp, startLiveApp } from '../arrivals/live-app.fixture.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import { cloneTestDatabase } from '../database/test-database.ts';
import { openOutside } from '../outbound/open-outside.ts';
import { createSealWords } from '../secrets/seal-words.ts';
import { backUpStore } from '../store/back-up-store.ts';
import { listErasedMarks } from '../store/erasure/erased-list.ts';
import { findTraces } from '../store/erasure/find-traces.fixture.ts';
import { replayErased } from '../store/erasure/replay-erased.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { openStore } from '../store/open-store.ts';
import { restoreStore } from '../store/restore-store.ts';
import { verifyStore } from '../store/verify/verify-store.ts';

const traces = ['quillon', 'vanterpool'];
let app: LiveApp;
let admin: Client;
let oldBackup: Buffer;

beforeAll(async () => {
  app = await startLiveApp('erase-person');
  admin = new Client(app.database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await app?.end();
});

const message = (id: string, role: string, author: string, authorId: string, text: string) => ({
  ...{ id, role, author, authorId, text },
  at: `2026-01-05T10:0${id.at(-1)}:00Z`,
});
const quillon = (id: string, text: string) => message(id, 'customer', 'Quillon Vanterpool', 'c-77', text);
const brisa = (id: string, text: string) => message(id, 'agent', 'Brisa Holloway', 'a-9', text);
const conversations = [
  {
    ...{ id: 'q1', channel: 'chat', subject: 'Quillon Vanterpool and his lamp', customer: 'c-77', csat: '2' },
    messages: [
      quillon('q1-0', 'My lamp broke, I am upset. Yours, Quillon Vanterpool'),
      brisa('q1-1', 'Dear Quillon Vanterpool, I am sorry, I will send a new one. Brisa Holloway'),
    ],
  },
  {
    ...{ id: 'm1', channel: 'chat', subject: 'Lamp', customer: 'c-1' },
    messages: [
      message('m1-0', 'customer', 'Max Orley', 'c-1', 'My lamp broke too, I am upset. Did Quillon Vanterpool call?'),
      brisa('m1-1', 'I am so sorry about your lamp. Quillon Vanterpool told me. I will send a new one today.'),
      quillon('m1-2', 'It is the same lamp as mine, I fear.'),
      message('m1-3', 'customer', 'Max Orley', 'c-1', 'Thank you so much!'),
    ],
  },
];

interface Answer<Body> {
  status: number;
  body: Body;
}
async function send<Body>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<Answer<Body>> {
  const given = payload === undefined ? {} : { payload };
  const answer = await app.http.inject({ method, url, headers: { host: 'localhost:80' }, ...given });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
const push = async () => {
  const { body } = await send<{ id: string }>('POST', '/api/v1/conversations', conversations);
  await app.until(async () => {
    const { body: told } = await send<{ state: string }>('GET', `/api/v1/pushes/${body.id}`);
    return told.state === 'scored';
  });
};
const rows = <Row extends object>(text: string): Promise<Row[]> =>
  inWorkspace(app.store, firstWorkspace, async (db) => (await sql.raw<Row>(text).execute(db)).rows);
const idOf = async (sourceId: string) =>
  (await rows<{ id: number }>(`SELECT id FROM conversations WHERE source_id = '${sourceId}'`))[0]?.id ?? 0;

async function backUp(): Promise<Buffer> {
  const target = new PassThrough();
  const chunks: Buffer[] = [];
  target.on('data', (chunk: Buffer) => chunks.push(chunk));
  await backUpStore({ appUrl: app.database.appUrl, now: () => new Date('2026-03-01T00:00:00Z') }, target);
  return Buffer.concat(chunks);
}

/** Files of this database in which the words stand as bytes. */
async function filesWithTraces(): Promise<string[]> {
  const { rows: places } = await admin.query<{ folder: string; id: number }>(
    "SELECT current_setting('data_directory') AS folder, oid AS id FROM pg_database WHERE datname = current_database()",
  );
  const folder = join(places[0]?.folder ?? '', 'base', String(places[0]?.id));
  const found: string[] = [];
  for (const name of await readdir(folder)) {
    const text = (await readFile(join(folder, name))).toString('latin1').toLowerCase();
    if (traces.some((one) => text.includes(one))) found.push(name);
  }
  return found;
}

/** Words of people at the doors that are no conversation. */
async function plant(): Promise<void> {
  const other = await idOf('m1');
  await send('POST', '/api/v1/views', { name: 'About Quillon Vanterpool', filter: { q: 'quillon vanterpool' } });
  const text = conversations[1]?.messages[1]?.text ?? '';
  const quote = 'Quillon Vanterpool told me';
  const start = text.indexOf(quote);
  const suggestion = await send('POST', '/api/v1/suggestions', {
    ...{ kind: 'article', title: 'For Quillon Vanterpool', words: 'Quillon Vanterpool asked twice.' },
    ...{ conversationId: String(other), said: { messageId: 'm1-1', start, end: start + quote.length, quote } },
  });
  const thanked = { messageId: 'm1-1', quote, note: 'Well done with Quillon Vanterpool' };
  const kudos = await send('POST', `/api/v1/conversations/${other}/kudos`, thanked);
  expect([suggestion.status, kudos.status], JSON.stringify([suggestion.body, kudos.body])).toEqual([201, 201]);
  await rows(`INSERT INTO pins (workspace_id, person_id, conversation_id, words, note, pinned_at) VALUES (1, 'local', ${other},
    '{"messageId": "m1-1", "start": 40, "end": 52, "quote": "uillon Vante"}', 'see Vanterpool, Quillon', now())`);
  await rows(`INSERT INTO judge_opinions (workspace_id, conversation_id, author_id, quality, content_hash, text_hash, provider,
    host, model, rubric_version, moments, judged_at)
    SELECT 1, ${other}, a.id, 'empathy', 'h', 't', 'p', 'h', 'm', 'r', '[{"why": "Quillon Vanterpool is named"}]', now()
    FROM authors a WHERE a.role = 'agent'`);
  await rows(`INSERT INTO import_problems (workspace_id, import_id, number, code, severity, file, reason, way_out, units)
    SELECT 1, id, 1, 'odd', 'warning', 'quillon vanterpool.csv', 'Of Quillon Vanterpool', 'None', 0 FROM imports`);
  await rows('UPDATE imports SET problems = 1');
  await admin.query(`INSERT INTO jobs.job (name, data, state, output) VALUES ('score-conversations', '{"workspaceId": 1}', 'failed',
    '{"message": "(Quillon Vanterpool) already exists"}')`);
  await rows(`INSERT INTO arrivals (workspace_id, came_by, sender, source, state, content, conversations, messages,
    refused_messages, failure) SELECT 1, 'push', 'local', source, 'failed', '${JSON.stringify({
      pieces: conversations.map(({ messages, ...head }) => ({
        conversation: { ...head, tags: [], assignee: null, status: null, csatRaw: null, outcomes: {} },
        ...{ messages, hasMessageIds: true, saidAt: null, gone: [] },
      })),
    })}', 2, 6, 0, 'Refused' FROM imports LIMIT 1`);
}

/** What people who work here said to each other about it: a calibration with its consensus, and a dispute. */
async function plantTalk(): Promise<void> {
  const about = 'As with Quillon Vanterpool';
  const conversationId = String(await idOf('m1'));
  const ok = async <Body>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<Body> => {
    const { status, body } = await send<Body>(method, `/api/v1${url}`, payload);
    expect(status, `${url} ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(300);
    return body;
  };
  const { calibration } = await ok<{ calibration: { id: string; parts: { id: string }[] } }>('POST', '/calibrations', {
    ...{ name: 'About Quillon Vanterpool', raterIds: ['local'], categoryIds: ['empathy'], opens: 'by-lead' },
    first: [{ way: 'chosen', conversationId }],
  });
  const on = `/calibrations/${calibration.id}`;
  const part = `${on}/conversations/${calibration.parts[0]?.id}`;
  await rows(`INSERT INTO calibration_raters (workspace_id, calibration_id, person_id, number)
    VALUES (1, ${calibration.id}, 'cy', 2)`);
  await ok('POST', `${on}/begin`);
  // The quote ends in the middle of the name.
  const start = conversations[1]?.messages[1]?.text.indexOf('Quillon') ?? 0;
  const quotes = [{ messageId: 'm1-1', start, end: start + 12, quote: 'Quillon Vant' }];
  const rating = { categoryId: 'empathy', chosen: 2, rootCauses: [], quotes, comment: about };
  await ok('PUT', `${part}/reading`, { saves: 0, seconds: 5, content: { ratings: [rating], note: about } });
  await ok('POST', `${part}/hand-in`, { seconds: 6 });
  await ok('POST', `${on}/compare`);
  await ok('PUT', `${part}/consensus/empathy`, { chosen: 2, words: about });
  const wording = { said: 'Would Quillon Vanterpool feel heard?', naWhen: '', guidance: [] };
  await ok('POST', `${on}/wordings`, { categoryId: 'empathy', wording, words: about });
  await rows(`INSERT INTO disputes (workspace_id, conversation_id, author_id, quality, stood, scorer_version, proposed, reason, opened_by, opened_at,
    state, decided, words, decided_by, decided_at) SELECT 1, ${conversationId}, id, 'patience', 'missed', 'x', 'met', '${about}', 'ana',
    now(), 'accepted', 'met', '${about}', 'local', now() FROM authors WHERE role = 'agent'`);
}

/** As when masked words are kept sealed: one of the person's, one of somebody else's. */
async function plantSealed(): Promise<void> {
  const key = await openOutside({ environment: testSecret, dataFolder: '/nowhere', now: () => 0 }).secretKey();
  const seal = createSealWords(key, firstWorkspace);
  for (const [start, address] of [
    [1, 'q.vanterpool@example.org'],
    [2, 'max@example.org'],
  ] as const) {
    await rows(`INSERT INTO kept_words (workspace_id, conversation_id, message_id, start_at, kind, sealed)
      VALUES (1, ${await idOf('m1')}, 'm1-3', ${start}, 'email', '${seal('email', address)}')`);
  }
}

async function findOne(words: string): Promise<Identity[]> {
  return (await send<{ identities: Identity[] }>('POST', '/api/v1/erasures/find', { words })).body.identities;
}

async function erase(wanted: object): Promise<ErasureReceipt> {
  const { status, body } = await send<ErasureReceipt>('POST', '/api/v1/erasures', wanted);
  expect(status, JSON.stringify(body)).toBe(202);
  let done = body;
  await app.until(async () => {
    done = (await send<ErasureReceipt>('GET', `/api/v1/erasures/${body.id}`)).body;
    return done.state === 'done';
  });
  await app.until(async () => (await rows('SELECT FROM conversations WHERE needs_scoring')).length === 0);
  return done;
}

describe('erasing a customer', { timeout: 60_000 }, () => {
  let wanted: { kind: string; identityIds: string[]; words: string[] };

  it('has traces everywhere at first, in the files of the database too', async () => {
    await push();
    await plant();
    await plantTalk();
    oldBackup = await backUp();
    const found = await findTraces(admin, traces);
    for (const place of [
      ...['messages.text', 'conversations.subject', 'authors.name', 'moments.response_quote', 'saved_views.filter'],
      ...['suggestions.title', 'kudos.quote', 'kudos.note', 'pins.note', 'judge_opinions.moments', 'arrivals.content'],
      ...['import_problems.reason', 'conversation_words.words', 'calibrations.name', 'calibration_consensus.words'],
      ...['calibration_readings.content', 'calibration_wordings.after', 'calibration_wordings.words'],
      ...['disputes.reason', 'disputes.words', 'scorecard_versions.content'],
    ]) {
      expect(found).toContain(place);
    }
    await admin.query('CHECKPOINT');
    expect(await filesWithTraces()).not.toEqual([]);
  });

  it('finds the person by name, and tells what would go, without doing it', async () => {
    const identities = await findOne('vanterpool');
    expect(identities).toMatchObject([{ kind: 'customer', name: 'Quillon Vanterpool', key: 'c-77', messages: 2 }]);
    wanted = {
      kind: 'customer',
      identityIds: identities.map(({ id }) => id),
      words: ['Quillon', 'q.vanterpool@example.org'],
    };
    const { body } = await send<ErasurePreview>('POST', '/api/v1/erasures/preview', wanted);
    expect(body).toMatchObject({ conversations: 1, messages: 2, messagesElsewhere: 1, confirm: 'Quillon Vanterpool' });
    expect(body.words).toContainEqual({ words: 'Quillon Vanterpool', texts: 2 });
    expect(body.stops).toEqual([]);
  });

  it('refuses when another name is typed, or another kind of person meant', async () => {
    expect((await send('POST', '/api/v1/erasures', { ...wanted, typed: 'Quillon' })).status).toBe(409);
    const agent = await send('POST', '/api/v1/erasures', { ...wanted, kind: 'agent', typed: 'Quillon Vanterpool' });
    expect(agent.status).toBe(409);
    expect(await findOne('vanterpool')).toHaveLength(1);
  });

  it('leaves no trace in any table, queue or log, and a receipt that says nothing of the person', async () => {
    await plantSealed();
    const receipt = await erase({ ...wanted, typed: 'Quillon Vanterpool' });
    expect(receipt.counts).toMatchObject({ conversations: 1, messages: 2, messagesElsewhere: 1 });
    expect(receipt.counts.texts).toBeGreaterThan(5);
    expect(receipt.counts.kept).toBe(1);
    expect(await rows('SELECT start_at FROM kept_words')).toEqual([{ start_at: 2 }]);
    // No bracket stands at the place it was made up for.
    await rows('DELETE FROM kept_words');
    expect(JSON.stringify(receipt).toLowerCase()).not.toMatch(/quillon|vanterpool|c-77/);
    expect(await findTraces(admin, traces)).toEqual([]);
    expect(app.logged.join('').toLowerCase()).not.toMatch(/quillon|vanterpool/);
    expect(app.troubles).toEqual([]);
  });

  it('leaves the words of others where they stood, every quote in its place', async () => {
    const [stays] = await rows<{ text: string }>("SELECT text FROM messages WHERE message_id = 'm1-1'");
    expect(stays?.text).toBe('I am so sorry about your lamp. ██████████████████ told me. I will send a new one today.');
    expect(await rows("SELECT words->>'quote' AS q FROM pins")).toEqual([]);
    const covered = 'As with ██████████████████';
    expect(await rows('SELECT words, chosen FROM calibration_consensus')).toEqual([{ words: covered, chosen: 2 }]);
    expect(await rows('SELECT reason, words FROM disputes')).toEqual([{ reason: covered, words: covered }]);
    const [reading] = await rows<{ content: unknown }>('SELECT content FROM calibration_readings');
    expect(reading?.content).toMatchObject({
      ratings: [{ comment: covered, quotes: [{ messageId: 'm1-1', quote: '████████████' }] }],
    });
    expect((await rows('SELECT FROM scores')).length).toBeGreaterThan(0);
    expect(await app.broken()).toEqual([]);
  });

  it('leaves none in a new backup, nor in the files once the database has tidied them', async () => {
    expect(
      gunzipSync(await backUp())
        .toString('utf8')
        .toLowerCase(),
    ).not.toMatch(/quillon|vanterpool/);
    await admin.query('VACUUM FULL');
    await admin.query('CHECKPOINT');
    expect(await filesWithTraces()).toEqual([]);
  });

  it('lets nobody back in who comes by the same door, nor in a conversation begun later', async () => {
    await send('POST', '/api/v1/conversations', [
      ...conversations,
      {
        ...{ id: 'q2', channel: 'chat' },
        messages: [quillon('q2-0', 'Hello again'), brisa('q2-1', 'Hello Quillon Vanterpool')],
      },
    ]);
    await app.until(async () => (await rows("SELECT FROM arrivals WHERE state = 'waiting'")).length === 0);
    expect(await rows('SELECT source_id FROM conversations')).toEqual([{ source_id: 'm1' }]);
    expect(await findTraces(admin, traces)).toEqual([]);
    expect(await app.broken()).toEqual([]);
  });

  it('is proven by verify, which sees an author, a conversation or a name that should not be here', async () => {
    const planted = [
      `UPDATE authors SET author_key = 'c-77' WHERE author_key = 'c-1'`,
      `UPDATE authors SET author_key = 'c-1' WHERE author_key = 'c-77'`,
      `UPDATE conversations SET source_id = 'q1' WHERE source_id = 'm1'`,
      `UPDATE conversations SET source_id = 'm1' WHERE source_id = 'q1'`,
      `UPDATE messages SET text = text || ' Quillon Vanterpool' WHERE message_id = 'm1-3'`,
      `UPDATE messages SET text = replace(text, ' Quillon Vanterpool', '') WHERE message_id = 'm1-3'`,
      `UPDATE messages SET text = text || repeat('.', 40000) || 'Quillon Vanterpool' WHERE message_id = 'm1-3'`,
      `UPDATE messages SET text = split_part(text, repeat('.', 40000), 1) WHERE message_id = 'm1-3'`,
    ];
    for (const [at, statement] of planted.entries()) {
      await rows(statement);
      const broken = (await app.broken()).filter((one) => one.startsWith('erased-stay-erased'));
      expect(broken, statement).toHaveLength(at % 2 === 0 ? 1 : 0);
    }
  });

  it('erases again what an older backup brings back', async () => {
    const database = await cloneTestDatabase(app.template, 'restored');
    const client = new Client(database.adminUrl);
    await client.connect();
    const store = openStore({ appUrl: database.appUrl });
    try {
      await restoreStore({ ownerUrl: database.ownerUrl, ownerRole, appRole }, inChunks(oldBackup));
      expect(await findTraces(client, traces)).not.toEqual([]);
      const list = await inWorkspace(app.store, firstWorkspace, (db) => listErasedMarks(db, firstWorkspace));
      const now = () => new Date('2026-04-01T00:00:00Z');
      expect(await replayErased(store, list, now)).toMatchObject({ conversations: 1, people: 1 });
      expect(await findTraces(client, traces)).toEqual([]);
      const broken = (await verifyStore(store, { now: () => 0 })).flatMap(({ violations }) => violations);
      expect(broken).toEqual([]);
      expect(await replayErased(store, list, now)).toEqual({ conversations: 0, people: 0 });
    } finally {
      await store.close();
      await client.end();
    }
  });
});

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

describe('erasing an agent who left', { timeout: 60_000 }, () => {
  const theirs = ['brisa', 'holloway'];

  it('keeps the statistics, and no name', async () => {
    const before = await rows('SELECT score, quality FROM scores ORDER BY quality');
    const identities = await findOne('holloway');
    expect(identities).toMatchObject([{ kind: 'agent', name: 'Brisa Holloway' }]);
    const wanted = { kind: 'agent', identityIds: identities.map(({ id }) => id), words: [] };
    const { body } = await send<ErasurePreview>('POST', '/api/v1/erasures/preview', wanted);
    expect(body).toMatchObject({ conversations: 0, kept: 1 });
    const receipt = await erase({ ...wanted, typed: 'Brisa Holloway' });
    expect(receipt.counts).toMatchObject({ conversations: 0, renamed: 1 });
    expect(await findTraces(admin, theirs)).toEqual([]);
    expect(await rows('SELECT score, quality FROM scores ORDER BY quality')).toEqual(before);
    expect(await rows("SELECT name FROM authors WHERE role = 'agent'")).toMatchObject([
      { name: expect.stringMatching(/^Former agent [0-9a-f]{4}$/) },
    ]);
  });

  it('knows them again under the same stand-in when a source brings them back', async () => {
    await push().catch(() => {});
    await app.until(async () => (await rows("SELECT FROM arrivals WHERE state = 'waiting'")).length === 0);
    expect(await findTraces(admin, [...traces, ...theirs])).toEqual([]);
    expect(await rows("SELECT FROM authors WHERE role = 'agent'")).toHaveLength(1);
    expect(await app.broken()).toEqual([]);
  });
});
