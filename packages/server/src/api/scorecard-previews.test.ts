import {
  type Category,
  emptyCategory,
  qualityIds,
  type ReviewDetail,
  type ReviewTask,
  type ScorecardContent,
} from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRole, ownerRole } from '../database/roles.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let http: TestApp['http'];
let caller: Person = localPerson;
let card: { id: string; content: ScorecardContent };
let ids: number[];
let authors: number[];

const second: Person = { ...localPerson, id: 'second', name: 'Second' };

beforeAll(async () => {
  app = await startTestApp('scorecard_previews', keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  ids = await saveScored(
    app.store,
    Array.from({ length: 12 }, (_, n) =>
      conversationOf(
        `c${n}`,
        [
          ['Kim', 'My lamp came broken and I am so upset. Can you send a new one?'],
          [
            `Agent: ${n % 2 ? 'Ana' : 'Ben'}`,
            n % 3 ? 'What is your order number?' : 'I am so sorry the lamp broke. I will send a new one today.',
          ],
        ],
        { channel: n < 6 ? 'chat' : 'email' },
      ),
    ),
  );
  http = await app.rebuild({ personOf: () => caller });
  const { scorecardId, version } = await ok('GET', '/scorecards/default');
  card = { id: scorecardId, content: version.content };
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number }>`SELECT id FROM authors WHERE role = 'agent' ORDER BY name`.execute(db),
  );
  authors = rows.map(({ id }) => id);
});
afterAll(() => app.end());

const send = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const answer = await http.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
};
async function ok(...given: Parameters<typeof send>) {
  const answer = await send(...given);
  expect(answer.status, answer.text.slice(0, 400)).toBeLessThan(300);
  return answer.body;
}
const as = async <T>(person: Person, work: () => Promise<T>): Promise<T> => {
  caller = person;
  try {
    return await work();
  } finally {
    caller = localPerson;
  }
};

const preview = (content: ScorecardContent, rest: object = {}) =>
  ok('POST', `/scorecards/${card.id}/preview`, { content, seed: 5, ...rest });
const only = (...categories: Category[]): ScorecardContent => ({
  groups: [{ id: 'all', name: 'All', categories }],
});
const sorry: Category = {
  ...emptyCategory('sorry'),
  ...{ name: 'Says sorry' },
  kind: { type: 'rule', rule: { openedBy: null, acts: ['apologise'], wanted: true, within: 'conversation' } },
};

describe('what the team’s score would be with a draft', () => {
  it('is the same where the draft changes nothing, and says so with no range of width zero', async () => {
    const found = await preview(card.content);
    expect(found).toMatchObject({ read: 12, of: 12, parts: 12, seed: 5, peopleOnly: [] });
    expect(found.draft).toEqual(found.published);
    expect(found.difference).toMatchObject({ value: null, reason: 'no_variation', n: 12 });
  });

  it('has its range, and the difference over the same service', async () => {
    const found = await preview(only(sorry));
    expect(found.published.value).not.toBeNull();
    expect(found.draft.lower).toBeLessThan(found.draft.value);
    expect(found.difference).toMatchObject({ n: 12, method: 'clustered-mean' });
    expect(found.difference.value).toBeCloseTo(found.draft.value - found.published.value, 6);
  });

  it('reads rules from the words, and names what only people judge', async () => {
    const own: Category = { ...emptyCategory('own'), name: 'Warm close' };
    const found = await preview(only(sorry, own));
    expect(found.peopleOnly).toEqual(['Warm close']);
    // Four of the twelve replies say sorry.
    expect(found.draft.value).toBeCloseTo(100 / 3, 6);
  });

  it('asks a category only where its condition holds', async () => {
    const inMail = { ...sorry, condition: { channels: ['email' as const], tags: [], signals: [] } };
    expect((await preview(only(inMail))).parts).toBe(6);
  });

  it('is drawn by a seed that repeats it, and stores nothing', async () => {
    const first = await preview(card.content, { count: 5 });
    expect(first).toMatchObject({ read: 5, of: 12 });
    expect(await preview(card.content, { count: 5 })).toEqual(first);
    const { versions } = (await ok('GET', `/scorecards/${card.id}`)).scorecard;
    expect(versions).toHaveLength(1);
  });

  it('reads only service that may be seen, and is refused below a lead', async () => {
    const lead: Person = { ...localPerson, id: 'lea', role: 'lead', sees: [authors[0] ?? 0] };
    expect(await as(lead, () => preview(card.content))).toMatchObject({ of: 6, parts: 6 });
    const agent: Person = { ...localPerson, id: 'ana', role: 'agent', holds: ['member'], sees: [], writesAs: [] };
    const refused = await as(agent, () => send('POST', `/scorecards/${card.id}/preview`, { content: card.content }));
    expect(refused.status).toBe(403);
    const body = { content: card.content };
    expect((await send('POST', '/scorecards/99999/preview', body)).status).toBe(404);
  });
});

