import { fork } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';
import { importPayload } from './import-job.ts';
import { openJobs } from './open-jobs.ts';
import { openPatientConnection } from './patient-connection.ts';
import { readImport } from './read-import.ts';
import type { Worker } from './run-worker.ts';
import { scoreConversations } from './score-conversations.ts';

let bench: ImportBench;
let worker: Worker;
beforeAll(async () => {
  bench = await openImportBench('stop-and-go');
  worker = await bench.startWorker();
});
afterAll(() => bench?.end());

const header = 'conversation_id,message_id,sent_at,author_role,author_name,channel,subject,body';
const file = (conversations: number): string => {
  const rows = [header];
  for (let n = 0; n < conversations; n++) {
    for (let m = 0; m < 8; m++) {
      const role = m % 2 === 0 ? `customer,Ann ${n}` : `agent,Agent ${n % 7}`;
      rows.push(
        `c${n},${n}-${m},2026-01-05T10:${10 + m}:00Z,${role},chat,Lamp,"Message ${m}: my lamp ${n} does not work and I wait"`,
      );
    }
  }
  return `${rows.join('\n')}\n`;
};

/** Enough that reading takes several batches, and so can be stopped between two of them. */
const many = 1500;
const all = { units: 8 * many, accepted: 8 * many, duplicate: 0, conversations: many };

const count = (table: 'messages' | 'conversations' | 'assessments') =>
  inWorkspace(bench.store, firstWorkspace, async (db) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db);
    return rows[0]?.n ?? 0;
  });

const broken = async () =>
  (await verifyStore(bench.store, { now: () => 0 })).flatMap(({ name, violations }) =>
    violations.map((one) => `${name}: ${one}`),
  );

const clear = () =>
  inWorkspace(bench.store, firstWorkspace, async (db) => {
    await sql`DELETE FROM imports`.execute(db);
    await sql`DELETE FROM conversations`.execute(db);
  });

describe('an import that is stopped', () => {
  it('pauses while it is read, and goes on where it was', { timeout: 90_000 }, async () => {
    const id = await bench.send('pause.csv', file(many));
    await bench.until(id, 'reading');
    const paused = await bench.actions.pause(id);
    expect(paused.state).toBe('paused');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const held = await count('messages');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await count('messages')).toBe(held);
    expect(held).toBeLessThan(8 * many);
    await bench.actions.resume(id);
    const run = await bench.until(id, 'scoring', 'finding', 'done');
    expect(run.counts).toMatchObject(all);
    expect(await bench.actions.pause(id)).toMatchObject({ state: 'paused' });
    expect(await broken()).toEqual([]);
  });

  it('goes on scoring after a cancelled one, when the same file is sent again', { timeout: 60_000 }, async () => {
    const { rows } = await inWorkspace(bench.store, firstWorkspace, (db) =>
      sql<{ id: number }>`SELECT id FROM imports WHERE state = 'paused'`.execute(db),
    );
    const cancelled = await bench.actions.cancel(rows[0]?.id ?? 0);
    expect(cancelled.state).toBe('cancelled');
    expect(await count('conversations')).toBe(many);
    await clear();
    const id = await bench.send('again.csv', file(60));
    await bench.actions.cancel(id);
    const again = await bench.until(await bench.send('again.csv', file(60)), 'done');
    expect(again.counts.accepted + again.counts.duplicate).toBe(480);
    expect(again.counts).toMatchObject({ toScore: 60, scored: 60 });
    expect(await broken()).toEqual([]);
  });

  it('stores nothing twice when a job comes twice', { timeout: 60_000 }, async () => {
    await clear();
    const id = await bench.send('twice.csv', file(50));
    await bench.until(id, 'done');
    const before = [await count('messages'), await count('assessments')];
    const jobs = openJobs();
    const { rows } = await inWorkspace(bench.store, firstWorkspace, (db) =>
      sql<{ spool_id: string }>`SELECT spool_id FROM imports`.execute(db),
    );
    for (const piece of [1, 2, 3]) {
      const payload = importPayload.parse({ workspaceId: firstWorkspace, importId: id, piece });
      await inWorkspace(bench.store, firstWorkspace, (db) => jobs.send(db, readImport, payload, rows[0]?.spool_id));
    }
    const again = { workspaceId: firstWorkspace, importId: id };
    await inWorkspace(bench.store, firstWorkspace, (db) => jobs.send(db, scoreConversations, again));
    await expect
      .poll(
        async () => {
          const left = await bench.store.pool.query(
            "SELECT 1 FROM jobs.job WHERE state IN ('created', 'retry', 'active')",
          );
          return left.rows.length;
        },
        { timeout: 10_000 },
      )
      .toBe(0);
    expect([await count('messages'), await count('assessments')]).toEqual(before);
    expect(await broken()).toEqual([]);
  });

  it('is scored to its end although somebody else held its conversations meanwhile', { timeout: 60_000 }, async () => {
    await clear();
    const id = await bench.send('held.csv', file(50), { autoConfirm: false });
    await bench.until(id, 'who-is-who');
    await inWorkspace(bench.store, firstWorkspace, async (db) => {
      await sql`SELECT id FROM conversations FOR UPDATE`.execute(db);
      await bench.actions.confirmAuthors(id, { roles: {} });
      await new Promise((resolve) => setTimeout(resolve, 2000));
      expect(await bench.until(id, 'scoring')).toMatchObject({ counts: { scored: 0 } });
    });
    expect((await bench.until(id, 'done')).counts).toMatchObject({ toScore: 50, scored: 50 });
    expect(await broken()).toEqual([]);
  });

  it('is taken up by another worker when its own is killed', { timeout: 90_000 }, async () => {
    await clear();
    await worker.stop();
    const child = fork(new URL('./run-worker.child.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, APP_URL: bench.database.appUrl, DATA_FOLDER: bench.dataFolder },
    });
    const id = await bench.send('killed.csv', file(many));
    await bench.until(id, 'reading');
    await expect.poll(() => count('messages'), { timeout: 20_000 }).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(await count('messages')).toBeLessThan(8 * many);
    await bench.letPiecesExpire();
    await bench.startWorker();
    const run = await bench.until(id, 'scoring');
    expect(run.counts).toMatchObject(all);
    expect(await count('messages')).toBe(8 * many);
    expect(await broken()).toEqual([]);
  });
});

describe('the way of the job engine to the database', () => {
  it('holds no answer that was given, and answers whoever still waits when it is closed', async () => {
    const troubles: Error[] = [];
    const connection = openPatientConnection(bench.database.appUrl, (error) => troubles.push(error));
    const answers: WeakRef<object>[] = [];
    for (let n = 0; n < 50; n++) answers.push(new WeakRef(await connection.executeSql('SELECT $1::integer AS n', [n])));
    // What a promise has settled with is let go of a turn later.
    await new Promise((resolve) => setTimeout(resolve, 20));
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect !== 'function') throw new Error('this engine shows no way to collect');
    collect();
    expect(answers.filter((one) => one.deref() !== undefined).length).toBeLessThan(10);
    const late = connection.executeSql('SELECT pg_sleep(6)');
    await connection.close();
    expect(await late).toEqual({ rows: [] });
    expect(await connection.executeSql('SELECT 1')).toEqual({ rows: [] });
    expect(troubles).toEqual([]);
  });
});
