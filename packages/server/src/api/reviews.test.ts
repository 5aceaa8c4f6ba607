import { qualityIds, type ReviewDetail, type ReviewTask } from '@rapport/contract';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRole, ownerRole } from '../database/roles.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { findScorerVersion } from '../store/checks.ts';
import { loadDriversInput } from '../store/driver-facts.ts';
import { loadFocusInput } from '../store/focus-facts.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let ids: number[];
let authors: Map<string, number>;
let caller: Person = localPerson;
let http: TestApp['http'];

beforeAll(async () => {
  app = await startTestApp('reviews', keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  ids = await saveScored(
    app.store,
    Array.from({ length: 12 }, (_, n) =>
      conversationOf(`c${n}`, [
        ['Kim', 'My lamp came broken and I am so upset. Can you send a new one?'],
        [
          `Agent: ${n < 8 ? 'Ana' : 'Ben'}`,
          n % 2
            ? 'You have to read the terms before you ask us for a new lamp.'
            : 'I am so sorry the lamp broke. I will send one.',
        ],
        ['Kim', 'Thank you, that helps a lot.'],
      ]),
    ),
  );
  http = await app.rebuild({ personOf: () => caller });
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number; name: string }>`SELECT id, name FROM authors WHERE role = 'agent'`.execute(db),
  );
  authors = new Map(rows.map(({ id, name }) => [name, id]));
});
afterAll(() => app.end());

const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
  const answer = await http.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
};
const ok = async (...given: Parameters<typeof send>) => {
  const answer = await send(...given);
  expect(answer.status, answer.text.slice(0, 400)).toBeLessThan(300);
  return answer.body;
};
/** Somebody else: an agent who wrote as Ana, unless said otherwise. */
const as = async <T>(changes: Partial<Person>, work: () => Promise<T>): Promise<T> => {
  caller = {
    ...localPerson,
    id: 'ana',
    name: 'Ana',
    role: 'agent',
    holds: ['member'],
    sees: [],
    writesAs: [],
    ...changes,
  };
  try {
    return await work();
  } finally {
    caller = localPerson;
  }
};

const draw = (changes: object = {}) =>
  ok('POST', '/review-draws', { kind: 'random', wanted: 2, reviewerIds: ['local'], ...changes });
const myTasks = async (): Promise<ReviewTask[]> => (await ok('GET', '/review-tasks/mine')).tasks;
const openTask = async (): Promise<ReviewDetail> => {
  const task = (await myTasks()).find(({ state }) => state === 'open');
  return (await ok('POST', `/review-tasks/${task?.assignmentId}/open`)).review;
};
const wholeContent = (chosen: number | null, note = '') => ({
  ratings: qualityIds.map((categoryId) => ({ categoryId, chosen, rootCauses: [], quotes: [], comment: '' })),
  note,
});
const fill = async (review: ReviewDetail, content: object, seconds = 90): Promise<ReviewDetail> => {
  await ok('PUT', `/reviews/${review.id}/draft`, { saves: review.saves, content, seconds });
  return (await ok('POST', `/reviews/${review.id}/finish`, { seconds })).review;
};

