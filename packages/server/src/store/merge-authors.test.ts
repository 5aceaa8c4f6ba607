import type { Author } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from '../api/test-app.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { scoreStored } from '../jobs/score-conversations.ts';
import { shippedScorer } from '../jobs/scorer.ts';
import { firstWorkspace, inWorkspace } from './in-workspace.ts';
import { movedTables, sharedTables, untouchedTables } from './merged-rows.ts';
import { saveFragments } from './save-fragments.ts';
import { claimForScoring } from './score-queue.ts';
import { allChecks } from './verify/verify-store.ts';

const made = [
  conversationOf('as-ann', [
    ['Kim', 'My kettle broke and I am so upset!'],
    ['Agent: Ann', 'I am so sorry your kettle broke. I will call you tomorrow.'],
  ]),
  conversationOf('as-smith', [
    ['Lou', 'My lamp broke and I am so upset!'],
    ['Agent: A. Smith', 'I am so sorry your lamp broke. As goodwill you get 10 euros back.'],
    ['Lou', 'Thank you so much, you were wonderful!'],
  ]),
  conversationOf('as-both', [
    ['Pat', 'My fridge broke and I am so upset!'],
    ['Agent: Ann', 'I am so sorry your fridge broke.'],
    ['Pat', 'It is still broken.'],
    ['Agent: A. Smith', 'I will send somebody today.'],
  ]),
  conversationOf('as-bea', [
    ['Zoe', 'My mixer broke and I am so upset!'],
    ['Agent: Bea', 'Send it in.'],
  ]),
];

let app: TestApp;
let ids: number[];
let ann: number;
let smith: number;
let bea: number;
let before: string[] = [];
const query = <Row>(text: ReturnType<typeof sql<Row>>) =>
  inWorkspace(app.store, firstWorkspace, async (db) => (await text.execute(db)).rows);
const violations = async () => {
  const found: string[] = [];
  await inWorkspace(app.store, firstWorkspace, async (db) => {
    for (const check of allChecks) found.push(...(await check.find(db, firstWorkspace)).violations);
  });
  return found.filter((one) => !before.includes(one));
};
const scoreAll = () =>
  inWorkspace(app.store, firstWorkspace, async (db) => {
    const waiting = await claimForScoring(db, firstWorkspace, { importId: null, after: 0, limit: 99 });
    await scoreStored({ scorer: shippedScorer, languageOf: () => null }, db, firstWorkspace, waiting);
    return waiting;
  });
const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload: object = {}) =>
  app.http.inject({ method, url, payload });
const merge = (into: number, authorIds: number[]) =>
  send('POST', `/api/v1/authors/${into}/names`, { authorIds: authorIds.map(String) });
const split = (from: number, name: number) => send('DELETE', `/api/v1/authors/${from}/names/${name}`);
/** Everything that names one of these authors, without what a second reading numbers anew. */
const snapshot = async () => {
  const tables = [...movedTables, ...sharedTables].map(({ table }) => table);
  const rows: Record<string, unknown> = {};
  for (const table of [...tables, 'scores', 'moments', 'promises', 'goodwill', 'messages']) {
    const found = await query(
      sql<{ row: Record<string, unknown> }>`SELECT to_jsonb(t) AS row FROM ${sql.table(table)} t`,
    );
    rows[table] = found.map(({ row: { assessment_id: _, ...row } }) => JSON.stringify(row)).sort();
  }
  rows.authors = await query(sql`SELECT id, name, messages, conversations, merged_into FROM authors ORDER BY id`);
  rows.agents = await query(sql`SELECT id, agent_ids FROM conversations ORDER BY id`);
  return rows;
};

beforeAll(async () => {
  app = await startTestApp('merge-authors', keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'spool');
  ids = await saveScored(app.store, made);
  const authors = await query(sql<{ id: number; name: string }>`SELECT id, name FROM authors`);
  const idOf = (name: string) => authors.find((one) => one.name === name)?.id ?? -1;
  [ann, smith, bea] = [idOf('Agent: Ann'), idOf('Agent: A. Smith'), idOf('Agent: Bea')];
  await query(sql`UPDATE authors a SET messages = n.n, conversations = n.c FROM (SELECT author_id, count(*) AS n,
    count(DISTINCT conversation_id) AS c FROM messages GROUP BY 1) n WHERE n.author_id = a.id`);
  const team = await send('POST', '/api/v1/teams', { name: 'Lamps', memberIds: [], authorIds: [String(smith)] });
  expect(team.statusCode, team.body).toBe(201);
  const thanked = await send('POST', `/api/v1/conversations/${ids[1]}/kudos`, {
    messageId: 'as-smith-1',
    quote: 'I am so sorry your lamp broke.',
    note: 'Kind.',
  });
  expect(thanked.statusCode, thanked.body).toBe(201);
  before = await violations();
});
afterAll(() => app.end());

