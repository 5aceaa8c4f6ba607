import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApp, startLiveApp } from '../arrivals/live-app.fixture.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { localPerson } from './permit.ts';

let app: LiveApp;
beforeAll(async () => {
  app = await startLiveApp('pushes');
});
afterAll(() => app?.end());

const conversation = (id: string, ...texts: string[]) => ({
  id,
  channel: 'chat',
  subject: 'Lamp',
  messages: texts.map((text, index) => ({
    id: `${id}-${index}`,
    at: `2026-01-05T10:0${index}:00Z`,
    role: index % 2 === 0 ? 'customer' : 'agent',
    author: index % 2 === 0 ? 'Ann Weller' : 'Ben Hale',
    authorId: index % 2 === 0 ? 'c-1' : 'a-1',
    text,
  })),
});

interface Answer {
  status: number;
  body: Record<string, unknown> & { id: string; problems: Record<string, unknown>[] };
  raw: string;
}

async function push(body: unknown, headers: Record<string, string> = {}, query = ''): Promise<Answer> {
  const answer = await app.http.inject({
    ...{ method: 'POST', url: `/api/v1/conversations${query}` },
    headers: { host: 'localhost:80', 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.statusCode, body: answer.json(), raw: answer.body };
}

async function ask(id: string): Promise<{ status: number; state: string }> {
  const headers = { host: 'localhost:80' };
  const answer = await app.http.inject({ method: 'GET', url: `/api/v1/pushes/${id}`, headers });
  return { status: answer.statusCode, state: answer.json<{ state: string }>().state };
}

const scored = (id: string) => app.until(async () => (await ask(id)).state === 'scored');

const rows = (query: ReturnType<typeof sql<Record<string, unknown>>>) =>
  inWorkspace(app.store, firstWorkspace, async (db) => (await query.execute(db)).rows);

describe('a push', () => {
  it('is stored and scored, with what its sender says about who is who', { timeout: 30_000 }, async () => {
    const sent = await push(conversation('p1', 'My lamp broke, I am upset', 'I am sorry, I will send a new one'));
    expect(sent).toMatchObject({ status: 202, body: { conversations: 1, messages: 2, problems: [] } });
    await scored(sent.body.id);
    const found = await rows(sql`
      SELECT c.message_count, c.subject, a.role, a.name, a.alias_number IS NOT NULL AS numbered, a.messages FROM conversations c
      JOIN messages m ON m.conversation_id = c.id JOIN authors a ON a.id = m.author_id
      WHERE c.source = 'push' AND c.source_id = 'p1' ORDER BY m.at`);
    expect(found).toEqual([
      { message_count: 2, subject: 'Lamp', role: 'customer', name: 'Ann Weller', numbered: false, messages: 1 },
      { message_count: 2, subject: 'Lamp', role: 'agent', name: 'Ben Hale', numbered: true, messages: 1 },
    ]);
    expect(await app.broken()).toEqual([]);
  });

  it('updates what was pushed before and doubles nothing, with ids and without', { timeout: 30_000 }, async () => {
    const bare = (...texts: string[]) => {
      const one = conversation('p2', ...texts);
      return { ...one, messages: one.messages.map(({ id: _, ...rest }) => rest) };
    };
    await push([conversation('p3', 'one', 'two'), bare('one', 'two', 'three')]);
    await push([conversation('p3', 'one', 'two, corrected'), bare('one', 'two, corrected')]);
    const last = await push(conversation('p3', 'one', 'two, corrected', 'three'));
    await scored(last.body.id);
    const found = await rows(sql`
      SELECT c.source_id, array_agg(m.text ORDER BY m.position) AS texts FROM conversations c
      JOIN messages m ON m.conversation_id = c.id WHERE c.source_id IN ('p2', 'p3') GROUP BY 1 ORDER BY 1`);
    expect(found).toEqual([
      { source_id: 'p2', texts: ['one', 'two, corrected'] },
      { source_id: 'p3', texts: ['one', 'two, corrected', 'three'] },
    ]);
    expect(await app.broken()).toEqual([]);
  });

  it('answers the same key and body the same, and refuses the key for another body', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const [first, second] = await Promise.all([
      push(conversation('p4', 'hello'), key),
      push(conversation('p4', 'hello'), key),
    ]);
    expect(second.raw).toBe(first.raw);
    expect(await push(conversation('p4', 'other'), key)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    const counted = await rows(sql`SELECT count(*)::integer AS n FROM arrivals WHERE delivery_key = 'k-1'`);
    expect(counted).toEqual([{ n: 1 }]);
  });

  it('keeps the good ones and names the others by index, field, reason and way out', async () => {
    const bad = conversation('p6', 'fine', 'not fine');
    const broken = { ...bad, messages: bad.messages.map((one, index) => (index === 1 ? { ...one, at: 'soon' } : one)) };
    const sent = await push([conversation('p5', 'hello'), broken, { messages: [] }, 7]);
    expect(sent).toMatchObject({ status: 202, body: { conversations: 2, messages: 2, refusedMessages: 3 } });
    expect(sent.body.problems).toMatchObject([
      { index: 1, conversation: 'p6', field: 'messages[1].at', code: 'bad-date', severity: 'refused' },
      { index: 2, field: 'id', code: 'no-conversation', severity: 'refused' },
      { index: 3, code: 'not-a-conversation', severity: 'refused' },
    ]);
    for (const problem of sent.body.problems) expect(problem).toHaveProperty('wayOut');
  });

  it('is refused whole, and stores nothing, where nothing in it can be read', async () => {
    expect(await push([{ id: 'p7', messages: [{ at: '2026-01-05' }] }])).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'body.0.messages[0].text' }] },
    });
    expect(await push('{"id": ')).toMatchObject({ status: 400 });
    expect(await push('[]')).toMatchObject({ status: 400 });
    expect(await push({ id: 'p7', messages: [{ text: `a\0b`, role: 'agent' }] })).toMatchObject({ status: 400 });
    expect(await push(conversation('p8', 'x'.repeat(2 ** 20)))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect(await rows(sql`SELECT id FROM conversations WHERE source_id IN ('p7', 'p8')`)).toEqual([]);
  });

  it('keeps all digits of a long id, and masks addresses before anything is stored', { timeout: 30_000 }, async () => {
    const text = '"text":"Write to ann.weller@post.example","role":"customer","at":"2026-01-05T10:00:00Z"';
    const bad = '{"id":2,"author":"Ben","role":"agent","text":"Hi","at":"ann.weller@post.example"}';
    const one = `{"id":1,"author":"ann.weller@post.example",${text}}`;
    const sent = await push(`{"id":9007199254740993,"messages":[${one},${bad}]}`);
    expect(sent.body).toMatchObject({ refusedMessages: 1 });
    const waiting = await rows(
      sql`SELECT content::text AS content, problems::text AS problems FROM arrivals WHERE id = ${Number(sent.body.id)}`,
    );
    expect(JSON.stringify(waiting)).not.toContain('ann.weller@');
    await scored(sent.body.id);
    expect(await rows(sql`SELECT source_id FROM conversations WHERE source_id LIKE '9007%'`)).toEqual([
      { source_id: '9007199254740993' },
    ]);
    expect(await rows(sql`SELECT message_id FROM messages WHERE text LIKE '%post.example%'`)).toEqual([]);
  });

  it('is shown to its sender and to admins, and to other keys like one that does not exist', async () => {
    const sent = await push(conversation('p9', 'hello'));
    const keyed = await app.rebuild({
      personOf: () => ({ ...localPerson, id: 'key:2', role: 'key', holds: ['ingest'], sees: [] }),
    });
    const get = (id: string) =>
      keyed.inject({ method: 'GET', url: `/api/v1/pushes/${id}`, headers: { host: 'localhost:80' } });
    const [other, missing] = [await get(sent.body.id), await get('999999')];
    expect(other.statusCode).toBe(404);
    expect(other.body).toBe(missing.body);
    expect((await ask(sent.body.id)).status).toBe(200);
  });
});