describe('a random draw', () => {
  it('takes the same number of every agent and keeps frame, seed and chance', async () => {
    const { draw: made } = await draw();
    expect(made).toMatchObject({ kind: 'random', seed: 7, wanted: 2, open: 4, done: 0 });
    const frame = made.frame.map(({ eligible, drawn, probability, belowFloor }: Record<string, unknown>) => ({
      ...{ eligible, drawn, probability, belowFloor },
    }));
    expect(frame).toEqual([
      { eligible: 8, drawn: 2, probability: 0.25, belowFloor: true },
      { eligible: 4, drawn: 2, probability: 0.5, belowFloor: true },
    ]);
    const tasks = await myTasks();
    expect(tasks).toHaveLength(4);
    expect(new Set(tasks.map(({ why }) => why))).toEqual(new Set(['Picked at random: keeps the numbers fair']));
  });

  it('never draws the same service twice', async () => {
    const { draw: made } = await draw({ wanted: 3, agentIds: [String(authors.get('Agent: Ben'))] });
    expect(made.frame).toMatchObject([{ eligible: 2, drawn: 2, probability: 1 }]);
    const again = await send('POST', '/review-draws', {
      ...{ kind: 'random', wanted: 1, reviewerIds: ['local'] },
      agentIds: [String(authors.get('Agent: Ben'))],
    });
    expect(again.text).toContain('There is nothing left to draw.');
  });

  it('gives nobody their own service, and nobody who is not here', async () => {
    const asked = { kind: 'random', wanted: 1, reviewerIds: ['ana'] };
    expect((await send('POST', '/review-draws', asked)).body).toMatchObject({ code: 'bad-request' });
    caller = { ...localPerson, writesAs: [authors.get('Agent: Ana') ?? 0] };
    expect((await send('POST', '/review-draws', { ...asked, reviewerIds: ['local'] })).text).toContain('own service');
    caller = localPerson;
  });

  it('keeps flagged ones apart and tells the reviewer nothing of why they stand out', async () => {
    const { draw: made } = await draw({ kind: 'worst-moments', wanted: 2 });
    expect(made.frame.every(({ probability }: { probability: unknown }) => probability === null)).toBe(true);
    const flagged = (await myTasks()).filter(({ drawn }) => drawn === 'flagged');
    expect(flagged.map(({ why }) => why)).toEqual(['Chosen to learn from', 'Chosen to learn from']);
  });

  it('draws another by chance in place of one that is taken out, and says so', async () => {
    const before = (await myTasks()).find(({ drawn, agent }) => drawn === 'random' && agent === 'Agent 1');
    const { next } = await ok('POST', `/review-tasks/${before?.assignmentId}/replace`, { reason: 'unreadable' });
    const after = await myTasks();
    expect(after.find(({ assignmentId }) => assignmentId === before?.assignmentId)).toBeUndefined();
    expect(after.find(({ assignmentId }) => assignmentId === next)).toMatchObject({
      drawn: 'random',
      agent: 'Agent 1',
    });
    const { draws } = await ok('GET', '/review-draws');
    // Three of eight were drawn by now, one of which was taken out.
    expect(draws.at(-1).frame[0]).toMatchObject({ eligible: 8, drawn: 3, replaced: 1, probability: 0.375 });
  });
});

