import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp, testNow } from '../api/test-app.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { collectReasons } from './collect-reasons.ts';
import { groupReasons } from './group-reasons.ts';
import type { JobContext } from './job.ts';
import { shippedScorer } from './scorer.ts';

let app: TestApp;
let ids: number[];
beforeAll(async () => {
  app = await startTestApp('reasons', keepImports);
  ids = await saveScored(
    app.store,
    Array.from({ length: 60 }, (_, n) => made(n)),
  );
  await inWorkspace(app.store, firstWorkspace, async (db) => {
    for (const [n, id] of ids.entries()) {
      const at = new Date(testNow.getTime() - (n % 20) * 7 * 86_400_000 - 3_600_000);
      await sql`UPDATE conversations SET last_at = ${at}, first_at = ${at} WHERE id = ${id}`.execute(db);
    }
  });
  await findReasons();
});
afterAll(() => app.end());

/** Twenty lost parcels, twenty refused returns, twenty calm questions. */
const made = (n: number) => {
  const kind = Math.floor(n / 20);
  const [begin, reply, end] = [
    [
      `My parcel ${n} never arrived, the parcel is missing and I am furious!`,
      'Thank you for your message.',
      'Useless.',
    ],
    [
      'I want to return these shoes, they fell apart and I am really angry.',
      'I am sorry, we cannot accept a return of shoes after 30 days, that is our return policy.',
      'That is ridiculous, I will never buy from you again.',
    ],
    ['Hello, when do you open on Sunday?', 'We open at ten on Sunday. Have a lovely day!', 'Thank you so much, great!'],
  ][kind] ?? ['', '', ''];
  return conversationOf(
    `c${n}`,
    [
      [`Customer: Ann ${n}`, `${begin} It is about order number ${n}.`],
      [`Agent: Agent ${n % 3}`, reply ?? ''],
      [`Customer: Ann ${n}`, n % 3 === 0 ? `${end} Number ${n}.` : `${end} Really.`],
    ],
    kind === 1 ? { csatRaw: n % 4 === 0 ? '4' : '1', csatMax: 5 } : {},
  );
};

/** The two jobs as they follow each other; only what they reach for. */
async function findReasons(): Promise<void> {
  const sent: string[] = [];
  const jobs = { sendUnlessWaiting: async (_db: unknown, { name }: { name: string }) => void sent.push(name) };
  const context = { store: app.store, scorer: shippedScorer, jobs, now: () => 0 } as unknown as JobContext;
  await collectReasons.handle(context, { workspaceId: firstWorkspace, after: 0 });
  expect(sent).toEqual(['group-reasons']);
  await groupReasons.handle(context, { workspaceId: firstWorkspace });
}
const kept = () => inWorkspace(app.store, firstWorkspace, (db) => loadTeamAnswer(db, firstWorkspace, 'reasons'));
const get = async (url: string) => (await app.http.inject(url)).json();
const put = (url: string, body: object) => app.http.inject({ method: 'PUT', url, payload: body });

describe('reasons behind bad experiences', () => {
  it('are grouped from what customers said, counted, and quoted exactly', async () => {
    const { reasons } = await get('/api/v1/reasons');
    expect(reasons.scored).toBe(60);
    expect(reasons.bad).toMatchObject({ rated: 15 });
    const parcel = reasons.problems.find(({ quotes }: { quotes: { quote: string }[] }) =>
      quotes[0]?.quote.includes('parcel'),
    );
    expect(parcel.quotes).toHaveLength(5);
    for (const { quote } of parcel.quotes) expect(quote).toMatch(/parcel/);
    expect(parcel.weeks).toHaveLength(13);
    const list = await get(`/api/v1/conversations?reason=${encodeURIComponent(`problem:${parcel.key}`)}`);
    expect(list.total).toBe(parcel.conversations);
  });

  it('show which rule cost, and how those conversations ended, asked apart from inferred', async () => {
    const { reasons } = await get('/api/v1/reasons');
    const [rule] = reasons.rules;
    expect(rule).toMatchObject({ kind: 'rule', conversations: 20 });
    expect(rule.quotes[0].quote).toBe(
      'I am sorry, we cannot accept a return of shoes after 30 days, that is our return policy.',
    );
    expect(rule.after.satisfied).toMatchObject({ n: 20, value: 0.25 });
    expect(rule.after.feelingLast.value).toBeLessThan(reasons.all.feelingLast.value);
  });

  it('keep their promises in the store, and finding them twice changes nothing', async () => {
    const first = await kept();
    await findReasons();
    expect(await kept()).toEqual(first);
    const promises = await verifyStore(app.store, { now: () => 0 });
    for (const name of ['quotes-match', 'team-answers-whole']) {
      expect(promises.find((one) => one.name === name)).toMatchObject({ violations: [] });
    }
  });
});

describe('care for a reason', () => {
  it('names an owner and the day of a fix, and says whether it fell', async () => {
    const { reasons } = await get('/api/v1/reasons');
    const { key } = reasons.problems[0];
    const url = `/api/v1/reasons/problem/${encodeURIComponent(key)}`;
    const fixedAt = new Date(testNow.getTime() - 9 * 7 * 86_400_000).toISOString();
    const answer = await put(url, { owner: 'Mara, dispatch', fixedAt });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json().care).toMatchObject({ owner: 'Mara, dispatch', fixedAt });
    expect(answer.json().care.fix.sentence).toMatch(/fix/);
    expect((await get('/api/v1/reasons')).care).toEqual([answer.json().care]);
    await put(url, { owner: null, fixedAt: null });
    expect((await get('/api/v1/reasons')).care).toEqual([]);
  });

  it('is refused for what is no reason, and for a fix in the future', async () => {
    expect((await put('/api/v1/reasons/problem/nothing~here', { owner: 'X', fixedAt: null })).statusCode).toBe(404);
    const { key } = (await get('/api/v1/reasons')).reasons.problems[0];
    const later = new Date(testNow.getTime() + 86_400_000).toISOString();
    const url = `/api/v1/reasons/problem/${encodeURIComponent(key)}`;
    expect((await put(url, { owner: null, fixedAt: later })).statusCode).toBe(400);
  });

  it('shows no words to somebody who may not open the conversation, and takes none from a reader', async () => {
    const reader = await app.rebuild({
      personOf: () => ({
        ...{ id: 'r', name: 'R', workspace: firstWorkspace, role: 'reviewer' as const, holds: ['reader' as const] },
        ...{ sees: [], writesAs: [] },
      }),
    });
    const { reasons } = (await reader.inject('/api/v1/reasons')).json();
    expect(reasons.problems.length).toBeGreaterThan(0);
    expect(reasons.problems.flatMap(({ quotes }: { quotes: unknown[] }) => quotes)).toEqual([]);
    const { key } = reasons.problems[0];
    const url = `/api/v1/reasons/problem/${encodeURIComponent(key)}`;
    const answer = await reader.inject({ method: 'PUT', url, payload: { owner: 'X', fixedAt: null } });
    expect(answer.statusCode).toBe(403);
  });
});
