import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

const upset =
  'Hi Dora, I am so upset. The tent for my son’s birthday never came and the party is ruined. Regards,\nOlga';
const missed = (id: string, agent: string, customer: string) =>
  conversationOf(id, [
    [customer, upset],
    [`Agent: ${agent}`, `This is ${agent}. Delivery takes three to five working days.`],
    [customer, 'The order is 4411.'],
    [`Agent: ${agent}`, 'Please fill in the form.'],
  ]);

let app: TestApp;
let ids: number[];
let authors: Map<string, number>;
beforeAll(async () => {
  app = await startTestApp('practice', keepImports);
  ids = await saveScored(app.store, [missed('a', 'Dora Quill', 'Olga Rey'), missed('b', 'Ivo Lind', 'Una Pike')]);
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number; name: string }>`SELECT id, name FROM authors`.execute(db),
  );
  authors = new Map(rows.map(({ id, name }) => [name, id]));
});
afterAll(() => app.end());

const agentNamed = (name: string): Person => {
  const own = [authors.get(`Agent: ${name}`) ?? 0];
  return { ...localPerson, id: name, name, role: 'agent', holds: ['anyone', 'member'], sees: own, writesAs: own };
};
const as = (person: Person) => app.rebuild({ personOf: () => person });
const json = async (http: FastifyInstance, url: string) => {
  const answer = await http.inject(url);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.json();
};

describe('practice', () => {
  it('begins with an agent’s own missed moments, each up to the reply', async () => {
    const answer = await json(await as(agentNamed('Dora Quill')), '/api/v1/practice/moments?quality=empathy');
    expect(answer).toMatchObject({ whose: 'own', hasOwn: true });
    expect(answer.moments.length).toBeGreaterThan(0);
    const [moment] = answer.moments;
    expect(moment).toMatchObject({ whose: 'own', quality: 'empathy', conversationId: String(ids[0]) });
    expect(moment.turns.at(-1)).toMatchObject({ role: 'customer', text: upset });
    expect(moment.turns[moment.trigger.turn].text.slice(moment.trigger.start, moment.trigger.end)).toBe(
      moment.trigger.quote,
    );
    expect(moment.written).toContain('three to five working days');
  });

  it('shows the team’s without any name, address or way to the conversation', async () => {
    const http = await as(agentNamed('Ivo Lind'));
    const answer = await json(http, '/api/v1/practice/moments?quality=empathy&whose=team&seed=4');
    const foreign = answer.moments.filter(({ whose }: { whose: string }) => whose === 'team');
    expect(foreign.length).toBeGreaterThan(0);
    expect(JSON.stringify(foreign)).not.toMatch(/Dora|Quill|Olga|Rey\b/);
    expect(foreign[0]).toMatchObject({ conversationId: null });
    const { turn, start, end, quote } = foreign[0].trigger;
    expect(foreign[0].turns[turn].text.slice(start, end)).toBe(quote);
    expect(await json(http, '/api/v1/practice/moments?quality=empathy&whose=team&seed=4')).toEqual(answer);
  });

  it('stores nothing until a reply is kept, and then shows it to nobody else', async () => {
    const dora = await as(agentNamed('Dora Quill'));
    const { moments } = await json(dora, '/api/v1/practice/moments?quality=empathy');
    const reply = 'I’m so sorry that the tent for your son’s birthday never came and the party is ruined.';
    expect(await json(dora, '/api/v1/practice/kept')).toEqual({ kept: [] });
    const payload = { momentId: moments[0].id, reply };
    const kept = await dora.inject({ method: 'POST', url: '/api/v1/practice/kept', payload });
    expect([kept.statusCode, kept.json()]).toMatchObject([201, { verdict: 'met', reply, quality: 'empathy' }]);
    const ivo = await as(agentNamed('Ivo Lind'));
    expect(await json(ivo, '/api/v1/practice/kept')).toEqual({ kept: [] });
    expect(await json(app.http, '/api/v1/practice/kept')).toEqual({ kept: [] });
    const url = `/api/v1/practice/kept/${kept.json().id}`;
    const [others, nobodys] = [
      await ivo.inject({ method: 'DELETE', url }),
      await ivo.inject({ method: 'DELETE', url: `${url}99` }),
    ];
    expect([others.statusCode, others.body]).toEqual([404, nobodys.body]);
    expect((await dora.inject({ method: 'DELETE', url })).statusCode).toBe(200);
    expect(await json(dora, '/api/v1/practice/kept')).toEqual({ kept: [] });
  });

  it('keeps nothing for a moment that is not there', async () => {
    for (const momentId of ['999-0', 'x', '1-']) {
      const answer = await app.http.inject({
        method: 'POST',
        url: '/api/v1/practice/kept',
        payload: { momentId, reply: 'Hi' },
      });
      expect(answer.statusCode).toBe(404);
    }
  });
});