describe('a review', () => {
  it('hides the machine until it is finished, and keeps every draft', async () => {
    const review = await openTask();
    expect(review).toMatchObject({ state: 'draft', comparison: null, score: null, mine: true, saves: 0 });
    expect(JSON.stringify({ ...review, scorecard: null, asked: [] })).not.toMatch(/emotion|verdict|confidence|moment/);
    expect(review.conversation.csat).toBeNull();
    const content = { ratings: [], note: 'Begin with what Kim had lost.' };
    const saved = await ok('PUT', `/reviews/${review.id}/draft`, { saves: 0, content, seconds: 12 });
    expect(saved.saves).toBe(1);
    const again = await openTask();
    expect(again).toMatchObject({ id: review.id, saves: 1, seconds: 12, content });
    const late = await send('PUT', `/reviews/${review.id}/draft`, {
      saves: 0,
      content: { ...content, note: '' },
      seconds: 1,
    });
    expect(late.body).toMatchObject({ code: 'conflict' });
    expect((await openTask()).content.note).toBe(content.note);
  });

  it('takes only words that stand there, and counts only when it is whole', async () => {
    const review = await openTask();
    const [first] = review.conversation.messages;
    const quote = { messageId: first?.id ?? '', start: 0, end: 7, quote: 'Your lamp' };
    const wrong = { ratings: [{ ...wholeContent(3).ratings[0], quotes: [quote] }], note: '' };
    const answer = await send('PUT', `/reviews/${review.id}/draft`, {
      saves: review.saves,
      content: wrong,
      seconds: 1,
    });
    expect(answer.text).toContain('not what stands in the conversation');
    const tooHigh = { ratings: [{ ...wholeContent(3).ratings[0], chosen: 5 }], note: '' };
    expect(
      (await send('PUT', `/reviews/${review.id}/draft`, { saves: review.saves, content: tooHigh, seconds: 1 })).status,
    ).toBe(400);
    const open = await send('POST', `/reviews/${review.id}/finish`, { seconds: 20 });
    expect(open.text).toContain('Not rated yet: Empathy');
  });

  it('shows both readings once finished, never changes again, and is counted as the scorecard counts', async () => {
    const draft = await openTask();
    const done = await fill(draft, wholeContent(3, 'Well met.'));
    expect(done).toMatchObject({ state: 'finished', score: 100, seconds: 90 });
    expect(done.comparison?.machine).toHaveLength(qualityIds.length);
    expect(done.comparison?.compared).toBe(qualityIds.length);
    const late = await send('PUT', `/reviews/${done.id}/draft`, { saves: 9, content: wholeContent(1), seconds: 1 });
    expect(late.text).toContain('This review is finished and stays as it is.');
    expect((await send('POST', `/reviews/${done.id}/finish`, { seconds: 1 })).status).toBe(409);
    await expect(
      inWorkspace(app.store, firstWorkspace, (db) =>
        sql`UPDATE reviews SET score = 1 WHERE id = ${done.id}`.execute(db),
      ),
    ).rejects.toThrow('a finished review cannot change');
    const said = await ok('POST', `/reviews/${done.id}/readings`, { categoryId: 'empathy', fits: 'rule-unclear' });
    expect(said.review.comparison.said).toEqual([{ categoryId: 'empathy', fits: 'rule-unclear' }]);
  });

  it('can be revised with a reason, and the first one stays on record', async () => {
    const { reviews } = await ok('GET', '/reviews?drawn=random');
    const [row] = reviews;
    const { review: revision } = await ok('POST', `/reviews/${row.id}/revise`, {
      reason: 'I had overlooked the note.',
    });
    expect(revision).toMatchObject({ state: 'draft', revision: 2, comparison: null });
    const done = await fill(revision, wholeContent(1));
    expect(done.score).toBe(0);
    expect((await ok('GET', `/reviews/${row.id}`)).review).toMatchObject({ state: 'revised', score: 100 });
    expect((await ok('GET', '/reviews?drawn=random')).total).toBe(1);
  });

  it('is found by nobody but its reviewer while it is a draft, and by nobody outside afterwards', async () => {
    const draft = await openTask();
    const missing = await send('GET', '/reviews/999999');
    const lead = { id: 'lea', holds: ['member', 'reader', 'reviewer', 'lead'] as const, sees: null };
    expect((await as(lead, () => send('GET', `/reviews/${draft.id}`))).text).toBe(missing.text);
    const done = await fill(draft, wholeContent(2));
    expect((await as(lead, () => send('GET', `/reviews/${done.id}`))).status).toBe(200);
    expect((await as({ ...lead, sees: [-1] }, () => send('GET', `/reviews/${done.id}`))).text).toBe(missing.text);
    expect((await as({}, () => send('GET', `/reviews/${done.id}`))).text).toBe(missing.text);
    expect(
      (await as({}, () => send('POST', `/reviews/${done.id}/readings`, { categoryId: 'empathy', fits: 'mine' }))).text,
    ).toBe(missing.text);
  });
});