describe('how far people agree', () => {
  const agreement = async () => (await ok('GET', `/scorecards/${card.id}/agreement`)).categories;

  it('is not known while nobody rated the same service twice', async () => {
    const categories = await agreement();
    expect(categories.map(({ categoryId }: { categoryId: string }) => categoryId)).toEqual([...qualityIds]);
    expect(categories[0]).toMatchObject({ raters: 0, agreement: { value: null, reason: 'no_data', n: 0 } });
  });

  it('rests on what two people rated blind, each category by itself', async () => {
    for (const [n, conversation] of ids.slice(0, 8).entries()) {
      for (const person of [localPerson, second]) {
        await as(person, () => reviewAs(person, conversation, n));
      }
    }
    const categories = await agreement();
    const of = (id: string) => categories.find(({ categoryId }: { categoryId: string }) => categoryId === id);
    // Of empathy both say the same, of patience the second always says the other; of eight neither says anything yet.
    const tooFew = { value: null, lower: null, reason: 'too_few_reviews', n: 8 };
    expect(of('empathy')).toMatchObject({ raters: 2, agreement: tooFew });
    expect(of('patience')).toMatchObject({ raters: 2, agreement: tooFew });
    expect(of('humility').agreement).toMatchObject({ value: null, reason: 'no_variation' });
  });

  it('opens the reviews behind it, and knows no service of another team', async () => {
    expect((await ok('GET', '/reviews?twice=yes')).total).toBe(16);
    const lead: Person = { ...localPerson, id: 'lea', role: 'lead', sees: [authors[0] ?? 0] };
    expect(await as(lead, async () => (await agreement())[0].agreement.n)).toBe(4);
    expect(await as(lead, async () => (await ok('GET', '/reviews?twice=yes')).total)).toBe(8);
  });

  it('counts what was rated in a calibration once its comparison is open, and nothing of it before', async () => {
    const content = JSON.stringify({
      ratings: [{ categoryId: 'empathy', chosen: 2, rootCauses: [], quotes: [], comment: '' }],
      note: '',
    });
    const id = await inWorkspace(app.store, firstWorkspace, async (db) => {
      const made = await sql<{ id: number }>`
        INSERT INTO calibrations (workspace_id, name, state, scorecard_version_id, category_ids, opens, made_by, made_at, begun_at)
        SELECT workspace_id, 'First', 'rating', id, '{empathy}', 'all-in', 'local', now(), now()
        FROM scorecard_versions WHERE state = 'published' RETURNING id`.execute(db);
      const calibration = made.rows[0]?.id ?? 0;
      await sql`INSERT INTO calibration_parts (workspace_id, calibration_id, conversation_id, author_id, drawn, added_by, added_at)
        SELECT workspace_id, ${calibration}, conversation_id, author_id, 'chosen', 'local', now()
        FROM assessments WHERE conversation_id = ${ids[8]}`.execute(db);
      for (const [at, person] of ['local', 'second', 'third'].entries()) {
        await sql`INSERT INTO calibration_raters (workspace_id, calibration_id, person_id, number)
          VALUES (${firstWorkspace}, ${calibration}, ${person}, ${at + 1})`.execute(db);
        await sql`INSERT INTO calibration_readings (workspace_id, calibration_id, part_id, person_id, content, saved_at, handed_in_at)
          SELECT workspace_id, calibration_id, id, ${person}, ${content}::jsonb, now(), now()
          FROM calibration_parts WHERE calibration_id = ${calibration}`.execute(db);
      }
      return calibration;
    });
    const empathy = async () =>
      (await agreement()).find(({ categoryId }: { categoryId: string }) => categoryId === 'empathy');
    expect(await empathy()).toMatchObject({ raters: 2, agreement: { n: 8 } });
    await inWorkspace(app.store, firstWorkspace, (db) =>
      sql`UPDATE calibrations SET state = 'comparing', compared_at = now() WHERE id = ${id}`.execute(db),
    );
    expect(await empathy()).toMatchObject({ raters: 3, agreement: { n: 9 } });
  });

  async function reviewAs(person: Person, conversation: number, n: number): Promise<void> {
    await inWorkspace(app.store, firstWorkspace, (db) =>
      sql`INSERT INTO review_assignments (workspace_id, conversation_id, author_id, reviewer_id, kind, drawn, why,
          scorecard_version_id, assigned_at, assigned_by)
        SELECT workspace_id, conversation_id, author_id, ${person.id}, 'assigned', 'chosen', 'to compare',
          (SELECT id FROM scorecard_versions WHERE state = 'published'), now(), 'local'
        FROM assessments WHERE conversation_id = ${conversation}`.execute(db),
    );
    const tasks: ReviewTask[] = (await ok('GET', '/review-tasks/mine')).tasks;
    const task = tasks.find((one) => one.conversationId === String(conversation) && one.state === 'open');
    const review: ReviewDetail = (await ok('POST', `/review-tasks/${task?.assignmentId}/open`)).review;
    const other = n % 2 === 0 ? 3 : 1;
    const chosenOf = (id: string) =>
      id === 'empathy' ? (n % 2 ? 3 : 1) : id === 'patience' && person.id === 'second' ? 4 - other : other;
    const ratings = qualityIds.map((categoryId) => ({
      ...{ categoryId, chosen: categoryId === 'humility' ? 3 : chosenOf(categoryId) },
      ...{ rootCauses: [], quotes: [], comment: '' },
    }));
    await ok('PUT', `/reviews/${review.id}/draft`, { saves: review.saves, content: { ratings, note: '' }, seconds: 9 });
    await ok('POST', `/reviews/${review.id}/finish`, { seconds: 9 });
  }
});
