import { qualityIds } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRole, ownerRole } from '../database/roles.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { findScorerVersion } from '../store/checks.ts';
import { tallyAgents } from '../store/focus-tally.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let http: TestApp['http'];
let caller: Person = localPerson;
let conversationId: string;
let ana: number;

const query = <T>(question: (db: Db) => Promise<T>): Promise<T> => inWorkspace(app.store, firstWorkspace, question);

beforeAll(async () => {
  app = await startTestApp('disputes', keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  const [id] = await saveScored(app.store, [
    conversationOf('c1', [
      ['Kim', 'My lamp came broken and I am so upset. Can you send a new one?'],
      ['Agent: Ana', 'I am so sorry that your lamp came broken. I will send a new one today.'],
      ['Kim', 'Thank you, that helps a lot.'],
    ]),
  ]);
  conversationId = String(id);
  http = await app.rebuild({ personOf: () => caller });
  ana = await query(async (db) => {
    const { rows } = await sql<{ id: number }>`SELECT id FROM authors WHERE role = 'agent'`.execute(db);
    return rows[0]?.id ?? 0;
  });
});
afterAll(() => app.end());

const agent = (): Person => ({
  ...localPerson,
  ...{ id: 'ana', name: 'Ana', role: 'agent', holds: ['anyone', 'member'], sees: [ana], writesAs: [ana] },
});
const lead = (): Person => ({ ...localPerson, id: 'lee', name: 'Lee', role: 'lead' });

const send = async (person: Person, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  caller = person;
  const answer = await http.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) });
  caller = localPerson;
  return { status: answer.statusCode, text: answer.body, body: answer.json() };
};
const reason = 'I named what was broken and said when the new one leaves.';
const contest = (person: Person, changes: object = {}, proposed = 'partly') =>
  send(person, 'POST', '/disputes', {
    of: { about: 'machine', conversationId, agentId: String(ana), quality: 'professionalism', ...changes },
    ...{ proposed, reason },
  });
const counted = () =>
  query(async (db) => {
    const version = (await findScorerVersion(db, firstWorkspace)) ?? '';
    const { agents } = await tallyAgents(db, firstWorkspace, { scorerVersion: version, sees: null });
    return agents[0]?.qualities.professionalism?.called ?? 0;
  });

describe('a dispute', () => {
  it('is opened by whom it is about; for everybody else there is nothing there', async () => {
    const missing = await contest(agent(), { conversationId: '999999' });
    const stranger = await contest({ ...agent(), id: 'ben', writesAs: [ana + 1] });
    expect([missing.status, stranger.status]).toEqual([404, 404]);
    expect(stranger.text).toBe(missing.text);
    expect((await contest(lead())).status).toBe(404);
  });

  it('needs another reading and a sentence', async () => {
    const stood = await query((db) =>
      sql<{ verdict: string }>`SELECT verdict FROM scores WHERE quality = 'professionalism'`.execute(db),
    );
    expect((await contest(agent(), {}, stood.rows[0]?.verdict)).status).toBe(400);
    expect((await contest(agent(), {}, 'splendid')).status).toBe(400);
    const of = { about: 'machine', conversationId, agentId: String(ana), quality: 'professionalism' };
    expect((await send(agent(), 'POST', '/disputes', { of, proposed: 'partly', reason: 'no' })).status).toBe(400);
  });

  it('keeps the score out of averages until somebody else decides, and for good where it was wrong', async () => {
    expect(await counted()).toBe(1);
    const { status, body } = await contest(agent());
    expect(status).toBe(201);
    expect(body).toMatchObject({ about: 'machine', category: 'Professionalism', state: 'open', mine: true });
    expect((await contest(agent())).status).toBe(409);
    expect(await counted()).toBe(0);
    const decision = { state: 'rejected', words: 'The words read as rushed to me as well.' };
    const own = await send({ ...agent(), holds: lead().holds }, 'POST', `/disputes/${body.id}/decision`, decision);
    expect(own.status).toBe(403);
    expect((await send(agent(), 'POST', `/disputes/${body.id}/decision`, decision)).status).toBe(403);
    const decided = await send(lead(), 'POST', `/disputes/${body.id}/decision`, decision);
    expect(decided.body).toMatchObject({ state: 'rejected', words: decision.words, mayDecide: false });
    expect(await counted()).toBe(1);
    expect((await send(lead(), 'POST', `/disputes/${body.id}/decision`, decision)).status).toBe(409);
    const second = (await contest(agent())).body;
    await send(lead(), 'POST', `/disputes/${second.id}/decision`, { ...decision, state: 'accepted' });
    expect(await counted()).toBe(0);
  });

  it('can be taken back by whoever opened it, and then counts as if it had never been', async () => {
    const { body } = await contest(agent(), { quality: 'communication' });
    expect((await send({ ...lead(), writesAs: [] }, 'POST', `/disputes/${body.id}/withdraw`)).status).toBe(404);
    expect((await send(agent(), 'POST', `/disputes/${body.id}/withdraw`)).body).toMatchObject({ state: 'withdrawn' });
    const { disputes, summary } = (await send(agent(), 'GET', '/disputes')).body;
    expect(disputes).toHaveLength(3);
    expect(summary).toMatchObject({ windowDays: 14, open: 0, decided: 2, changed: { value: null, n: 2 } });
    expect((await send({ ...agent(), writesAs: [] }, 'GET', '/disputes')).body.disputes).toEqual([]);
  });

  it('tells whoever opened it that it was answered', async () => {
    await query(async (db) => {
      await sql`INSERT INTO users (id, home_workspace, name, email)
        VALUES ('ana', ${firstWorkspace}, 'Ana', 'ana@example.org')`.execute(db);
      await sql`INSERT INTO members (workspace_id, user_id, role) VALUES (${firstWorkspace}, 'ana', 'agent')`.execute(
        db,
      );
    });
    const { body } = await contest(agent(), { quality: 'communication' });
    const decision = { state: 'rejected', words: 'It is as clear as it could be made.' };
    expect((await send(lead(), 'POST', `/disputes/${body.id}/decision`, decision)).status).toBe(200);
    const { rows } = await query((db) => sql`SELECT user_id, kind, object FROM notices`.execute(db));
    expect(rows).toEqual([{ user_id: 'ana', kind: 'dispute-answered', object: body.id }]);
  });

  it('is too late after the window', async () => {
    await send(localPerson, 'PUT', '/dispute-window', { windowDays: 3 });
    await query((db) => sql`UPDATE assessments SET assessed_at = '2025-02-20T12:00:00Z'`.execute(db));
    const late = await contest(agent(), { quality: 'communication' });
    expect([late.status, late.text.includes('3 days')]).toEqual([400, true]);
    expect((await send(agent(), 'PUT', '/dispute-window', { windowDays: 300 })).status).toBe(403);
  });
});

