import { accessRules } from '@rapport/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

const angry = 'My kettle broke and I am so upset about it!';
const made = [
  conversationOf('of-ann', [
    ['Kim', angry],
    ['Agent: Ann', 'I am so sorry your kettle broke. I will call you tomorrow.'],
  ]),
  conversationOf('of-bea', [
    ['Lou', angry],
    ['Agent: Bea', 'Send it in.'],
  ]),
  conversationOf('of-both', [
    ['Pat', angry],
    ['Agent: Ann', 'I am so sorry your kettle broke, Pat. I will call you tomorrow.'],
    ['Pat', 'Nobody called me. This is awful.'],
    ['Agent: Bea', 'Send it in. As goodwill you get 10 euros back.'],
  ]),
];

let app: TestApp;
let ids: number[];
let ann: number;
let bea: number;
beforeAll(async () => {
  app = await startTestApp('seen', keepImports);
  ids = await saveScored(app.store, made);
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number; name: string }>`SELECT id, name FROM authors`.execute(db),
  );
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? -1;
  [ann, bea] = [idOf('Agent: Ann'), idOf('Agent: Bea')];
});
afterAll(() => app.end());

const as = (changes: Partial<Person>): Promise<FastifyInstance> =>
  app.rebuild({ personOf: () => ({ ...localPerson, ...changes }) });
const agentAnn = () => as({ id: 'ann', role: 'agent', holds: ['anyone', 'member'], sees: [ann], writesAs: [ann] });
const leadOfAnn = () => as({ id: 'lead', role: 'lead', holds: accessRules, sees: [ann] });

describe('whoever may see only some authors', () => {
  it('is told of the others’ conversations exactly what is told of missing ones', async () => {
    for (const http of [await agentAnn(), await leadOfAnn()]) {
      const other = await http.inject(`/api/v1/conversations/${ids[1]}`);
      const missing = await http.inject('/api/v1/conversations/987654');
      expect([other.statusCode, other.body]).toEqual([404, missing.body]);
      expect((await http.inject(`/api/v1/conversations/${ids[0]}`)).statusCode).toBe(200);
    }
  });

  it('reads a shared conversation whole, with the scores of those authors alone', async () => {
    const detail = (await (await agentAnn()).inject(`/api/v1/conversations/${ids[2]}`)).json();
    expect(detail.messages).toHaveLength(4);
    expect(detail.assessments.map(({ agentId }: { agentId: string }) => agentId)).toEqual([String(ann)]);
    expect(new Set(detail.moments.map(({ agent }: { agent: string }) => agent)).size).toBe(1);
    expect(detail.goodwill).toEqual([]);
    const whole = (await app.http.inject(`/api/v1/conversations/${ids[2]}`)).json();
    expect([whole.assessments.length, whole.goodwill.length]).toEqual([2, 1]);
  });

  it('finds, counts and exports nothing else, and cannot ask about the others through a filter', async () => {
    const http = await leadOfAnn();
    const list = (await http.inject('/api/v1/conversations')).json();
    expect([list.total, list.rows.map(({ id }: { id: string }) => id)]).toEqual([2, [String(ids[2]), String(ids[0])]]);
    expect((await http.inject('/api/v1/conversations?q=lou')).json().total).toBe(0);
    expect((await http.inject(`/api/v1/conversations?agentId=${bea}`)).json().total).toBe(0);
    expect((await http.inject(`/api/v1/conversations?agentId=${bea}&quality=empathy`)).json().total).toBe(0);
    const { views } = (await http.inject('/api/v1/views')).json();
    expect(views.find(({ id }: { id: string }) => id === 'all').count).toBe(2);
    const lines = (await http.inject('/api/v1/exports/scores?format=jsonl')).body.trim().split('\n');
    expect(new Set(lines.map((line) => JSON.parse(line).source_id))).toEqual(new Set(['of-ann', 'of-both']));
    expect(new Set(lines.map((line) => JSON.parse(line).agent)).size).toBe(1);
    expect((await http.inject('/api/v1/exports/conversations')).body).not.toContain('of-bea');
    const { authors } = (await http.inject('/api/v1/authors')).json();
    expect(authors.map(({ id }: { id: string }) => id)).toEqual([String(ann)]);
  });

  it('is told in the rail how many there are of what they may see', async () => {
    const seenBy = async (http: FastifyInstance) => (await http.inject('/api/v1/status')).json().seen;
    expect(await seenBy(await leadOfAnn())).toEqual({ conversations: 2, more: false });
    expect(await seenBy(await as({ holds: accessRules, sees: [] }))).toEqual({ conversations: 0, more: false });
    expect(await seenBy(await as({}))).toEqual({ conversations: 3, more: false });
  });

  it('draws ten moments of those authors, in a deck of their own', async () => {
    const http = await leadOfAnn();
    const deck = (await http.inject({ method: 'POST', url: '/api/v1/checks', payload: {} })).json();
    const drawn = new Set(deck.cards.map(({ conversationId }: { conversationId: string }) => conversationId));
    expect(drawn.has(String(ids[1]))).toBe(false);
    expect((await app.http.inject('/api/v1/checks/latest')).json()).toEqual({ deck: null });
    const answer = { method: 'POST' as const, payload: { verdict: 'met' } };
    const others = await app.http.inject({ ...answer, url: `/api/v1/checks/${deck.id}/cards/0` });
    const missing = await app.http.inject({ ...answer, url: '/api/v1/checks/999/cards/0' });
    expect([others.statusCode, others.body]).toEqual([404, missing.body]);
    expect((await http.inject({ ...answer, url: `/api/v1/checks/${deck.id}/cards/0` })).statusCode).toBe(200);
  });
});

it('nobody of another workspace sees or changes anything of this one', async () => {
  const http = await as({ workspace: 2 });
  const other = await http.inject(`/api/v1/conversations/${ids[0]}`);
  expect([other.statusCode, other.body]).toEqual([404, (await http.inject('/api/v1/conversations/987654')).body]);
  expect((await http.inject('/api/v1/conversations')).json().total).toBe(0);
  expect((await http.inject('/api/v1/status')).json().conversations).toBe(0);
  const { imports } = (await app.http.inject('/api/v1/imports')).json();
  const cancelled = await http.inject({ method: 'POST', url: `/api/v1/imports/${imports[0].id}/pause` });
  expect(cancelled.statusCode).not.toBe(200);
});
