import { PassThrough } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRole, ownerRole } from '../database/roles.ts';
import { cloneTestDatabase, type TestDatabase } from '../database/test-database.ts';
import { type ImportBench, openImportBench } from '../jobs/import-file.fixture.ts';
import { scorerNamed } from '../jobs/other-scorer.fixture.ts';
import { backUpStore } from './back-up-store.ts';
import { firstWorkspace, inWorkspace } from './in-workspace.ts';
import { openStore, type Store } from './open-store.ts';
import { restoreStore } from './restore-store.ts';
import { verifyStore } from './verify/verify-store.ts';

let bench: ImportBench;
let backup: Buffer;
const stores: Store[] = [];
beforeAll(async () => {
  bench = await openImportBench('backup');
  const earlier = await bench.startWorker(scorerNamed('earlier', 'empathy'));
  const lines = Array.from({ length: 20 }, (_, n) =>
    JSON.stringify({
      id: `c${n}`,
      csat: (n % 5) + 1,
      tags: ['a\tb', 'c\\d', '"q"'],
      messages: [
        {
          id: '1',
          at: '2026-02-01T08:00:00Z',
          role: 'customer',
          author: `Ann ${n}`,
          text: `😀 My lamp\n"${n}"\t\\N is broken and I am very upset about it`,
        },
        {
          id: '2',
          at: '2026-02-01T08:01:00Z',
          role: 'agent',
          author: 'Kim',
          text: `I am sorry that lamp ${n} broke. I send a new one.`,
        },
      ],
    }),
  );
  await bench.until(await bench.send('some.jsonl', `${lines.join('\n')}\n`), 'done');
  await earlier.stop();
  const later = await bench.startWorker(scorerNamed('later'));
  await bench.rescore('later');
  await later.stop();
  backup = await makeBackup();
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await bench?.end();
});

async function makeBackup(): Promise<Buffer> {
  const target = new PassThrough();
  const chunks: Buffer[] = [];
  target.on('data', (chunk: Buffer) => chunks.push(chunk));
  await backUpStore({ appUrl: bench.database.appUrl, now: () => new Date('2026-03-01T00:00:00Z') }, target);
  return Buffer.concat(chunks);
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

const emptyDatabase = (): Promise<TestDatabase> => cloneTestDatabase(bench.template, 'restored');
const restore = (database: TestDatabase, bytes: Uint8Array) =>
  restoreStore({ ownerUrl: database.ownerUrl, ownerRole, appRole }, inChunks(bytes));

/** Everything in a database, as text, in a fixed order. */
async function everything(database: TestDatabase): Promise<string[]> {
  const client = new Client(database.adminUrl);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND relname NOT LIKE 'schema_migrations%' ORDER BY relname`,
  );
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    all.push(name, ...rows.map(({ row }) => row));
  }
  await client.end();
  return all;
}

describe('backup and restore', () => {
  it('bring back every row as it was, and the restored store keeps every promise', async () => {
    const database = await emptyDatabase();
    const rows = await restore(database, backup);
    expect(rows).toBeGreaterThan(200);
    expect(await everything(database)).toEqual(await everything(bench.database));
    const store = openStore({ appUrl: database.appUrl });
    stores.push(store);
    const results = await verifyStore(store, { now: () => 0 });
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('bring back the scores of an earlier scorer, and a rescore under way waits to be let go on', async () => {
    await bench.store.pool.query(
      "SELECT set_config('app.workspace', '1', false); UPDATE rescores SET state = 'running', finished_at = NULL",
    );
    const underWay = await makeBackup();
    await bench.store.pool.query(
      "SELECT set_config('app.workspace', '1', false); UPDATE rescores SET state = 'done', finished_at = now()",
    );
    const database = await emptyDatabase();
    await restore(database, underWay);
    const store = openStore({ appUrl: database.appUrl });
    stores.push(store);
    const { rows } = await inWorkspace(store, firstWorkspace, (db) =>
      sql<{ kept: number; scores: number; state: string; note: string }>`
      SELECT (SELECT count(*) FROM past_assessments WHERE scorer_version = 'earlier') AS kept,
        (SELECT count(*) FROM past_scores) AS scores, state, note FROM rescores`.execute(db),
    );
    expect(rows).toEqual([{ kept: 20, scores: expect.any(Number), state: 'paused', note: expect.any(String) }]);
    expect(rows[0]?.scores).toBeGreaterThan(20);
    expect((await verifyStore(store, { now: () => 0 })).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('number new rows after the restored ones', async () => {
    const database = await emptyDatabase();
    await restore(database, backup);
    const store = openStore({ appUrl: database.appUrl });
    stores.push(store);
    const { rows } = await inWorkspace(store, firstWorkspace, (db) =>
      sql<{ id: number; most: number }>`
      INSERT INTO saved_views (workspace_id, name, filter) VALUES (1, 'x', '{}')
      RETURNING id, (SELECT coalesce(max(id), 0) FROM saved_views) AS most`.execute(db),
    );
    expect(rows[0]?.id).toBeGreaterThan(rows[0]?.most ?? 0);
  });

  it('refuse a database that is not empty', async () => {
    await expect(restore(bench.database, backup)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuse a backup of a newer version', async () => {
    const text = gunzipSync(backup).toString('latin1').replace('"0001-foundation"', '"0001-foundation","0999-later"');
    const newer = gzipSync(Buffer.from(text, 'latin1'));
    await expect(restore(await emptyDatabase(), newer)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('restore nothing from a file that is cut short, or that is no backup', async () => {
    const database = await emptyDatabase();
    const before = await everything(database);
    const plain = gunzipSync(backup);
    for (const file of [
      backup.subarray(0, backup.length / 2),
      gzipSync(plain.subarray(0, plain.length - 30)),
      gzipSync(plain.subarray(0, plain.length / 3)),
      Buffer.from('conversation_id,body\n1,hello\n'),
      gzipSync('hello'),
    ]) {
      await expect(restore(database, file)).rejects.toMatchObject({ code: 'unreadable-file' });
    }
    expect(await everything(database)).toEqual(before);
  });
});
