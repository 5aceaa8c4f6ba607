import type { KeptWordsState, MaskedPlace } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveApp, startLiveApp } from '../arrivals/live-app.fixture.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';

let app: LiveApp;
beforeAll(async () => {
  app = await startLiveApp('kept-words');
});
afterAll(() => app?.end());

const host = { host: 'localhost:80' };
const ask = async <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
  const answer = await app.http.inject({
    ...{ method, url: `/api/v1${path}`, headers: host, ...(payload === undefined ? {} : { payload }) },
  });
  return { status: answer.statusCode, text: answer.body, body: answer.json<T>() };
};
const all = <T extends object>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  inWorkspace(app.store, firstWorkspace, async (db) => (await query.execute(db)).rows);

const secrets = ['ann.weller@post.example', '+44 20 7946 0018', 'DE89 3704 0044 0532 0130 00'];
const never = ['4111 1111 1111 1111', 'hunter2secret'];
const textOf = (n: number): string =>
  `Order ${n}: write to ${secrets[0]} or call ${secrets[1]}, IBAN ${secrets[2]}. Card ${never[0]}, password: ${never[1]}`;

async function push(id: string, text = textOf(1)): Promise<string> {
  await ask('POST', '/conversations?source=shop', {
    id,
    messages: [
      { id: '1', at: '2026-01-05T10:00:00Z', role: 'customer', author: 'Ann', text },
      { id: '2', at: '2026-01-05T10:01:00Z', role: 'agent', author: 'Ben', text: 'I am sorry about that lamp' },
    ],
  });
  let found = '';
  await app.until(async () => {
    const rows = await all(sql<{ id: number; text: string }>`
      SELECT c.id, m.text FROM conversations c JOIN messages m ON m.conversation_id = c.id AND m.message_id = '1'
      WHERE c.source_id = ${id}`);
    found = String(rows[0]?.id ?? '');
    return rows[0]?.text.startsWith(text.slice(0, 8)) === true;
  });
  return found;
}
const placesOf = async (id: string): Promise<MaskedPlace[]> =>
  (await ask<{ places: MaskedPlace[] }>('GET', `/conversations/${id}/masked`)).body.places;
const reveal = (id: string, place: MaskedPlace | undefined, over: object = {}) =>
  ask<{ words: string; kind: string }>('POST', `/conversations/${id}/reveals`, {
    ...{ messageId: place?.messageId ?? '', start: place?.start ?? 0, reason: 'customer-asked', ...over },
  });