describe('names of one person', () => {
  let whole: Awaited<ReturnType<typeof snapshot>>;

  it('become one in lists, scores and thanks; what people said goes along', async () => {
    whole = await snapshot();
    const merged = await merge(ann, [smith]);
    expect(merged.statusCode, merged.body).toBe(200);
    expect(merged.json()).toMatchObject({
      ...{ id: String(ann), messages: 4, conversations: 3 },
      names: [{ id: String(smith), name: 'Agent: A. Smith', source: 'made', messages: 2 }],
    });
    expect(await violations()).toEqual([]);
    expect(await scoreAll()).toEqual(ids.slice(1, 3));
    const agents = await query(sql<{ agent_ids: number[] }>`SELECT agent_ids FROM conversations ORDER BY id`);
    expect(agents.map(({ agent_ids }) => agent_ids)).toEqual([[ann], [ann], [ann], [bea]]);
    const { total } = (await app.http.inject(`/api/v1/conversations?agentId=${ann}`)).json();
    expect(total).toBe(3);
    const { authors } = (await app.http.inject('/api/v1/authors')).json();
    expect(authors.map(({ id }: Author) => id).sort()).toEqual([String(ann), String(bea)].sort());
    expect(await query(sql`SELECT DISTINCT author_id FROM kudos`)).toEqual([{ author_id: ann }]);
    expect(await violations()).toEqual([]);
  });

  it('are seen by whoever looked after one of them', async () => {
    const [team] = (await app.http.inject('/api/v1/teams')).json().teams;
    expect(team.authors.map(({ id }: { id: string }) => id)).toEqual([String(ann)]);
    const lead = await app.rebuild({
      personOf: () => ({
        id: 'l',
        name: 'L',
        workspace: 1,
        role: 'lead',
        holds: ['anyone', 'member', 'reader'],
        sees: [ann],
        writesAs: [],
      }),
    });
    expect((await lead.inject(`/api/v1/conversations/${ids[1]}`)).statusCode).toBe(200);
  });

  it('stay one when a source names them again', async () => {
    await inWorkspace(app.store, firstWorkspace, async (db) => {
      const again = conversationOf('as-smith', [['Agent: A. Smith', 'One more word about your lamp.']]);
      const { messages, ...conversation } = again;
      const importId = Number((await sql<{ id: number }>`SELECT max(id) AS id FROM imports`.execute(db)).rows[0]?.id);
      const after = { byte: 0, line: 1, units: 1 };
      const added = messages.map((one) => ({ ...one, id: 'later', order: 9 }));
      await saveFragments(db, firstWorkspace, { importId, source: 'made', authors: new Map() }, [
        { kind: 'fragment', conversation, messages: added, hasMessageIds: true, units: 1, line: 1, after },
      ]);
      const { rows } = await sql`SELECT author_id, written_as FROM messages WHERE message_id = 'later'`.execute(db);
      expect(rows).toEqual([{ author_id: ann, written_as: smith }]);
      await sql`DELETE FROM messages WHERE message_id = 'later'`.execute(db);
    });
  });

  it('come apart again with everything each of them had', async () => {
    const apart = await split(ann, smith);
    expect(apart.json()).toMatchObject({ id: String(smith), messages: 2, names: [] });
    await scoreAll();
    expect(await snapshot()).toEqual(whole);
    expect(await violations()).toEqual([]);
    const noted = await query(
      sql<{ what: string }>`SELECT what FROM audit_entries WHERE what LIKE 'authors-%' ORDER BY number`,
    );
    expect(noted.map(({ what }) => what)).toEqual(['authors-merged', 'authors-split']);
  });

  it('keep what came about meanwhile with the one in whose conversation it was', async () => {
    await merge(ann, [smith]);
    await scoreAll();
    const thanked = await send('POST', `/api/v1/conversations/${ids[1]}/kudos`, {
      messageId: 'as-smith-1',
      quote: '10 euros back',
      note: '',
    });
    expect(thanked.json().authorId).toBe(String(ann));
    await split(ann, smith);
    await scoreAll();
    expect(await query(sql`SELECT DISTINCT author_id FROM kudos`)).toEqual([{ author_id: smith }]);
    expect(await violations()).toEqual([]);
  });
});

