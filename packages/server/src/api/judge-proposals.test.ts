/** A category by a prompt of the team's own, through the real API, against a judge that behaves and one that does its worst. */
import { type Category, emptyCategory, nearestPoint, qualityIds, type ReviewDetail } from '@rapport/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JudgeSettings } from '../judge/judge-settings.ts';
import { type JudgeStub, saying } from '../judge/judge-stub.fixture.ts';
import {
  type AppWithJudge,
  danaReply,
  misbehaviours,
  missedManager,
  startAppWithJudge,
} from './app-with-judge.fixture.ts';
import { localPerson, type Person } from './permit.ts';
import type { TestApp } from './test-app.ts';

let judged: AppWithJudge;
let http: TestApp['http'];
let stub: JudgeStub;
let caller: Person;
let dana: number;
let finished: ReviewDetail;
let draftId: string;

const prompt =
  'A manager was asked for. Met: the reply says whether one will call. Missed: it says nothing of a manager.';
const byPrompt: Category = {
  ...emptyCategory('manager'),
  ...{ name: 'Answers who asks for a manager', kind: { type: 'prompt', prompt } },
};
const missedIt = { moments: [missedManager] };
const rebuild = (changes: Partial<JudgeSettings> | null) => judged.rebuild(changes, () => caller);

const send = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, on = http) => {
  const answer = await on.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
};
const ok = async (...given: Parameters<typeof send>) => {
  const answer = await send(...given);
  expect(answer.status, answer.text.slice(0, 400)).toBeLessThan(300);
  return answer.body;
};
const propose = (on = http) => send('POST', `/reviews/${finished.id}/judge`, { categoryId: 'manager' }, on);
const proposals = async () => (await ok('GET', `/reviews/${finished.id}/judge`)).proposals;

beforeAll(async () => {
  judged = await startAppWithJudge('judge_proposals', 3);
  ({ stub } = judged);
  const [tent, quick] = judged.conversationIds;
  dana = judged.agentIds[0] ?? 0;
  caller = { ...localPerson, writesAs: judged.agentIds };
  http = await rebuild({});
  const { scorecardId, version } = await ok('GET', '/scorecards/default');
  await ok('POST', `/scorecards/${scorecardId}/draft`, {});
  const content = { groups: [...version.content.groups, { id: 'own', name: 'Own', categories: [byPrompt] }] };
  await ok('PUT', `/scorecards/${scorecardId}/draft`, { revision: 1, content });
  await ok('POST', `/scorecards/${scorecardId}/publish`, { revision: 2, note: 'Asks for managers' });
  const { review } = await ok('POST', '/reviews/self', { conversationId: String(tent) });
  const ratings = [...qualityIds, 'manager'].map((categoryId) => ({
    ...{ categoryId, chosen: 3, rootCauses: [], quotes: [], comment: '' },
  }));
  await ok('PUT', `/reviews/${review.id}/draft`, { saves: review.saves, content: { ratings, note: '' }, seconds: 9 });
  finished = (await ok('POST', `/reviews/${review.id}/finish`, { seconds: 9 })).review;
  draftId = (await ok('POST', '/reviews/self', { conversationId: String(quick) })).review.id;
});
afterAll(() => judged?.end());
beforeEach(() => judged.forget());