describe('what the agent gets', () => {
  it('is every finished review of their own service, with the rubric it was made with, to acknowledge', async () => {
    const own = { writesAs: [...authors.values()] };
    const { reviews, waiting } = await as(own, () => ok('GET', '/reviews/about-me'));
    expect(reviews).toHaveLength(2);
    expect(waiting).toBe(2);
    const { review } = await as(own, () => ok('POST', `/reviews/${reviews[0].id}/acknowledge`));
    expect(review).toMatchObject({ aboutMe: true, mine: false, acknowledgedAt: expect.any(String) });
    expect(review.scorecard.version.content.groups).toHaveLength(1);
    expect((await as(own, () => ok('GET', '/reviews/about-me'))).waiting).toBe(1);
    expect((await as({}, () => ok('GET', '/reviews/about-me'))).reviews).toEqual([]);
  });

  it('leaves the reviewer unnamed where the workspace wants that', async () => {
    const own = { writesAs: [...authors.values()] };
    const named = await as(own, () => ok('GET', '/reviews/about-me'));
    expect(named.reviews[0].reviewer).not.toBe('A reviewer');
    await ok('PUT', '/review-settings', { anonymous: true });
    const { reviews } = await as(own, () => ok('GET', '/reviews/about-me'));
    expect(reviews[0].reviewer).toBe('A reviewer');
    const { review } = await as(own, () => ok('GET', `/reviews/${reviews[0].id}`));
    expect(review.reviewer).toBe('A reviewer');
    expect((await ok('GET', `/reviews/${reviews[0].id}`)).review.reviewer).toBe('You');
    await ok('PUT', '/review-settings', { anonymous: false });
  });

  it('takes a self-review of their own part, which enters no rate', async () => {
    const before = (await ok('GET', '/review-results')).reviewed;
    const ana = { writesAs: [authors.get('Agent: Ana') ?? 0] };
    const { review } = await as(ana, () => ok('POST', '/reviews/self', { conversationId: String(ids[0]) }));
    expect(review).toMatchObject({ kind: 'self', drawn: 'chosen', probability: null, state: 'draft' });
    await as(ana, () => fill(review, wholeContent(3)));
    const after = (await ok('GET', '/review-results')).reviewed;
    expect(after).toEqual({ ...before, chosen: before.chosen + 1 });
    const other = await as(ana, () => send('POST', '/reviews/self', { conversationId: String(ids[11]) }));
    expect(other.text).toBe((await as(ana, () => send('POST', '/reviews/self', { conversationId: '999999' }))).text);
  });
});

describe('what is said around a review', () => {
  it('keeps comments, calls members only, and pins are the person’s own', async () => {
    const { reviews } = await ok('GET', '/reviews');
    const url = `/reviews/${reviews[0].id}/comments`;
    const { review } = await ok('POST', url, { text: 'Worth a talk.', mentions: ['local'] });
    expect(review.comments).toMatchObject([{ text: 'Worth a talk.', mine: true, mentions: ['You'] }]);
    expect((await send('POST', url, { text: 'Hello', mentions: ['nobody'] })).status).toBe(400);
    const words = { messageId: 'c0-0', start: 0, end: 7, quote: 'My lamp' };
    const { pin } = await ok('POST', '/pins', { conversationId: String(ids[0]), words, note: 'Opening' });
    expect((await ok('GET', '/pins')).pins).toEqual([pin]);
    expect((await as({}, () => ok('GET', '/pins'))).pins).toEqual([]);
    expect((await as({}, () => send('DELETE', `/pins/${pin.id}`))).status).toBe(404);
    await ok('DELETE', `/pins/${pin.id}`);
    expect((await ok('GET', '/pins')).pins).toEqual([]);
  });

  it('can be given to somebody else by a lead, and goals are counted by the week', async () => {
    const [task] = (await myTasks()).filter(({ state }) => state === 'open');
    const url = `/review-tasks/${task?.assignmentId}/reassign`;
    expect((await ok('POST', url, { dueAt: '2025-03-07T12:00:00.000Z' })).task.dueAt).toBe('2025-03-07T12:00:00.000Z');
    expect((await send('POST', url, { reviewerId: 'nobody' })).status).toBe(400);
    await ok('PUT', '/review-goals/local', { perWeek: 6 });
    const { progress } = await ok('GET', '/review-tasks/mine');
    expect(progress).toMatchObject({ goalPerWeek: 6, doneThisWeek: 2, done: 2, late: 0 });
    expect((await ok('GET', '/review-tasks')).progress[0]).toMatchObject({ personId: 'local', medianSeconds: 90 });
  });
});

