import { type CategoryModelAnswer, categoryOfQuality, emptyCategory } from '@rapport/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp, testNow } from '../api/test-app.ts';
import { languageOf } from '../detect-language.ts';
import { loadCategoryModel } from '../store/category-models.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { createScorecard } from '../store/scorecard-drafts.ts';
import type { JobContext } from './job.ts';
import { learnCategory } from './learn-category.ts';
import { shippedScorer } from './scorer.ts';

const count = 60;
let app: TestApp;
let of: { scorecardId: string; categoryId: string };
beforeAll(async () => {
  app = await startTestApp('learning', keepImports);
  await saveScored(
    app.store,
    Array.from({ length: count }, (_, at) =>
      conversationOf(`t-${at}`, [
        ['Kim', `My lamp number ${at} came broken, and I wanted to tell you.`],
        [
          `Agent: ${at % 4}`,
          at % 2 === 0
            ? `A new lamp number ${at * 3} leaves today. I wish you a lovely and bright evening, take care of yourself!`
            : `Lamp ${at * 3} was booked in. Number ${at} is closed.`,
        ],
      ]),
    ),
  );
  const category = { ...emptyCategory('own-1'), name: 'Warm goodbye', kind: { type: 'examples' as const } };
  const content = { groups: [{ id: 'own', name: 'Own', categories: [categoryOfQuality('empathy'), category] }] };
  const scorecardId = await inWorkspace(app.store, firstWorkspace, (db) =>
    createScorecard(db, firstWorkspace, { name: 'Ours', content, by: { name: 'You', now: testNow } }),
  );
  of = { scorecardId, categoryId: 'own-1' };
});
afterAll(() => app.end());

/** The job reaches no more of its context than this. */
const learnIt = (): Promise<void> =>
  learnCategory.handle(
    { store: app.store, scorer: shippedScorer, languageOf, now: () => testNow.getTime() } as JobContext,
    { workspaceId: firstWorkspace, ...of },
  );
const learned = () => inWorkspace(app.store, firstWorkspace, (db) => loadCategoryModel(db, firstWorkspace, of));
const bring = (from: number, to: number) =>
  app.http.inject({
    method: 'POST',
    url: '/api/v1/past-reviews?fileName=old.csv',
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(
      [
        'conversation,category,rating',
        ...Array.from(
          { length: to - from },
          (_, at) => `t-${from + at},warm GOODBYE,${(from + at) % 2 === 0 ? 'yes' : 'no'}`,
        ),
      ].join('\n'),
    ),
  });
const answered = async (): Promise<CategoryModelAnswer> =>
  (await app.http.inject(`/api/v1/scorecards/${of.scorecardId}/categories/own-1/model`)).json();

describe('learning a category from a team’s own reviews', () => {
  it('has nothing to say before anybody asked, and says how many are still needed', async () => {
    expect(await answered()).toMatchObject({ state: 'none', n: 0 });
    await bring(0, 20);
    await learnIt();
    expect(await answered()).toMatchObject({ state: 'too-few', n: 20, met: 10, missed: 10 });
  });

  it('learns from past reviews of that name, and says how well on reviews it had not seen', async () => {
    await bring(20, count);
    await learnIt();
    const answer = await answered();
    expect(answer).toMatchObject({
      state: 'ready',
      n: count,
      met: 30,
      commoner: 0.5,
      learnedAt: testNow.toISOString(),
    });
    expect(answer.accuracy?.value).toBeGreaterThan(0.9);
    expect(answer.kappa?.lower).toBeGreaterThan(0.5);
    expect(answer.signs.length).toBeGreaterThan(0);
  });

  it('learns the same from the same reviews', async () => {
    const before = await learned();
    await learnIt();
    expect(await learned()).toEqual(before);
    expect(before.model?.weights.length).toBeGreaterThan(4000);
  });

  it('of a category that no version has is not found', async () => {
    const none = await app.http.inject(`/api/v1/scorecards/${of.scorecardId}/categories/own-9/model`);
    expect(none.statusCode).toBe(404);
  });
});
