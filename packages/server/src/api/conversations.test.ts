import { problem } from '@rapport/contract';
import { isSatisfied } from '@rapport/insight';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { again, lateTent, quickQuestion } from './made-conversations.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let ids: number[];
beforeAll(async () => {
  app = await startTestApp('reading', keepImports);
  ids = await saveScored(app.store, [lateTent, quickQuestion, again]);
});
afterAll(() => app.end());

const get = async (url: string) => {
  const answer = await app.http.inject(url);
  expect(answer.statusCode, `${url}: ${answer.body.slice(0, 300)}`).toBe(200);
  return answer.json();
};
const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload: object = {}) =>
  app.http.inject({ method, url, payload });

describe('status', () => {
  it('counts what is stored, without anybody’s name', async () => {
    expect(await get('/api/v1/status')).toMatchObject({
      ...{
        conversations: 3,
        messages: 10,
        agents: 2,
        scored: 3,
        sample: false,
        sampleMixed: false,
        agentNamesShown: false,
        ladder: null,
      },
      period: { from: '2025-01-06T09:00:00.000Z', to: '2025-01-08T09:01:00.000Z' },
    });
  });
});

describe('versions of the scorer', () => {
  it('are told with the status: one has read everything, so there is nothing to score again', async () => {
    const scoring = { behind: 0, leftOut: 0, rescore: null };
    const status = await get('/api/v1/status');
    expect(status.scoring).toEqual({
      ...scoring,
      scorerVersion: status.scorerVersion,
      focusVersion: status.scorerVersion,
    });
    expect(await get('/api/v1/scoring')).toEqual(status.scoring);
    const started = await send('POST', '/api/v1/rescores');
    expect([started.statusCode, started.json()]).toEqual([202, { rescore: null }]);
    expect((await send('POST', '/api/v1/rescores/7/pause')).statusCode).toBe(404);
  });

  it('each have their line in the trend of a quality', async () => {
    const trend = await get('/api/v1/trend?quality=empathy');
    expect(trend).toMatchObject({ quality: 'empathy', by: 'week', changes: [] });
    expect(trend.lines).toHaveLength(1);
    expect(trend.lines[0].points[0]).toMatchObject({ from: '2025-01-06T00:00:00.000Z', met: { value: null } });
    expect((await app.http.inject('/api/v1/trend?quality=nothing')).statusCode).toBe(400);
    expect(await get('/api/v1/trend?quality=patience&by=month')).toMatchObject({ by: 'month' });
  });
});

describe('the list of conversations', () => {
  const listed = async (query: string) =>
    (await get(`/api/v1/conversations${query}`)).rows.map(({ sourceId }: { sourceId: string }) => sourceId);

  it('begins with the newest, agents under their alias and customers under their name', async () => {
    const page = await get('/api/v1/conversations');
    expect(page).toMatchObject({ total: 3, totalIsExact: true, next: null });
    expect(page.rows.map(({ sourceId }: { sourceId: string }) => sourceId)).toEqual(['tent-2', 'tent', 'stove']);
    expect(page.rows[1]).toMatchObject({
      customer: 'Kim Doe',
      agents: ['Agent 1'],
      csat: { value: 4, min: 1, max: 5 },
    });
    expect(JSON.stringify(page)).not.toMatch(/Dana|Omar/);
  });

  it('takes every filter of the contract', async () => {
    expect(await listed('?q=daughter%20camping')).toEqual(['tent']);
    expect(await listed('?q=-camping%20cartridge')).toEqual(['stove']);
    expect(await listed('?channel=email')).toEqual(['stove']);
    expect(await listed('?source=other')).toEqual([]);
    const [run] = (await get('/api/v1/imports')).imports;
    expect(await listed(`?importId=${run.id}`)).toEqual(['tent-2', 'tent', 'stove']);
    expect(await listed('?importId=none')).toEqual([]);
    expect(await listed('?rated=satisfied')).toEqual(['tent']);
    expect(await listed('?rated=unsatisfied')).toEqual(['stove']);
    expect(await listed('?rated=none')).toEqual(['tent-2']);
    expect(await listed('?from=2025-01-07T00:00:00Z')).toEqual(['tent-2']);
    expect(await listed('?to=2025-01-07T00:00:00Z')).toEqual(['tent', 'stove']);
    expect(await listed('?signal=asked-for-manager')).toEqual(['tent']);
    for (const query of [
      ...['agentId=1', 'agentId=none', 'quality=empathy&verdict=missed&followed=yes', 'verdict=met&agentId=1'],
      ...['feeling=lifted', 'feeling=fell', 'feeling=unhappy-at-end', 'signal=wrote-again', 'quality=empathy'],
      ...['flag=fix-first', 'flag=exceptional', 'flag=open-promise', 'flag=goodwill', 'flag=unsure', 'flag=not-scored'],
    ]) {
      const page = await get(`/api/v1/conversations?${query}`);
      expect(page.rows, query).toHaveLength(page.total);
    }
  });

  it('means by satisfied what the focus analysis means', async () => {
    const rated = [4, 3, 5, 1].map((value) =>
      conversationOf(`r${value}`, [['A', 'Hi']], { csatRaw: String(value), csatMax: 5, customer: null }),
    );
    await saveScored(app.store, rated);
    const names = rated.filter((one) => isSatisfied(one)).map(({ id }) => id);
    const satisfied = await listed('?rated=satisfied');
    expect(satisfied.filter((id: string) => id.startsWith('r')).sort()).toEqual(names.sort());
  });

  it('goes on from page to page in every order, and shows each conversation once', async () => {
    const all = (await listed('?limit=200')).sort();
    for (const sort of ['newest', 'oldest', 'most-to-learn', 'unhappiest']) {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page: { rows: { sourceId: string }[]; next: string | null } = await get(
          `/api/v1/conversations?limit=2&sort=${sort}${after === '' ? '' : `&after=${after}`}`,
        );
        seen.push(...page.rows.map(({ sourceId }) => sourceId));
        after = page.next;
      }
      expect(seen.toSorted(), sort).toEqual(all);
    }
  });

  it('refuses a cursor that is none, or of another order', async () => {
    const { next } = await get('/api/v1/conversations?limit=1');
    for (const query of [`after=${next}&sort=oldest`, 'after=bm9uc2Vuc2U', 'after=W10']) {
      expect((await app.http.inject(`/api/v1/conversations?${query}`)).statusCode, query).toBe(400);
    }
  });
});