describe('what the reviews say of the team', () => {
  it('joins random reviews and single moments with the machine, and shows both scores apart', async () => {
    const results = await ok('GET', '/review-results');
    expect(results.reviewed).toMatchObject({ random: 2, moments: 0, replaced: 1 });
    expect(results.iqs).toMatchObject({ n: 2, method: 'iqs', value: 25 });
    expect(results.aqs).toMatchObject({ n: 12, method: 'aqs' });
    const { deck } = { deck: await ok('POST', '/checks', {}) };
    for (const card of deck.cards)
      await ok('POST', `/checks/${deck.id}/cards/${card.id}`, { verdict: 'met', seconds: 8 });
    const later = await ok('GET', '/review-results');
    expect(later.reviewed.moments).toBeGreaterThan(0);
    const counted = (of: { qualities: { reviews: number; moments: number }[] }) =>
      of.qualities.reduce((sum, { reviews, moments }) => sum + reviews + moments, 0);
    expect(counted(later)).toBeGreaterThan(counted(results));
    for (const { rate } of later.qualities) {
      expect(
        rate.value === null ? rate.reason !== undefined : rate.lower <= rate.value && rate.value <= rate.upper,
      ).toBe(true);
    }
  });

  it('reaches the drivers with its chance, and asks once for them to be found anew', async () => {
    const { rows, reviews } = await inWorkspace(app.store, firstWorkspace, async (db) => {
      const scorerVersion = (await findScorerVersion(db, firstWorkspace)) ?? '';
      const { table } = await loadDriversInput(db, firstWorkspace, { seed: 1, scorerVersion });
      const focus = await loadFocusInput(db, firstWorkspace, { seed: 1, scorerVersion, sees: null });
      return { rows: table.rows, reviews: focus.reviews };
    });
    const judged = rows.filter(({ review }) => review !== null);
    expect(judged.length).toBe(reviews);
    for (const { review } of judged) {
      expect(review).toMatchObject({ drawn: 'random', reviewer: 'local', second: null });
      expect(review?.probability).toBeGreaterThan(0);
      for (const rating of review?.ratings ?? []) expect([null, 1, 3, 5]).toContain(rating);
    }
    const whole = judged.find(({ review }) => review?.ratings.every((rating) => rating === 3));
    expect(whole).toBeDefined();
    const waiting = await sql<{ n: number }>`
      SELECT count(*) AS n FROM jobs.job WHERE name = 'refresh-focus' AND state = 'created'`.execute(app.store.db);
    expect(waiting.rows).toEqual([{ n: 1 }]);
  });

  it('leaves disputed reviews out until they are decided', async () => {
    const set = (state: string) =>
      inWorkspace(app.store, firstWorkspace, (db) =>
        sql`UPDATE reviews SET state = ${state} WHERE drawn = 'random' AND state IN ('finished', 'disputed')`.execute(
          db,
        ),
      );
    await set('disputed');
    expect((await ok('GET', '/review-results')).reviewed).toMatchObject({ random: 0, disputed: 2 });
    expect((await ok('GET', '/review-results')).iqs).toMatchObject({ value: null, n: 0 });
    await set('finished');
    expect((await ok('GET', '/review-results')).reviewed).toMatchObject({ random: 2, disputed: 0 });
  });
});

describe('verify', () => {
  const brokenBy = async (damage: string): Promise<string[]> => {
    const admin = new Client(app.database.adminUrl);
    await admin.connect();
    await admin.query('BEGIN');
    try {
      // The trigger would refuse what is damaged here on purpose.
      await admin.query(`ALTER TABLE reviews DISABLE TRIGGER USER; ${damage}; ALTER TABLE reviews ENABLE TRIGGER USER`);
      await admin.query('COMMIT');
      const results = await verifyStore(app.store, { now: () => 0 });
      return results.flatMap(({ name, violations }) =>
        name.startsWith('reviews-') && violations.length > 0 ? [name] : [],
      );
    } finally {
      await admin.end();
    }
  };

  it('finds nothing wrong with reviews as they are made', async () => {
    expect(await brokenBy('SELECT 1')).toEqual([]);
  });

  it('finds a score that was changed, a chance that was lost, and a revision without its person', async () => {
    const one = "(SELECT min(id) FROM reviews WHERE state = 'finished' AND drawn = 'random')";
    expect(await brokenBy(`UPDATE reviews SET score = score + 1 WHERE id = ${one}`)).toEqual(['reviews-recompute']);
    expect(await brokenBy(`UPDATE reviews SET score = score - 1, probability = 0.9 WHERE id = ${one}`)).toEqual([
      'reviews-by-chance',
    ]);
    const revised = "UPDATE reviews SET reviewer_id = 'ghost' WHERE revision = 2";
    expect(await brokenBy(revised)).toContain('reviews-revised-openly');
  });
});