describe('a category by a prompt', () => {
  it('is proposed a rating by the judge, with exact words, and the review stays as people rated it', async () => {
    stub.behave(saying(missedIt));
    const before = await ok('GET', `/reviews/${finished.id}`);
    const { body } = await propose();
    expect(body).toMatchObject({ categoryId: 'manager', trouble: null, fromStore: false });
    expect(body.proposal).toMatchObject({
      ...{ agentId: String(dana), chosen: 1, score: 0, verdict: 'missed', model: 'stub-7b', host: stub.url.host },
      rubricVersion: expect.stringMatching(/^prompt-[0-9a-f]{10}$/),
    });
    expect(body.proposal.moments[0].response).toMatchObject({ messageId: 'tent-3', start: 0, quote: danaReply });
    expect(await proposals()).toEqual([body.proposal]);
    expect(await ok('GET', `/reviews/${finished.id}`)).toEqual(before);
    expect(before.review.comparison.machine.map(({ categoryId }: { categoryId: string }) => categoryId)).not.toContain(
      'manager',
    );
  });

  it('tells the judge the team’s own words, and keeps a conversation’s words between the fences', async () => {
    stub.behave(saying(missedIt));
    await propose();
    const sent = JSON.parse(stub.calls[0]?.body ?? '{}');
    const [system, user] = sent.messages.map(({ content }: { content: unknown }) => JSON.stringify(content));
    expect(system).toContain('says whether one will call');
    expect(system).not.toContain('Empathy');
    expect(user).not.toContain('says whether one will call');
    expect(stub.calls[0]?.body).not.toMatch(/Dana|Kim Doe|sk-secret/);
  });

  it('asks once for the same words, and stands in the log each time somebody was asked', async () => {
    stub.behave(saying(missedIt));
    await propose();
    expect((await propose()).body).toMatchObject({ fromStore: true, proposal: { chosen: 1 } });
    expect(stub.calls).toHaveLength(1);
    const { entries } = await ok('GET', '/audit?what=judge-asked');
    expect(entries[0]).toMatchObject({ what: 'judge-asked', detail: { category: 'manager', trouble: null } });
  });

  it('may be not applicable, where nothing called for it', async () => {
    const nothing = { triggerMessage: null, trigger: null, responseMessage: null, response: null };
    stub.behave(saying({ moments: [{ ...nothing, verdict: 'no-opportunity', why: 'Nobody asked for one.' }] }));
    expect((await propose()).body.proposal).toMatchObject({ chosen: null, score: null, verdict: 'no-opportunity' });
  });

  it.each(misbehaviours)('stays unrated, with the reason, when a judge %s', async (_what, behaviour, kind) => {
    stub.behave(behaviour);
    const { status, body } = await propose();
    expect(status).toBe(200);
    expect(body).toMatchObject({ proposal: null, trouble: { kind, sentence: expect.stringMatching(/judge/i) } });
    expect(await proposals()).toEqual([]);
  });

  it('is asked about nothing while no judge is set up, or the day’s budget is spent', async () => {
    stub.behave(saying(missedIt));
    expect((await propose(await rebuild(null))).body).toMatchObject({ proposal: null, trouble: { kind: 'off' } });
    const none = await rebuild({ budget: { unit: 'calls', perDay: 0 } });
    expect((await propose(none)).body).toMatchObject({ proposal: null, trouble: { kind: 'no-budget' } });
    expect(stub.calls).toHaveLength(0);
  });
});

describe('who may ask', () => {
  it('nobody while the review is a draft: it stays blind, as if there were none', async () => {
    const [hidden, absent] = [
      await send('GET', `/reviews/${draftId}/judge`),
      await send('GET', '/reviews/99999/judge'),
    ];
    expect([hidden.status, hidden.text]).toEqual([404, absent.text]);
    const asked = await send('POST', `/reviews/${draftId}/judge`, { categoryId: 'manager' });
    expect([asked.status, stub.calls.length]).toEqual([404, 0]);
  });

  it('no program, whatever its key may write: words go out when a person asks', async () => {
    stub.behave(saying(missedIt));
    const local = caller;
    try {
      caller = {
        ...localPerson,
        id: 'key:1',
        role: 'key',
        holds: ['anyone', 'member', 'reader', 'reviewer', 'ingest'],
      };
      const asked = await propose();
      expect([asked.status, asked.body.code, stub.calls.length]).toEqual([403, 'not-allowed', 0]);
    } finally {
      caller = local;
    }
  });

  it('only about a category with a prompt', async () => {
    const asked = await send('POST', `/reviews/${finished.id}/judge`, { categoryId: 'empathy' });
    expect([asked.status, asked.body.code]).toEqual([400, 'bad-request']);
  });

  it('whom it is about reads what was proposed and asks nobody; a stranger finds nothing', async () => {
    stub.behave(saying(missedIt));
    await propose();
    const local = caller;
    try {
      caller = { ...localPerson, id: 'dana', role: 'agent', holds: ['member'], sees: [dana], writesAs: [dana] };
      expect(await proposals()).toHaveLength(1);
      expect((await propose()).status).toBe(403);
      caller = { ...localPerson, id: 'lea', role: 'lead', holds: ['member', 'reader', 'reviewer', 'lead'], sees: [-1] };
      expect((await propose()).status).toBe(404);
      expect((await send('GET', `/reviews/${finished.id}/judge`)).status).toBe(404);
    } finally {
      caller = local;
    }
  });
});

describe('the nearest point of a scale', () => {
  it('is that of the arithmetic read backwards; in doubt the lower one', () => {
    expect([0, 50, 100].map((score) => nearestPoint(score, 3))).toEqual([1, 2, 3]);
    expect([0, 33.3, 66.7, 100].map((score) => nearestPoint(score, 4))).toEqual([1, 2, 3, 4]);
    expect([50, 25, 75].map((score) => nearestPoint(score, 2))).toEqual([1, 1, 2]);
  });
});