describe('what cannot be one person', () => {
  it('is refused with the reason, and nothing changes', async () => {
    const whole = await snapshot();
    const kim = (await query(sql<{ id: number }>`SELECT id FROM authors WHERE name = 'Kim'`))[0]?.id ?? 0;
    expect((await merge(ann, [ann])).statusCode).toBe(409);
    expect((await merge(ann, [kim])).json().detail).toContain('Only agents');
    expect((await merge(ann, [987_654])).statusCode).toBe(404);
    expect((await split(ann, bea)).statusCode).toBe(404);
    expect((await split(bea, smith)).statusCode).toBe(404);
    expect(await snapshot()).toEqual(whole);
    await merge(ann, [smith]);
    expect((await merge(bea, [smith])).json().detail).toContain('already');
    expect((await merge(bea, [ann])).json().detail).toContain('stands for other names');
    await split(ann, smith);
  });
});

describe('a draw of reviews in which the names stood apart', () => {
  const talk = (name: string, n: number) =>
    conversationOf(`of-${name}-${n}`, [
      ['Kim', 'My kettle broke and I am so upset!'],
      [`Agent: ${name}`, 'I am so sorry your kettle broke.'],
    ]);

  it('gives in place of one that is taken out another one of the same name, with the chance of that name', async () => {
    await saveScored(app.store, [
      ...Array.from({ length: 5 }, (_, n) => talk('Cleo', n)),
      ...Array.from({ length: 3 }, (_, n) => talk('C. Ray', n)),
    ]);
    before = [...before, ...(await violations())];
    const authors = await query(sql<{ id: number; name: string }>`SELECT id, name FROM authors`);
    const [cleo = 0, ray = 0] = ['Agent: Cleo', 'Agent: C. Ray'].map(
      (one) => authors.find(({ name }) => name === one)?.id,
    );
    const drawn = await send('POST', '/api/v1/review-draws', {
      ...{ kind: 'random', wanted: 1, reviewerIds: ['local'], agentIds: [String(cleo), String(ray)] },
    });
    expect(drawn.statusCode, drawn.body).toBe(201);
    await merge(cleo, [ray]);
    await scoreAll();
    const openOf = async (name: string) => {
      const rows = await query(sql<{ id: number; probability: number }>`
        SELECT t.id, t.probability FROM review_assignments t JOIN conversations c ON c.id = t.conversation_id
        WHERE t.state = 'open' AND t.author_id = ${cleo} AND c.source_id LIKE ${`of-${name}-%`}`);
      expect(rows).toHaveLength(1);
      return rows[0];
    };
    const replace = async (name: string) => {
      const url = `/api/v1/review-tasks/${(await openOf(name))?.id}/replace`;
      const { next } = (await send('POST', url, { reason: 'unreadable' })).json();
      return next === null ? null : (await openOf(name))?.probability;
    };
    expect(await replace('C. Ray')).toBeCloseTo(2 / 3, 12);
    expect(await replace('Cleo')).toBeCloseTo(2 / 5, 12);
    expect(await replace('C. Ray')).toBe(1);
    // All of that name were drawn: what was drawn for the other is no replacement.
    expect(await replace('C. Ray')).toBeNull();
    expect(await violations()).toEqual([]);
    // Whoever is drawn from one person’s service now is drawn from all of it.
    const again = await send('POST', '/api/v1/review-draws', {
      ...{ kind: 'random', wanted: 1, reviewerIds: ['local'], agentIds: [String(cleo)] },
    });
    expect(again.json().draw.frame).toMatchObject([{ eligible: 3, drawn: 1 }]);
    await split(cleo, ray);
  });
});

it('knows every table that names an author', async () => {
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ table: string }>`SELECT DISTINCT conrelid::regclass::text AS "table" FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'authors'::regclass`.execute(db),
  );
  const known = [...movedTables.map(({ table }) => table), ...sharedTables.map(({ table }) => table)];
  expect(rows.map(({ table }) => table).sort()).toEqual([...known, ...Object.keys(untouchedTables)].sort());
});
