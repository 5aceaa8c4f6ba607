import { driverOutcomes, qualityIds } from '@rapport/contract';
import { explainDrivers } from '@rapport/insight';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDriverAnswers } from '../store/driver-answers.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { keepImports, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('drivers-read', keepImports);
});
afterAll(() => app.end());

const get = async (url: string) => {
  const answer = await app.http.inject(url);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.json();
};

/** Nothing is known of nobody: the smallest true answer there is. */
const nothing = {
  table: { qualities: qualityIds, rows: [] },
  verdicts: [],
  satisfied: [],
  recommends: [],
  foundEasy: [],
  wroteAgain: [],
  asked: {
    satisfied: { scales: [], unread: 0 },
    recommend: { scales: [], unread: 0 },
    easy: { scales: [], unread: 0 },
  },
  shared: 0,
  drawnOf: null,
  period: { from: null, to: null },
  scorerVersion: 'test',
  seed: 1,
};

describe('the drivers', () => {
  it('are nothing at all before the first scored conversation', async () => {
    expect(await get('/api/v1/drivers')).toEqual({ drivers: null, outcomes: [], refreshing: false });
  });

  it('are served by outcome, the asked ratings where nothing can say more', async () => {
    const answers = driverOutcomes.map((outcome) => explainDrivers(nothing, outcome));
    await inWorkspace(app.store, firstWorkspace, (db) =>
      saveDriverAnswers(db, firstWorkspace, { answers, fingerprint: 'f' }),
    );
    const found = await get('/api/v1/drivers');
    expect(found.drivers).toMatchObject({ outcome: 'satisfied', basis: 'none', known: 0 });
    expect(found.drivers.articles).toHaveLength(5);
    expect(found.outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual([...driverOutcomes]);
    expect((await get('/api/v1/drivers?outcome=feeling')).drivers.outcome).toBe('feeling');
    expect((await app.http.inject('/api/v1/drivers?outcome=guessed')).statusCode).toBe(400);
  });
});

describe('the list behind a number', () => {
  it('can be asked for what was resolved', async () => {
    expect((await get('/api/v1/conversations?resolved=yes')).total).toBe(0);
    expect((await app.http.inject('/api/v1/conversations?resolved=perhaps')).statusCode).toBe(400);
  });
});