describe('one conversation', () => {
  it('has the words that were sent, evidence that lies in them, and aliases for agents', async () => {
    const detail = await get(`/api/v1/conversations/${ids[0]}`);
    expect(detail.messages.map(({ text }: { text: string }) => text)).toEqual(
      lateTent.messages.map(({ text }) => text),
    );
    expect(detail.messages[1]).toMatchObject({ role: 'agent', author: 'Agent 1', scored: true, emotion: null });
    expect(detail.messages[0].emotion.valence).toBeLessThan(0);
    const textOf = new Map<string, string>(
      detail.messages.map((one: { id: string; text: string }) => [one.id, one.text]),
    );
    const quotes = detail.moments.flatMap(({ trigger, response }: { trigger: unknown; response: unknown }) => [
      trigger,
      response,
    ]);
    for (const quote of quotes.filter(Boolean)) {
      expect(textOf.get(quote.messageId)?.slice(quote.start, quote.end)).toBe(quote.quote);
    }
    expect(detail.moments.length).toBeGreaterThan(3);
    expect(detail.assessments[0].agent).toBe('Agent 1');
    expect(Object.keys(detail.assessments[0].qualities)).toHaveLength(14);
    expect(detail.summary).toMatch(/; the customer .+\.$/);
    expect(JSON.stringify({ ...detail, messages: [] })).not.toContain('Agent: Dana');
  });

  it('names the earlier conversations of the same customer', async () => {
    const { earlier } = await get(`/api/v1/conversations/${ids[2]}`);
    expect(earlier).toEqual([{ id: String(ids[0]), subject: 'Late tent', lastAt: '2025-01-06T09:04:00.000Z' }]);
  });

  it('is not found under an id that is none', async () => {
    for (const id of ['999999', 'x', '1e3', '-1']) {
      const answer = await app.http.inject(`/api/v1/conversations/${id}`);
      expect(answer.statusCode).toBe(404);
      expect(problem.parse(answer.json()).wayOut).toBeTruthy();
    }
  });
});

describe('views', () => {
  it('counts the built-in ones exactly as their lists do', async () => {
    const { views } = await get('/api/v1/views');
    expect(views.map(({ name }: { name: string }) => name).slice(0, 7)).toEqual([
      ...['All', 'Fixed before acknowledged', 'Left unhappier', 'Open promises', 'Machine unsure', 'Exceptional'],
      'Had to write again',
    ]);
    for (const { filter, count } of views) {
      const { total } = await get(`/api/v1/conversations?${new URLSearchParams(filter)}`);
      expect(count, JSON.stringify(filter)).toBe(total);
    }
  });

  it('saves one under a name, once, and forgets it', async () => {
    const saved = await send('POST', '/api/v1/views', { name: ' Late ', filter: { q: 'tent' } });
    expect(saved.statusCode).toBe(201);
    expect(saved.json()).toMatchObject({ name: 'Late', count: 1, builtIn: false });
    expect((await send('POST', '/api/v1/views', { name: 'Late', filter: {} })).statusCode).toBe(409);
    expect((await send('POST', '/api/v1/views', { name: 'exceptional', filter: {} })).statusCode).toBe(409);
    expect((await send('DELETE', `/api/v1/views/${saved.json().id}`)).json()).toEqual({ removed: true });
    expect((await send('DELETE', '/api/v1/views/all')).statusCode).toBe(404);
  });
});
