import { type ImportState, importRun, problem } from '@rapport/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ImportNoticeBoard, openImportNotices } from '../store/import-notices.ts';
import { changeImport } from '../store/imports.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { again, lateTent, quickQuestion } from './made-conversations.ts';
import { keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('writing', keepImports);
  await saveScored(app.store, [lateTent, quickQuestion, again]);
});
afterAll(() => app.end());

const get = async (url: string) => {
  const answer = await app.http.inject(url);
  expect(answer.statusCode, `${url}: ${answer.body.slice(0, 300)}`).toBe(200);
  return answer.json();
};
const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload: object = {}) =>
  app.http.inject({ method, url, payload });

describe('check it against me', () => {
  it('deals ten moments, hides the machine’s verdict until the person’s, and lets none be changed', async () => {
    expect((await get('/api/v1/checks/latest')).deck).toBeNull();
    const deck = (await send('POST', '/api/v1/checks', {})).json();
    expect(deck.cards).toHaveLength(10);
    expect(deck.cards.every(({ machine }: { machine: unknown }) => machine === null)).toBe(true);
    expect(deck.cards.every(({ excerpt }: { excerpt: unknown[] }) => excerpt.length > 0)).toBe(true);
    // The open ten go on; nothing new is drawn.
    expect((await send('POST', '/api/v1/checks', {})).json().id).toBe(deck.id);
    const url = `/api/v1/checks/${deck.id}/cards/${deck.cards[0].id}`;
    const answered = (await send('POST', url, { verdict: 'met', seconds: 9.5 })).json();
    expect(answered.cards[0].machine.verdict).toMatch(/met|partly|missed/);
    expect(answered).toMatchObject({ answered: 1, agreement: { n: 1 } });
    expect((await send('POST', url, { verdict: 'missed' })).statusCode).toBe(409);
    expect((await send('POST', `/api/v1/checks/${deck.id}/cards/99`, { verdict: 'met' })).statusCode).toBe(404);
    expect((await send('POST', '/api/v1/checks', { fresh: true })).json().id).not.toBe(deck.id);
  });
});

describe('exports', () => {
  it('gives conversations and scores as CSV and JSON lines, agents under their alias', async () => {
    const csv = (await app.http.inject('/api/v1/exports/conversations')).body;
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFid,source,source_id,channel,subject,customer,agents,status,resolved,tags,csat,csat_min,csat_max,' +
        'csat_comment,first_at,last_at,' +
        'messages,feeling_first,feeling_last,heard,heard_seconds,signals,wrote_again,open_promises,goodwill,exceptional,' +
        'not_scored,follow_up_of,scorer_version',
    );
    expect(lines[1]).toContain('Late tent,Kim Doe,Agent 1,closed');
    const scores = (await app.http.inject('/api/v1/exports/scores?format=jsonl')).body.trim().split('\n');
    expect(scores.length % 14).toBe(0);
    expect(JSON.parse(scores[0] ?? '')).toMatchObject({
      source_id: 'tent',
      agent: 'Agent 1',
      quality: 'active-listening',
    });
    expect(csv + scores.join('')).not.toMatch(/Dana|Omar/);
  });

  it('gives only the checks that were answered', async () => {
    const rows = (await app.http.inject('/api/v1/exports/checks?format=jsonl')).body.trim().split('\n');
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0] ?? '')).toMatchObject({ card: 0, your_verdict: 'met', seconds: 9.5 });
  });
});

describe('who is who', () => {
  it('lists everybody but customers in no doubt, by name and without a number', async () => {
    const { authors, customers } = await get('/api/v1/authors');
    expect(authors.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ['Agent: Dana', 'agent'],
      ['Agent: Omar', 'agent'],
    ]);
    expect(customers).toBe(2);
  });
});

describe('imports', () => {
  it('takes a file as raw bytes, and answers with the import', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const url = '/api/v1/imports?fileName=..%2F..%2Fmine.csv&source=desk';
    const answer = await app.http.inject({ method: 'POST', url, headers, payload: Buffer.alloc(5000, 65) });
    expect(answer.statusCode).toBe(201);
    expect(importRun.parse(answer.json())).toMatchObject({ fileName: 'mine.csv', source: 'desk', fileBytes: 5000 });
    const tooLarge = await app.http.inject({ method: 'POST', url, headers, payload: Buffer.alloc(2 ** 20 + 1) });
    expect(tooLarge.statusCode).toBe(413);
    expect(problem.parse(tooLarge.json()).wayOut).toContain('RAPPORT_UPLOAD_LIMIT');
    expect((await send('POST', url, {})).statusCode).toBe(400);
  });

  it('lists and shows them, and hands each wish on', async () => {
    const { imports } = await get('/api/v1/imports');
    const { id } = imports[0];
    expect(await get(`/api/v1/imports/${id}`)).toMatchObject({ id });
    expect(await get(`/api/v1/imports/${id}/problems`)).toEqual({ problems: [], next: null });
    const wishes = [
      ['mapping', { mapping: { body: 'Text' }, dayFirst: true }, 'reading'],
      ['authors', { roles: { '1': 'agent' } }, 'scoring'],
      ['pause', {}, 'paused'],
      ['resume', {}, 'reading'],
      ['cancel', {}, 'cancelled'],
    ] as const;
    for (const [wish, body, state] of wishes) {
      expect((await send('POST', `/api/v1/imports/${id}/${wish}`, body)).json(), wish).toMatchObject({ id, state });
    }
    expect((await app.http.inject('/api/v1/imports/999')).statusCode).toBe(404);
    expect((await app.http.inject('/api/v1/imports/999/events')).statusCode).toBe(404);
    expect((await send('POST', '/api/v1/sample')).statusCode).toBe(201);
  });

  it('tells live how an import goes on, to a real listener, until it is over', async () => {
    const created = await app.http.inject({
      ...{ method: 'POST', url: '/api/v1/imports?fileName=live.csv', payload: 'x' },
      headers: { 'content-type': 'application/octet-stream' },
    });
    const { id } = created.json();
    const board = openImportNotices(app.database.appUrl);
    let heard = 0;
    const importNotices: ImportNoticeBoard = {
      ...board,
      listen: (importId, ring) =>
        board.listen(importId, () => {
          heard += 1;
          ring();
        }),
    };
    const http = await app.rebuild({ importNotices });
    const told: ImportState[] = ['looking', 'reading', 'done'];
    const move = (state: ImportState) =>
      inWorkspace(app.store, firstWorkspace, (db) => changeImport(db, firstWorkspace, Number(id), { state }));
    const watching = http.inject(`/api/v1/imports/${id}/events`);
    /** Said again and again, until a notice of it has been heard: at first nobody may be listening yet. */
    const until = async (state: ImportState) => {
      const before = heard;
      await vi.waitUntil(
        async () => {
          await move(state);
          return heard > before;
        },
        { timeout: 30_000, interval: 50 },
      );
    };
    for (const state of told) await until(state);
    const answer = await watching;
    await board.close();
    expect(answer.headers['content-type']).toBe('text/event-stream');
    const events = answer.body.split('\n\n').filter((part) => part.startsWith('event: import\n'));
    const states = events.map((part) => importRun.parse(JSON.parse(part.split('data: ')[1] ?? '')).state);
    // What changes twice between two looks is told once.
    expect(states).toEqual(told.filter((one) => states.includes(one)));
    expect(states.at(-1)).toBe('done');
  });
});

describe('focus', () => {
  it('has no answer before one was found, and says whether one is being found', async () => {
    expect(await get('/api/v1/focus')).toMatchObject({ focus: null, refreshing: false });
  });
});