describe('suggestions', () => {
  const proposal = (conversation: number | undefined, quote = 'three to five working days') => {
    const text = 'This is Dora Quill. Delivery takes three to five working days.';
    const start = text.indexOf(quote);
    return {
      ...{ kind: 'macro', title: 'Say the day', words: 'The macro gives a span where we know the day.' },
      conversationId: String(conversation),
      said: { messageId: 'a-1', start, end: start + quote.length, quote },
    };
  };
  const propose = (http: FastifyInstance, payload: object) =>
    http.inject({ method: 'POST', url: '/api/v1/suggestions', payload });

  it('come out of a conversation the agent may read, with its exact words', async () => {
    const dora = await as(agentNamed('Dora Quill'));
    const made = await propose(dora, proposal(ids[0]));
    expect([made.statusCode, made.json()]).toMatchObject([
      201,
      { kind: 'macro', state: 'open', owner: null, isOwn: true, quote: { quote: 'three to five working days' } },
    ]);
    const inexact = { ...proposal(ids[0]), said: { messageId: 'a-1', start: 0, end: 4, quote: 'That' } };
    expect((await propose(dora, inexact)).statusCode).toBe(400);
    const [others, missing] = [await propose(dora, proposal(ids[1])), await propose(dora, proposal(99_999))];
    expect([others.statusCode, others.body]).toEqual([404, missing.body]);
  });

  it('are seen by others once they are answered, their quote only by who may read the conversation', async () => {
    const ivo = await as(agentNamed('Ivo Lind'));
    expect((await json(ivo, '/api/v1/suggestions')).suggestions).toEqual([]);
    const { suggestions, mayAnswer, owners } = await json(app.http, '/api/v1/suggestions');
    expect([suggestions.length, mayAnswer]).toEqual([1, true]);
    expect(owners).toEqual([{ id: 'local', name: localPerson.name }]);
    const url = `/api/v1/suggestions/${suggestions[0].id}`;
    const answer = (http: FastifyInstance, payload: object) => http.inject({ method: 'PUT', url, payload });
    const accepted = { ownerId: 'local', state: 'accepted', answer: 'Good idea: the macro will name the day.' };
    expect((await answer(ivo, accepted)).statusCode).toBe(403);
    expect((await answer(app.http, { ...accepted, answer: '' })).statusCode).toBe(400);
    expect((await answer(app.http, { ...accepted, ownerId: 'zoe' })).json().detail).toContain('nobody here');
    expect((await answer(app.http, accepted)).json()).toMatchObject({
      ...accepted,
      owner: localPerson.name,
      isOwn: false,
    });
    const seen = await json(ivo, '/api/v1/suggestions');
    expect(seen).toMatchObject({ mayAnswer: false, owners: [], suggestions: [{ ...accepted, quote: null }] });
    const own = await json(await as(agentNamed('Dora Quill')), '/api/v1/suggestions');
    expect(own.suggestions[0]).toMatchObject({ isOwn: true, quote: { author: 'Agent 1' } });
  });

  it('lose their quote, and nothing else, when its message is corrected', async () => {
    await inWorkspace(app.store, firstWorkspace, (db) =>
      sql`UPDATE messages SET text = text || ' Thanks.' WHERE message_id = 'a-1'`.execute(db),
    );
    const { suggestions } = await json(app.http, '/api/v1/suggestions');
    expect(suggestions[0]).toMatchObject({ title: 'Say the day', quote: null });
  });
});
