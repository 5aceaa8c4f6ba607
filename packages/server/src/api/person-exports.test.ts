import type { Identity } from '@rapport/contract';
import type { FastifyInstance } from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { localPerson, type Person } from './permit.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let agentId: number;
/** As an administrator calls it; there are accounts here. */
let http: FastifyInstance;
beforeAll(async () => {
  app = await startTestApp('person-exports', keepImports);
  http = await app.rebuild({ personOf: () => localPerson });
  await saveScored(app.store, [
    conversationOf('k1', [
      ['Kim Doe', 'My kettle broke & I am so upset! <b>'],
      ['Agent: Ann', 'I am so sorry your kettle broke. I will send another one today.'],
    ]),
    conversationOf(
      'l1',
      [
        ['Lou Ray', 'Secret of Lou'],
        ['Agent: Bea', 'Words of Bea'],
      ],
      { customer: 'Lou Ray' },
    ),
  ]);
  const admin = new Client(app.database.adminUrl);
  await admin.connect();
  await admin.query(`
    INSERT INTO users (id, home_workspace, name, email) VALUES ('u-ann', 1, 'Ann', 'ann@example.org');
    INSERT INTO members (workspace_id, user_id, role) VALUES (1, 'u-ann', 'agent');
    INSERT INTO sign_ins (id, user_id, provider_id, account_id, password) VALUES ('s', 'u-ann', 'credential', 'u-ann', 'the-hash');
    INSERT INTO suggestions (workspace_id, kind, title, words, proposed_by, proposed_name, proposed_at, state)
      VALUES (1, 'rule', 'Ann has an idea', 'Do it', 'u-ann', 'Ann', now(), 'open'),
        (1, 'rule', 'Bea has an idea', 'Do not', 'u-bea', 'Bea', now(), 'open');`);
  await admin.end();
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
    sql<{ id: number }>`SELECT id FROM authors WHERE name = 'Agent: Ann'`.execute(db),
  );
  agentId = rows[0]?.id ?? 0;
}, 60_000);
afterAll(async () => {
  await app?.end();
});

interface Exported {
  page: string;
  data: { name: string; sections: { table: string; rows: Record<string, unknown>[] }[] };
}

async function fetchExport(from: FastifyInstance, url: string): Promise<Exported> {
  const answer = await from.inject({ method: 'GET', url, headers: { host: 'localhost:80' } });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  expect(answer.headers['content-type']).toBe('application/zip');
  const files = unzipSync(answer.rawPayload);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { page: text('read-me.html'), data: JSON.parse(text('data.json')) };
}

const find = async (words: string): Promise<Identity[]> => {
  const payload = { words };
  const headers = { host: 'localhost:80' };
  const answer = await http.inject({ method: 'POST', url: '/api/v1/erasures/find', headers, payload });
  return answer.json().identities;
};
const rowsOf = ({ data }: Exported, table: string) => data.sections.find((one) => one.table === table)?.rows ?? [];

describe('what is kept about a person', () => {
  it('is for a customer their conversations with everything read from them, and nobody else’s', async () => {
    const [kim] = await find('Kim Doe');
    const told = await fetchExport(http, `/api/v1/person-export?identity=${kim?.id}`);
    expect(rowsOf(told, 'conversations')).toMatchObject([{ source_id: 'k1' }]);
    expect(rowsOf(told, 'messages')).toHaveLength(2);
    expect(rowsOf(told, 'customer_emotions').length).toBeGreaterThan(0);
    expect(told.page).toContain('My kettle broke &amp; I am so upset! &lt;b&gt;');
    expect(JSON.stringify(told)).not.toMatch(/Secret of Lou|Words of Bea/);
  });

  it('is for an agent what they wrote, every score and what they proposed, and no secret', async () => {
    const person: Person = {
      ...localPerson,
      id: 'u-ann',
      name: 'Ann',
      role: 'agent',
      holds: ['member'],
      writesAs: [agentId],
    };
    const hers = await app.rebuild({ personOf: () => person });
    const told = await fetchExport(hers, '/api/v1/my-data');
    for (const table of ['messages', 'assessments', 'scores', 'moments', 'members', 'users', 'suggestions']) {
      expect(rowsOf(told, table).length, table).toBeGreaterThan(0);
    }
    expect(rowsOf(told, 'suggestions')).toMatchObject([{ title: 'Ann has an idea' }]);
    expect(JSON.stringify(told)).not.toMatch(/the-hash|Words of Bea|Bea has an idea|Secret of Lou/);
    const others = await hers.inject({
      ...{ method: 'GET', url: `/api/v1/person-export?identity=author:${agentId}`, headers: { host: 'localhost:80' } },
    });
    expect(others.statusCode).toBe(403);
  });

  it('keeps drafts of others, and who is to be read, to those they belong to', async () => {
    await inWorkspace(app.store, firstWorkspace, async (db) => {
      const { rows } = await sql<{ id: number }>`SELECT id FROM conversations WHERE source_id = 'k1'`.execute(db);
      await sql`INSERT INTO scorecards (workspace_id, name) VALUES (1, 'Card')`.execute(db);
      await sql`INSERT INTO scorecard_versions (workspace_id, scorecard_id, number, state, content, saved_at, saved_by, published_at)
        VALUES (1, 1, 1, 'published', '{}', now(), 'x', now())`.execute(db);
      await sql`INSERT INTO reviews (workspace_id, conversation_id, author_id, reviewer_id, kind, drawn, scorecard_version_id,
        content, started_at, saved_at) VALUES (1, ${rows[0]?.id}, ${agentId}, 'u-lead', 'assigned', 'chosen', 1,
        '{"note": "half a thought"}', now(), now())`.execute(db);
    });
    const told = await fetchExport(http, `/api/v1/person-export?identity=author:${agentId}`);
    expect(rowsOf(told, 'reviews')).toEqual([]);
  });

  it('stands in the log by number, and answers for nobody who is not here', async () => {
    const { rows } = await inWorkspace(app.store, firstWorkspace, (db) =>
      sql<{ detail: object }>`SELECT detail FROM audit_entries WHERE what = 'person-exported'`.execute(db),
    );
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/Kim|Ann/);
    const answer = await http.inject({
      ...{ method: 'GET', url: '/api/v1/person-export?identity=author:987654', headers: { host: 'localhost:80' } },
    });
    expect(answer.statusCode).toBe(404);
  });
});
