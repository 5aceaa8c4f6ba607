/** A prompt tried before it is published, through the real API, against a judge that behaves and one that does its worst. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JudgeSettings } from '../judge/judge-settings.ts';
import { type Behaviour, type JudgeStub, saying } from '../judge/judge-stub.fixture.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import {
  type AppWithJudge,
  danaReply,
  misbehaviours,
  missedManager as moment,
  startAppWithJudge,
} from './app-with-judge.fixture.ts';
import { localPerson, type Person } from './permit.ts';
import type { TestApp } from './test-app.ts';

let judged: AppWithJudge;
let http: TestApp['http'];
let stub: JudgeStub;
let caller: Person = localPerson;
let tent: string;
let dana: string;

const category = { name: 'Managers', prompt: 'Met: the reply says whether a manager will call.', points: 3 };

const rebuild = (changes: Partial<JudgeSettings> | null) => judged.rebuild(changes, () => caller);
const post = async (url: string, payload: object, on = http) => {
  const answer = await on.inject({ method: 'POST', url: `/api/v1${url}`, payload });
  return { status: answer.statusCode, text: answer.body, body: answer.json() };
};
const tryIt = (changes: object = {}, on = http) =>
  post('/prompt-trials', { ...category, conversationId: tent, ...changes }, on);
const stored = () =>
  inWorkspace(judged.app.store, firstWorkspace, async (db) => {
    const count = async (table: string) =>
      (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db)).rows[0]?.n;
    const scores = await sql`SELECT * FROM scores ORDER BY assessment_id, quality`.execute(db);
    return { opinions: await count('judge_opinions'), moments: await count('moments'), scores: scores.rows };
  });

beforeAll(async () => {
  judged = await startAppWithJudge('prompt_trials', 1);
  ({ stub } = judged);
  tent = String(judged.conversationIds[0]);
  dana = String(judged.agentIds[0]);
  http = await rebuild({});
});
afterAll(() => judged?.end());
beforeEach(() => judged.forget());

describe('trying a prompt', () => {
  it('draws a few conversations at random, which the seed repeats, and asks nobody for that', async () => {
    stub.behave(saying({ moments: [moment] }));
    const first = await post('/prompt-trials/draw', { count: 2 });
    expect(first.body).toMatchObject({ of: 2, parts: [{ agentId: expect.any(String) }, {}] });
    const again = await post('/prompt-trials/draw', { count: 2, seed: first.body.seed });
    expect(again.body).toEqual(first.body);
    expect((await post('/prompt-trials/draw', { count: 11 })).status).toBe(400);
    expect(stub.calls).toHaveLength(0);
  });

  it('shows the answer with exact words and what it took, and stores none of it', async () => {
    stub.behave(saying({ moments: [moment] }));
    const before = await stored();
    const { status, body, text } = await tryIt({ agentId: dana });
    expect(status, text).toBe(200);
    expect(body).toMatchObject({ chosen: 1, trouble: null, spent: { calls: 1, tokens: 1000 }, agentId: dana });
    expect(body.said.moments[0].response).toMatchObject({ messageId: 'tent-3', start: 0, quote: danaReply });
    expect(body.budget).toMatchObject({ unit: 'calls', perDay: 100, used: 1 });
    expect(stub.calls[0]?.body).toContain('whether a manager will call');
    // Without a memory: the same is asked again, and says again what it took.
    expect((await tryIt()).body.budget.used).toBe(2);
    expect(await stored()).toEqual(before);
    const { entries } = (await http.inject({ method: 'GET', url: '/api/v1/audit?what=judge-asked' })).json();
    expect(entries[0]).toMatchObject({ object: tent, detail: { trial: true, trouble: null } });
  });

  it('asks a server that stumbles again within the budget, and counts each request', async () => {
    stub.behave((response, call, received) =>
      call < 2
        ? void response.writeHead(503, { 'retry-after': '0' }).end()
        : saying({ moments: [moment] })(response, call, received),
    );
    expect((await tryIt()).body).toMatchObject({ chosen: 1, spent: { calls: 2 }, budget: { used: 2 } });
  });

  const silence: [string, Behaviour, string] = ['never answers', () => {}, 'timeout'];
  it.each([...misbehaviours, silence])(
    'says why there is no answer when a judge %s, and what it took',
    async (_what, behaviour, kind) => {
      stub.behave(behaviour);
      const { status, body } = await tryIt();
      expect(status).toBe(200);
      expect(body).toMatchObject({
        said: null,
        chosen: null,
        trouble: { kind, sentence: expect.stringMatching(/judge/i) },
      });
      expect([body.spent.calls, body.budget.used]).toEqual([1, 1]);
      expect((await stored()).opinions).toBe(0);
    },
  );

  it('asks nobody when the day’s budget is used up, or no judge is set up', async () => {
    stub.behave(saying({ moments: [moment] }));
    const one = await rebuild({ budget: { unit: 'calls', perDay: 1 } });
    expect((await tryIt({}, one)).body).toMatchObject({ chosen: 1, budget: { used: 1 } });
    expect((await tryIt({}, one)).body).toMatchObject({
      trouble: { kind: 'no-budget' },
      spent: { calls: 0, tokens: 0 },
    });
    expect((await tryIt({}, await rebuild(null))).body).toMatchObject({ trouble: { kind: 'off' }, budget: null });
    expect(stub.calls).toHaveLength(1);
  });

  it('is for leads, of what they see: nobody else’s service is drawn or sent', async () => {
    stub.behave(saying({ moments: [moment] }));
    try {
      caller = { ...localPerson, id: 'lea', role: 'lead', holds: ['member', 'reader', 'reviewer', 'lead'], sees: [-1] };
      const [hidden, absent] = [await tryIt(), await tryIt({ conversationId: '987654321' })];
      expect([hidden.status, hidden.text]).toEqual([404, absent.text]);
      expect((await post('/prompt-trials/draw', {})).body).toMatchObject({ parts: [], of: 0 });
      caller = { ...localPerson, id: 'rae', role: 'reviewer', holds: ['member', 'reader', 'reviewer'] };
      expect((await tryIt()).status).toBe(403);
    } finally {
      caller = localPerson;
    }
    expect(stub.calls).toHaveLength(0);
  });
});