describe('masked words', { timeout: 60_000 }, () => {
  it('are not kept unless an owner wants it', async () => {
    const id = await push('off');
    expect(await placesOf(id)).toEqual([]);
    expect((await ask<KeptWordsState>('GET', '/kept-words')).body).toMatchObject({
      ...{ keeps: false, kept: { email: 0, phone: 0, iban: 0 } },
      masked: { email: 1, phone: 1, iban: 1, card: 1, key: 1 },
    });
  });

  it('are kept sealed, and shown one place at a time with an entry in the log; cards and passwords never', async () => {
    expect((await ask<KeptWordsState>('PUT', '/kept-words', { keeps: true })).body.keeps).toBe(true);
    const id = await push('on');
    const places = await placesOf(id);
    expect(places.map(({ kind }) => kind)).toEqual(['email', 'phone', 'iban']);
    expect(places[0]).toMatchObject({
      before: expect.stringMatching(/write to $/),
      after: expect.stringMatching(/^ or call/),
    });
    for (const [n, place] of places.entries()) expect((await reveal(id, place)).body.words).toBe(secrets[n]);
    const entries = await all(sql<{ person_id: string; object: string; detail: Record<string, unknown> }>`
      SELECT person_id, object, detail FROM audit_entries WHERE what = 'revealed' ORDER BY number`);
    expect(entries).toHaveLength(3);
    expect(entries[0]).toMatchObject({
      ...{ person_id: 'local', object: id },
      detail: { kind: 'email', place: 1, reason: 'customer-asked' },
    });
    expect(JSON.stringify(entries)).not.toMatch(/ann\.weller|7946|3704/);
  });

  it('are asked for with a reason of the list, and answer like nothing where nothing was kept', async () => {
    const id = await push('on');
    const [place] = await placesOf(id);
    expect((await reveal(id, place, { reason: 'curious' })).status).toBe(400);
    expect((await reveal(id, place, { reference: 'Ann Weller asked' })).status).toBe(400);
    expect((await reveal(id, place, { start: 3 })).status).toBe(404);
    expect((await reveal('99999', place)).status).toBe(404);
  });

  it('are in no row in the clear, in no answer, in no export and in no log line', async () => {
    const id = await push('on');
    const exported = [];
    for (const what of ['conversations', 'scores']) {
      exported.push((await ask('GET', `/exports/${what}.csv`).catch(() => ({ text: '' }))).text);
    }
    const answers = [
      (await ask('GET', `/conversations/${id}`)).text,
      (await ask('GET', `/conversations?search=${encodeURIComponent('ann.weller')}`)).text,
      ...exported,
    ].join();
    const tables = await all(sql<{ t: string }>`
      SELECT table_name AS t FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`);
    const rows: string[] = [];
    for (const { t } of tables) {
      const found = await all(sql<{ x: string }>`SELECT row_to_json(r)::text AS x FROM ${sql.table(t)} r`).catch(
        () => [],
      );
      rows.push(...found.map(({ x }) => x));
    }
    const everything = [answers, ...rows, ...app.logged, ...app.troubles].join('\n');
    for (const secret of [...secrets, ...never, 'ann.weller', '79460018']) expect(everything).not.toContain(secret);
  });

  it('go when the message is corrected, and are then those of the new text', async () => {
    const id = await push('edited');
    expect(await placesOf(id)).toHaveLength(3);
    await push('edited', 'Order 2: now write to bob@post.example');
    const places = await placesOf(id);
    expect(places.map(({ kind }) => kind)).toEqual(['email']);
    expect((await reveal(id, places[0])).body.words).toBe('bob@post.example');
  });

  it('stay where the same text comes again', async () => {
    const id = await push('on');
    await push('on');
    expect(await placesOf(id)).toHaveLength(3);
    // Once the worker has scored what was pushed last.
    await app.until(async () => (await app.broken()).length === 0);
  });

  it('open neither with another key nor in another workspace', async () => {
    const { createSealWords, openWords } = await import('../secrets/seal-words.ts');
    const key = { bytes: Buffer.alloc(32, 1) };
    const sealed = createSealWords(key, 1)('email', 'ann@post.example');
    expect(openWords(key, 1, { kind: 'email', sealed })).toBe('ann@post.example');
    expect(() => openWords(key, 2, { kind: 'email', sealed })).toThrow(/cannot be opened/);
    expect(() => openWords(key, 1, { kind: 'phone', sealed })).toThrow(/cannot be opened/);
    expect(() => openWords({ bytes: Buffer.alloc(32, 2) }, 1, { kind: 'email', sealed })).toThrow(/cannot be opened/);
  });

  it('are all forgotten at once when it is switched off, and what is sealed but not stored yet is not kept', async () => {
    const off = await ask<KeptWordsState>('PUT', '/kept-words', { keeps: false });
    expect(off.body).toMatchObject({ keeps: false, kept: { email: 0, phone: 0, iban: 0 } });
    expect(await all(sql<{ n: number }>`SELECT count(*)::integer AS n FROM kept_words`)).toEqual([{ n: 0 }]);
    const id = await push('after');
    expect(await placesOf(id)).toEqual([]);
    // Once the worker has scored what was pushed last.
    await app.until(async () => (await app.broken()).length === 0);
  });
});
