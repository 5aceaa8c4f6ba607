import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp, testNow } from '../api/test-app.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import type { JobContext } from './job.ts';
import { refreshOutcomes } from './refresh-outcomes.ts';
import { shippedScorer } from './scorer.ts';

let app: TestApp;
let ids: number[];
beforeAll(async () => {
  app = await startTestApp('outcomes', keepImports);
  ids = await saveScored(
    app.store,
    Array.from({ length: 300 }, (_, n) => made(n)),
  );
  await inWorkspace(app.store, firstWorkspace, spreadOverWeeks);
  await refresh();
});
afterAll(() => app.end());

/** In the newest of five weeks the replies see the trouble; before it they do not. */
const made = (n: number) =>
  conversationOf(`c${n}`, [
    ['Customer: Ann', `My lamp number ${n} is broken again and I am so upset and angry about it!`],
    [
      `Agent: Agent ${n % 9}`,
      n < 60
        ? `I am so sorry that your lamp broke again, that is upsetting. Number ${n * 7} is on its way today.`
        : `Send a picture of lamp number ${n * 7}.`,
    ],
    ['Customer: Ann', n % 2 === 0 ? 'Thank you, that is lovely.' : 'That is no help at all.'],
  ]);

async function spreadOverWeeks(db: Db): Promise<void> {
  for (const [n, id] of ids.entries()) {
    const at = new Date(testNow.getTime() - Math.floor(n / 60) * 7 * 86_400_000 - (n % 60) * 3_600_000);
    const given = JSON.stringify(givenBy(n));
    await sql`UPDATE conversations SET last_at = ${at}, first_at = ${at}, wrote_again = ${n % 5 === 0},
      resolved = ${n % 4 > 0}, outcomes = ${given}::jsonb WHERE id = ${id}`.execute(db);
  }
}

/** A third answers on scales nobody named, and every seventh of the others says which end is easy. */
function givenBy(n: number): Record<string, number | boolean> {
  if (n % 3 === 0) return { NPS: n % 11, 'Effort score': 1 + (n % 7), upsell: true };
  return n % 7 === 0 ? { ces: 1 + (n % 5), ces_hardest: 5, ces_easiest: 1 } : {};
}

/** What follows has its own test. */
const quiet = { sendUnlessWaiting: async () => {} };
/** Only what this job reaches for. */
const refresh = () =>
  refreshOutcomes.handle({ store: app.store, scorer: shippedScorer, jobs: quiet } as unknown as JobContext, {
    workspaceId: firstWorkspace,
  });
const kept = () => inWorkspace(app.store, firstWorkspace, (db) => loadTeamAnswer(db, firstWorkspace, 'changes'));

describe('how conversations ended', () => {
  it('is counted from the store: asked with its scales, seen apart from it, and by channel', async () => {
    const { outcomes } = (await app.http.inject('/api/v1/outcomes')).json();
    expect(outcomes).toMatchObject({ conversations: 300, agents: 9, wroteAgainDays: 7 });
    const [nps, ces] = outcomes.asked;
    expect(nps).toMatchObject({ measure: 'nps', answered: 100, of: 300 });
    const value = (n: number) => (n % 11 >= 9 ? 1 : n % 11 <= 6 ? -1 : 0);
    const asked = Array.from({ length: 100 }, (_, place) => value(3 * place) as number);
    expect(nps.summary.value).toBeCloseTo(asked.reduce((sum, one) => sum + one, 0) / 100, 12);
    const said = Array.from({ length: 300 }, (_, n) => n).filter((n) => n % 3 > 0 && n % 7 === 0);
    expect(ces).toMatchObject({ measure: 'ces', answered: 100 + said.length, unread: 0 });
    expect(ces.summary.value).toBeNull();
    expect(ces.scales).toContainEqual(expect.objectContaining({ min: 1, max: 5, easiest: 1 }));
    expect(ces.scales).toContainEqual(expect.objectContaining({ min: null, max: null }));
    const count = async (asked: string) => (await app.http.inject(`/api/v1/conversations?asked=${asked}`)).json().total;
    expect(await count('promoter')).toBe(asked.filter((one) => one === 1).length);
    expect(await count('detractor')).toBe(asked.filter((one) => one === -1).length);
    // The easy end is 1 here: answers of 1 and 2 found it easy.
    expect(await count('easy')).toBe(said.filter((n) => n % 5 <= 1).length);
    expect(await count('not-easy')).toBe(said.filter((n) => n % 5 > 1).length);
    expect(outcomes.seen.resolved).toMatchObject({ value: 0.75, n: 300 });
    expect(outcomes.seen.wroteAgain).toMatchObject({ value: 0.2, n: 300 });
    expect(outcomes.channels).toMatchObject([{ channel: 'chat', conversations: 300, rated: 0 }]);
  });
});

describe('what changed since last week', () => {
  it('is found from the scores: the newest week against the weeks before, with the conversations behind it', async () => {
    const answer = (await app.http.inject('/api/v1/changes')).json().changes;
    expect(answer.weeksBefore).toBe(4);
    const empathy = answer.rows.find(({ subject }: { subject: string }) => subject === 'empathy');
    expect(empathy).toMatchObject({ sign: 'real', isBetter: true, last: { n: 60 }, before: { n: 240 } });
    const { from, to } = empathy.week;
    const list = await app.http.inject(`/api/v1/conversations?quality=empathy&from=${from}&to=${to}`);
    expect(list.json().total).toBe(60);
    // Whoever ended in the newest week was not watched long enough.
    const again = answer.rows.find(({ subject }: { subject: string }) => subject === 'wrote-again');
    expect(again).toMatchObject({ sign: 'could-be-chance', last: { n: 60, value: 0.2 } });
    expect(again.week.to < to).toBe(true);
  });

  it('is the same when it is found twice, and what is kept holds what it promises', async () => {
    const first = await kept();
    await refresh();
    expect(await kept()).toEqual(first);
    const promises = await verifyStore(app.store, { now: () => 0 });
    expect(promises.find(({ name }) => name === 'team-answers-whole')).toMatchObject({ violations: [], checked: 4 });
  });

  it('is nothing where the data end more than two weeks ago', async () => {
    const later = await app.rebuild({ now: () => new Date(testNow.getTime() + 15 * 86_400_000) });
    const { changes } = (await later.inject('/api/v1/changes')).json();
    expect(changes).toMatchObject({ rows: [], asOf: testNow.toISOString() });
  });

  it('belongs to its own workspace', async () => {
    const other = await app.rebuild({
      personOf: () => ({
        ...{ id: 'x', name: 'X', workspace: 7, role: 'lead' as const, holds: ['reader' as const] },
        ...{ sees: null, writesAs: [] },
      }),
    });
    expect((await other.inject('/api/v1/changes')).json()).toMatchObject({ changes: null });
  });
});
