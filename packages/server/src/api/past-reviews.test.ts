import type { PastReviewsSummary } from '@rapport/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { localPerson } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

const count = 30;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('past_reviews', keepImports);
  await saveScored(
    app.store,
    Array.from({ length: count }, (_, at) =>
      conversationOf(`t-${at}`, [
        ['Kim', 'This is the second broken lamp you have sent me. I am really unhappy with this service.'],
        [
          'Agent: Ada',
          at % 2 === 0 ? 'What is your order number?' : 'I am so sorry that the second lamp came broken as well.',
        ],
      ]),
    ),
  );
});
afterAll(() => app.end());

const header = 'ticket id,agent,reviewer,category,rating,scale,comment,date';
const file = [
  header,
  ...Array.from({ length: count }, (_, at) => [
    `t-${at},Agent: Ada,cy@example.org,Empathy,${at % 2 === 0 ? 1 : 5},1-5,,2025-01-31`,
    `t-${at},Agent: Ada,Dee,Empathy,${at % 2 === 0 ? 1 : 4},1-5,"Call 07911 123456 back",2025-02-01`,
  ]).flat(),
  't-1,Agent: Ada,Dee,Empathy,9,1-5,,',
  'elsewhere,Bo,Dee,Our greeting,yes,,,',
].join('\n');

const send = (text: string, query: string, path = '/api/v1/past-reviews', http = app.http) =>
  http.inject({
    method: 'POST',
    url: `${path}?${query}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(text),
  });
const summary = async (http = app.http): Promise<PastReviewsSummary> =>
  (await http.inject('/api/v1/past-reviews')).json();

describe('past reviews', () => {
  it('are looked at before anything is kept', async () => {
    const look = await send(file, 'fileName=old.csv', '/api/v1/past-reviews/look');
    expect(look.statusCode, look.body).toBe(200);
    expect(look.json()).toMatchObject({ missing: [], rows: 62, readable: 61, problems: [{ line: 62 }] });
    expect((await summary()).imports).toEqual([]);
  });

  it('are kept whole: each row is a rating, one known before, or named with its reason', async () => {
    const kept = await send(file, 'fileName=old.csv');
    expect(kept.statusCode, kept.body).toBe(201);
    expect(kept.json().import).toMatchObject({ rows: 62, kept: 61, known: 0, refused: 1 });
    const again = await send(file, 'fileName=old.csv');
    expect(again.json().import).toMatchObject({ kept: 0, known: 61, refused: 1 });
    const checks = await verifyStore(app.store, { now: () => 0 });
    expect(checks.find(({ name }) => name === 'past-reviews-counted')).toMatchObject({ checked: 2, violations: [] });
  });

  it('lose addresses and numbers before they are stored, and reviewers stay apart all the same', async () => {
    const stored = await inWorkspace(app.store, firstWorkspace, (db) =>
      db.selectFrom('past_reviews').select(['reviewer', 'comment']).execute(),
    );
    expect(JSON.stringify(stored)).not.toMatch(/example\.org|07911/);
    expect((await summary()).reviewers.map(({ reviewer }) => reviewer)).toEqual([
      'Dee',
      expect.stringMatching(/^masked-/),
    ]);
  });

  it('tell how far people agree with each other and with the scorer, with ranges', async () => {
    const { categories, ratings, found } = await summary();
    expect([ratings, found]).toEqual([61, 60]);
    const [empathy, greeting] = categories;
    expect(empathy).toMatchObject({ category: 'Empathy', quality: 'empathy', ratings: 60 });
    expect(empathy?.people).toMatchObject({ n: 30 });
    expect(empathy?.people.value).toBeGreaterThan(0.7);
    expect(empathy?.machine.lower).toBeLessThan(empathy?.machine.value ?? 0);
    expect(greeting).toMatchObject({ quality: null, people: { reason: 'one_rater' }, machine: { reason: 'no_data' } });
  });

  it('are shown of the authors a person sees, and brought only by admins', async () => {
    const holds = ['anyone', 'member', 'reader', 'reviewer', 'lead'] as const;
    const http = await app.rebuild({ personOf: () => ({ ...localPerson, role: 'lead', sees: [], holds }) });
    expect(await summary(http)).toMatchObject({
      mayImport: false,
      imports: [],
      ratings: 0,
      categories: [],
      reviewers: [],
    });
    expect((await send(file, 'fileName=old.csv', '/api/v1/past-reviews', http)).statusCode).toBe(403);
  });

  it('go again with their file', async () => {
    const [newest] = (await summary()).imports;
    const removed = await app.http.inject({ method: 'DELETE', url: `/api/v1/past-reviews/${newest?.id}`, payload: {} });
    expect(removed.json()).toEqual({ removed: 0 });
    expect((await app.http.inject(`/api/v1/past-reviews/${newest?.id}/problems`)).statusCode).toBe(404);
    expect((await summary()).imports).toHaveLength(1);
  });

  it('are refused when no row can be read, with the first reason', async () => {
    const refused = await send(`${header}\n,,,,,,,`, 'fileName=old.csv');
    expect([refused.statusCode, refused.json().detail]).toEqual([
      422,
      expect.stringContaining('It names no conversation'),
    ]);
    expect((await send(file, 'fileName=old.csv&columns=nonsense')).statusCode).toBe(400);
  });
});

describe('a scorecard from a file', () => {
  it('becomes a draft, with the rows it could not use', async () => {
    const text = 'group,category,scale,weight,critical\nSafety,Identity checked,2,2,yes\nSafety,,2,1,\n';
    const made = await send(text, 'name=From%20the%20old%20tool', '/api/v1/scorecards/import');
    expect(made.statusCode, made.body).toBe(201);
    const { scorecard, problems } = made.json();
    expect(scorecard.versions[0]).toMatchObject({ state: 'draft', content: { groups: [{ name: 'Safety' }] } });
    expect(problems).toMatchObject([{ line: 3, reason: 'It names no category.' }]);
  });
});
