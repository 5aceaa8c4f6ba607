import { type Conversation, importRun, problem } from '@rapport/contract';
import { isSatisfied } from '@rapport/insight';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeImport } from '../store/imports.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

const lateTent: Conversation = conversationOf(
  'tent',
  [
    [
      'Kim Doe',
      'My tent was meant to arrive on Wednesday and I am really upset. It is my daughter’s first camping trip.',
    ],
    ['Agent: Dana', 'Please give me your order number so that I can check the tracking.'],
    [
      'Kim Doe',
      'I already gave you the order number. This is the second time I tell you. I want to speak to a manager.',
    ],
    [
      'Agent: Dana',
      'I am so sorry, that trip matters and we let you down. I have refunded the delivery charge of $20 and I will email you the tracking number by 3 pm today.',
    ],
    ['Kim Doe', 'Thank you, that helps a lot.'],
  ],
  { csatRaw: '4', csatMax: 5, subject: 'Late tent' },
);
const quickQuestion: Conversation = conversationOf(
  'stove',
  [
    ['Lee Poe', 'Hello, does the small stove work with any gas cartridge?'],
    [
      'Agent: Omar',
      'Good morning Lee! Yes, it works with every screw-on cartridge. Is there anything else I can help with?',
    ],
    ['Lee Poe', 'No, that is all. Thank you!'],
  ],
  { customer: 'Lee Poe', csatRaw: '2', csatMax: 5, channel: 'email' },
);
const again: Conversation = conversationOf(
  'tent-2',
  [
    ['Kim Doe', 'Hi again, the tracking number you promised never came. I am still waiting and this is frustrating.'],
    ['Agent: Dana', 'I understand how frustrating that is. Here is the number: 4711. It arrives tomorrow.'],
  ],
  { subject: 'Tracking number' },
);
// Later than the first one, so that it has an earlier conversation.
again.messages.forEach((message, index) => {
  message.at = new Date(Date.UTC(2025, 0, 8, 9, index)).toISOString();
});

let app: TestApp;
let ids: number[];
beforeAll(async () => {
  app = await startTestApp('api', keepImports);
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
      ...{ conversations: 3, messages: 10, agents: 2, scored: 3, sample: false, agentNamesShown: false, ladder: null },
      period: { from: '2025-01-06T09:00:00.000Z', to: '2025-01-08T09:01:00.000Z' },
    });
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
      '\uFEFFid,source,source_id,channel,subject,customer,agents,status,resolved,tags,csat,csat_min,csat_max,first_at,last_at,' +
        'messages,feeling_first,feeling_last,heard,heard_seconds,signals,wrote_again,open_promises,goodwill,exceptional,' +
        'not_scored,scorer_version',
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
  it('lists everybody but customers in no doubt', async () => {
    const { authors, customers } = await get('/api/v1/authors');
    expect(authors.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ['Agent 1', 'agent'],
      ['Agent 2', 'agent'],
    ]);
    expect(customers).toBe(3);
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
    const http = await app.rebuild({});
    const move = (state: 'reading' | 'done') =>
      inWorkspace(app.store, firstWorkspace, (db) => changeImport(db, firstWorkspace, Number(id), { state }));
    const watching = http.inject(`/api/v1/imports/${id}/events`);
    setTimeout(() => void move('reading').then(() => setTimeout(() => void move('done'), 400)), 300);
    const began = Date.now();
    const answer = await watching;
    expect(answer.headers['content-type']).toBe('text/event-stream');
    const events = answer.body.split('\n\n').filter((part) => part.startsWith('event: import\n'));
    const states = events.map((part) => importRun.parse(JSON.parse(part.split('data: ')[1] ?? '')).state);
    expect(states).toEqual(['looking', 'reading', 'done']);
    // Two looks without a notice would take four seconds.
    expect(Date.now() - began).toBeLessThan(3500);
  });
});

describe('focus', () => {
  it('has no answer before one was found, and says whether one is being found', async () => {
    expect(await get('/api/v1/focus')).toEqual({ focus: null, refreshing: false });
  });
});
