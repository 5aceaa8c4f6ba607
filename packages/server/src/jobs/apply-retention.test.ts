import type { Retention } from '@rapport/contract';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp, testNow } from '../api/test-app.ts';
import { appRole, ownerRole } from '../database/roles.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { applyRetention, wakeRetention } from './apply-retention.ts';
import type { JobContext } from './job.ts';
import { openJobs } from './open-jobs.ts';
import { prepareJobs } from './prepare-jobs.ts';

let app: TestApp;
const days = (count: number): Date => new Date(testNow.getTime() + count * 86_400_000);

beforeAll(async () => {
  app = await startTestApp('retention', keepImports);
  await prepareJobs({ ownerUrl: app.database.ownerUrl, ownerRole, appRole }, 'here');
});
afterAll(() => app?.end());

const query = async <Row extends object>(text: string): Promise<Row[]> => {
  const { rows } = await inWorkspace(app.store, firstWorkspace, (db) => sql.raw<Row>(text).execute(db));
  return rows;
};
const send = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  app.http.inject({ method, url, headers: { host: 'localhost:80' }, ...(payload === undefined ? {} : { payload }) });
const all = { defaultDays: 180, channelDays: {}, countedFrom: 'last-message' } as const;

/** What the handler reaches, at an instant of the test's own. */
const contextAt = (now: Date): JobContext =>
  ({ store: app.store, jobs: openJobs(), now: () => now.getTime() }) as unknown as JobContext; // nothing else is asked of it

const runAt = async (now: Date) => {
  // The clock stands still here, so a piece would never end by itself.
  let asked = 0;
  const context = { ...contextAt(now), now: () => (asked++ > 400 ? Number.MAX_SAFE_INTEGER : now.getTime()) };
  await applyRetention.handle(context, { workspaceId: firstWorkspace });
};

describe('retention', () => {
  beforeAll(async () => {
    await saveScored(app.store, [
      conversationOf('old-chat', [
        ['Kim', 'My kettle broke and I am so upset!'],
        ['Agent: Ann', 'I am so sorry your kettle broke. I will send another one today.'],
      ]),
      conversationOf('old-mail', [['Lou', 'Where is my lamp?']], { channel: 'email' }),
      conversationOf('new-chat', [
        ['Max', 'Thank you!'],
        ['Agent: Ann', 'You are welcome, Max.'],
      ]),
    ]);
    await query(`UPDATE messages m SET at = '2024-01-02T10:00:00Z' FROM conversations c
      WHERE c.id = m.conversation_id AND c.source_id LIKE 'old%'`);
    await query(`UPDATE conversations SET first_at = '2024-01-02T10:00:00Z', last_at = '2024-01-02T10:00:00Z'
      WHERE source_id LIKE 'old%'`);
    await query("UPDATE imports SET started_at = '2025-02-01T00:00:00Z', spool_key = NULL");
    await query(
      `INSERT INTO team_answers (workspace_id, kind, answer, scorer_version) VALUES (1, 'reasons', '{}', 'v')`,
    );
  });

  it('proposes a limit, deletes nothing by itself, and counts history from the day it came', async () => {
    const answer: Retention = (await send('GET', '/api/v1/retention')).json();
    expect(answer.rule).toBeNull();
    expect(answer.preview).toMatchObject({ stored: 3, conversations: 0, olderByDate: 2, oldest: null });
    await runAt(days(1000));
    expect(await query('SELECT FROM conversations')).toHaveLength(3);
  });

  it('shows what a rule would delete, by channel, and refuses one whose count was not seen', async () => {
    const preview = (await send('POST', '/api/v1/retention/preview', { ...all, channelDays: { email: null } })).json();
    expect(preview).toMatchObject({ conversations: 1, oldest: '2024-01-02T10:00:00.000Z' });
    expect(preview.byChannel).toMatchObject([
      { channel: 'email', days: null, conversations: 0 },
      { channel: 'chat', days: 180, stored: 2, conversations: 1 },
    ]);
    const refused = await send('PUT', '/api/v1/retention', { ...all, shown: 1 });
    expect(refused.statusCode).toBe(409);
    expect((await send('GET', '/api/v1/retention')).json().rule).toBeNull();
  });

  it('waits seven days, then deletes whole conversations and whoever stands in none any more', async () => {
    const set = await send('PUT', '/api/v1/retention', { ...all, shown: 2 });
    expect(set.json()).toMatchObject({ rule: all, startsAt: days(7).toISOString() });
    await runAt(days(6));
    expect(await query('SELECT FROM conversations')).toHaveLength(3);
    await wakeRetention(contextAt(days(7)));
    expect(await queued('apply-retention')).toBe(1);
    await runAt(days(7));
    expect(await query('SELECT source_id FROM conversations')).toEqual([{ source_id: 'new-chat' }]);
    expect(await query('SELECT name FROM authors ORDER BY name')).toEqual([{ name: 'Agent: Ann' }, { name: 'Max' }]);
    expect(await query("SELECT messages, conversations FROM authors WHERE role = 'agent'")).toEqual([
      { messages: 1, conversations: 1 },
    ]);
    expect(await query('SELECT FROM team_answers')).toEqual([]);
    expect(await queued('refresh-focus')).toBe(1);
    const { runs } = (await send('GET', '/api/v1/retention')).json();
    expect(runs).toMatchObject([{ conversations: 2, people: 2, byChannel: { chat: 1, email: 1 } }]);
    expect(runs[0].finishedAt).not.toBeNull();
  });

  it('stands in the log, runs again a day later, and deletes nothing twice', async () => {
    await runAt(days(8));
    await runAt(days(9));
    expect(await query('SELECT FROM conversations')).toHaveLength(1);
    const log = await query<{ what: string; detail: object }>('SELECT what, detail FROM audit_entries ORDER BY number');
    expect(log.map(({ what }) => what)).toEqual(['retention-changed', 'retention-applied']);
    expect(log[1]?.detail).toEqual({ conversations: 2, people: 2 });
    const broken = (await verifyStore(app.store, { now: () => 0 })).filter(({ violations }) => violations.length > 0);
    expect(broken).toEqual([]);
  });

  it('keeps what a milder rule keeps, without waiting anew', async () => {
    const milder = await send('PUT', '/api/v1/retention', { ...all, defaultDays: 365, shown: 0 });
    expect(milder.json()).toMatchObject({ startsAt: days(7).toISOString() });
  });

  it('goes on where a stopped run was', async () => {
    await saveScored(app.store, [conversationOf('older', [['Kim', 'Hello?']])]);
    await query("UPDATE conversations SET last_at = '2020-01-01', first_at = '2020-01-01' WHERE source_id = 'older'");
    await query('INSERT INTO retention_runs (workspace_id, started_at, conversations) VALUES (1, now(), 5)');
    await runAt(days(30));
    expect(await query('SELECT conversations FROM retention_runs ORDER BY id')).toEqual([
      { conversations: 2 },
      { conversations: 6 },
    ]);
  });
});

async function queued(name: string): Promise<number> {
  const client = new Client(app.database.adminUrl);
  await client.connect();
  const { rows } = await client.query("SELECT 1 FROM jobs.job WHERE name = $1 AND state = 'created'", [name]);
  await client.end();
  return rows.length;
}