describe('a disputed review', () => {
  const chosen = qualityIds.map((categoryId) => ({ categoryId, chosen: 1, rootCauses: [], quotes: [], comment: '' }));

  it('is out of averages, and where the agent was right a revision with that rating takes its place', async () => {
    const drawn = { kind: 'random', wanted: 1, reviewerIds: ['local'] };
    await send(localPerson, 'POST', '/review-draws', drawn);
    const [task] = (await send(localPerson, 'GET', '/review-tasks/mine')).body.tasks;
    const { review } = (await send(localPerson, 'POST', `/review-tasks/${task.assignmentId}/open`)).body;
    const content = { ratings: chosen, note: '' };
    await send(localPerson, 'PUT', `/reviews/${review.id}/draft`, { saves: 0, content, seconds: 9 });
    const done = await send(localPerson, 'POST', `/reviews/${review.id}/finish`, { seconds: 9 });
    expect(done.body.review).toMatchObject({ state: 'finished', score: 0 });
    const of = { about: 'review', reviewId: review.id, categoryId: 'empathy' };
    const opened = await send(agent(), 'POST', '/disputes', { of, proposed: '3', reason });
    expect(opened.body).toMatchObject({ stood: { value: '1', name: 'Missed' }, proposed: { value: '3', name: 'Met' } });
    expect((await send(localPerson, 'GET', `/reviews/${review.id}`)).body.review.state).toBe('disputed');
    const decision = { state: 'partly', decided: '2', words: 'It names the loss, though not what it meant.' };
    const mine = await send(localPerson, 'POST', `/disputes/${opened.body.id}/decision`, decision);
    expect(mine.status).toBe(403);
    const decided = await send(lead(), 'POST', `/disputes/${opened.body.id}/decision`, decision);
    expect(decided.body).toMatchObject({ state: 'partly', decided: { value: '2', name: 'Partly' } });
    const stands = await query((db) =>
      sql<{ state: string; score: number; revision: number }>`
        SELECT state, score, revision FROM reviews ORDER BY revision`.execute(db),
    );
    expect(stands.rows).toEqual([
      { state: 'revised', score: 0, revision: 1 },
      { state: 'finished', score: expect.closeTo(50 / 14, 9), revision: 2 },
    ]);
  });

  it('leaves everything that can be checked in order, and a decision about oneself is found', async () => {
    const broken = async () =>
      (await verifyStore(app.store, { now: () => 0 }))
        .filter(({ violations }) => violations.length > 0)
        .map(({ name }) => name);
    expect(await broken()).not.toContain('disputes-decided-by-others');
    expect(await broken()).not.toContain('reviews-recompute');
    await query((db) => sql`UPDATE disputes SET decided_by = 'local' WHERE review_id IS NOT NULL`.execute(db));
    expect(await broken()).toContain('disputes-decided-by-others');
  });
});
