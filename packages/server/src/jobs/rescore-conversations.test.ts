import { fork } from 'node:child_process';
import type { Focus, RescoreRun } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLatestFocus } from '../store/focus-answer.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { loadRescore } from '../store/rescores.ts';
import { loadScoringState } from '../store/scoring-state.ts';
import { countPairs, countTrend } from '../store/trend.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';
import { openJobs } from './open-jobs.ts';
import { scorerNamed } from './other-scorer.fixture.ts';
import { createRescoreActions, type RescoreActions } from './rescore-actions.ts';
import { rescoreConversations } from './rescore-conversations.ts';
import type { Worker } from './run-worker.ts';

let bench: ImportBench;
let worker: Worker;
beforeAll(async () => {
  bench = await openImportBench('rescore');
});
afterAll(() => bench?.end());

/** Upset customers; every other one is met with words for it. */
const file = (ids: readonly string[], messagesEach = 4): string =>
  ids
    .map((id, n) => {
      const messages = Array.from({ length: messagesEach }, (_, m) => ({
        id: `${id}-${m}`,
        at: new Date(Date.UTC(2026, 0, 5 + 7 * (n % 6), 9, m)).toISOString(),
        role: m % 2 === 0 ? 'customer' : 'agent',
        author: m % 2 === 0 ? `Ann ${id}` : `Agent ${n % 9}`,
        text:
          m % 2 === 0
            ? `My lamp ${id} is broken again and I am so upset and angry about it!`
            : n % 2 === 0
              ? `I am so sorry that your lamp ${id} broke again, that is upsetting. Number ${n * 7 + m} is on its way today.`
              : `Send a picture of lamp ${id} number ${n * 7 + m}.`,
      }));
      return JSON.stringify({ id, channel: 'chat', messages });
    })
    .join('\n');

const names = (prefix: string, n: number) => Array.from({ length: n }, (_, index) => `${prefix}${index}`);
const ask = <T>(question: (db: Db) => Promise<T>): Promise<T> => inWorkspace(bench.store, firstWorkspace, question);
const count = (table: 'past_assessments' | 'past_scores' | 'assessments' | 'scores', version?: string) =>
  ask(async (db) => {
    const of = version === undefined ? sql`` : sql`WHERE scorer_version = ${version}`;
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)} ${of}`.execute(db);
    return rows[0]?.n ?? 0;
  });
const actionsOf = (scorerVersion: string): RescoreActions =>
  createRescoreActions({ store: bench.store, jobs: openJobs(), workspace: firstWorkspace, scorerVersion });
const stateFor = (version: string) => ask((db) => loadScoringState(db, firstWorkspace, version));
const focus = async (): Promise<Focus | null> => (await ask((db) => loadLatestFocus(db, firstWorkspace))).focus;
const until = async (id: string, ...states: RescoreRun['state'][]): Promise<RescoreRun> => {
  for (let tries = 0; tries < 1200; tries++) {
    const run = await ask((db) => loadRescore(db, firstWorkspace, Number(id)));
    if (run !== null && states.includes(run.state)) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`rescore ${id} does not come to ${states.join()}; ${bench.troubles.join('\n')}`);
};
const broken = async () =>
  (await verifyStore(bench.store, { now: () => 0 })).flatMap(({ name, violations }) =>
    violations.map((one) => `${name}: ${one}`),
  );
const metOf = (answer: Focus | null) =>
  answer?.qualities.find(({ quality }) => quality === 'empathy')?.metCount ?? Number.NaN;
const lines = async () => {
  const counts = await ask((db) => countTrend(db, firstWorkspace, { quality: 'empathy', by: 'week', sees: null }));
  const sum = (version: string, of: 'met' | 'n') =>
    counts.filter((one) => one.scorerVersion === version).reduce((total, one) => total + one[of], 0);
  return { sum, weeksOf: (v: string) => new Set(counts.filter((c) => c.scorerVersion === v).map((c) => +c.from)).size };
};

describe('a newer scorer', () => {
  it('scores nothing again by itself, and what comes new stays out of the focus, which says so', {
    timeout: 60_000,
  }, async () => {
    worker = await bench.startWorker(scorerNamed('v1'));
    await bench.until(await bench.send('old.jsonl', file(names('a', 60))), 'done');
    expect(await focus()).toMatchObject({ scorerVersion: 'v1', notScored: [] });
    await worker.stop();

    worker = await bench.startWorker(scorerNamed('v2', 'empathy'));
    await bench.until(await bench.send('new.jsonl', file(names('b', 8)), { source: 'other' }), 'done');
    expect(await stateFor('v2')).toMatchObject({ focusVersion: 'v1', behind: 60, leftOut: 8, rescore: null });
    const answer = await focus();
    expect(answer).toMatchObject({
      scorerVersion: 'v1',
      notScored: [{ reason: 'other-scorer', conversations: 8 }],
    });
    expect(metOf(answer)).toBe(30);
    expect([await count('assessments', 'v1'), await count('assessments', 'v2')]).toEqual([60, 8]);
    expect(await count('past_assessments')).toBe(0);
    expect(await broken()).toEqual([]);
  });

  it('keeps the earlier scores when asked to score again, and takes over lists and focus at once', {
    timeout: 60_000,
  }, async () => {
    const run = await actionsOf('v2').start();
    expect(run).toMatchObject({ toScore: 60, scorerVersion: 'v2' });
    expect(await until(run?.id ?? '', 'done')).toMatchObject({ scored: 60, toScore: 60, note: null });
    expect(await stateFor('v2')).toMatchObject({ focusVersion: 'v2', behind: 0, leftOut: 0, rescore: null });
    expect([await count('assessments', 'v1'), await count('assessments', 'v2')]).toEqual([0, 68]);
    expect(await count('past_assessments', 'v1')).toBe(60);
    const answer = await focus();
    expect(answer).toMatchObject({ scorerVersion: 'v2', notScored: [] });
    expect(metOf(answer)).toBe(0);
    expect(await broken()).toEqual([]);
  });

  it('shows both versions over the whole history, and the step between them on the same words', async () => {
    const { sum, weeksOf } = await lines();
    expect([sum('v1', 'n'), sum('v2', 'n')]).toEqual([60, 68]);
    expect([sum('v1', 'met'), sum('v2', 'met')]).toEqual([30, 0]);
    expect([weeksOf('v1'), weeksOf('v2')]).toEqual([6, 6]);
    const pairs = await ask((db) =>
      countPairs(db, firstWorkspace, { quality: 'empathy', before: 'v1', after: 'v2', sees: null }),
    );
    expect(pairs.reduce((total, { n }) => total + n, 0)).toBe(60);
    expect(pairs.filter(({ before, after }) => before && after === false).reduce((t, { n }) => t + n, 0)).toBe(30);
  });

  it('changes nothing when asked again, or when a job comes twice', { timeout: 30_000 }, async () => {
    const everything = () =>
      ask(async (db) => {
        const { rows } = await sql<{ all: string }>`
          SELECT (SELECT json_agg(t ORDER BY t.id) FROM assessments t)::text
            || (SELECT json_agg(t ORDER BY t.id) FROM past_assessments t)::text
            || (SELECT json_agg(t ORDER BY t.id) FROM rescores t)::text AS all`.execute(db);
        return rows[0]?.all;
      });
    const before = await everything();
    expect(await actionsOf('v2').start()).toBeNull();
    await ask(async (db) => {
      for (const piece of [1, 1, 2]) {
        await openJobs().send(db, rescoreConversations, { workspaceId: firstWorkspace, rescoreId: 1, piece });
      }
    });
    await idle();
    expect(await everything()).toBe(before);
  });

  it('goes back to an earlier version too, and keeps each version once', { timeout: 60_000 }, async () => {
    await worker.stop();
    worker = await bench.startWorker(scorerNamed('v1'));
    const run = await actionsOf('v1').start();
    await until(run?.id ?? '', 'done');
    expect([await count('assessments', 'v1'), await count('past_assessments', 'v2')]).toEqual([68, 68]);
    expect(await count('past_assessments', 'v1')).toBe(0);
    expect(await stateFor('v1')).toMatchObject({ focusVersion: 'v1', behind: 0 });
    expect(metOf(await focus())).toBe(34);
    expect(await broken()).toEqual([]);
  });
});

const idle = () =>
  expect
    .poll(
      async () => {
        const { rows } = await bench.store.pool.query(
          "SELECT 1 FROM jobs.job WHERE state IN ('created', 'retry', 'active')",
        );
        return rows.length;
      },
      { timeout: 20_000 },
    )
    .toBe(0);

describe('a rescore under way', () => {
  /** Fifteen batches: time enough to stop it between two of them. */
  const many = 600;

  it('holds the focus still, lets imports end, and goes on after a pause', { timeout: 120_000 }, async () => {
    await bench.until(await bench.send('many.jsonl', file(names('m', many), 6), { source: 'many' }), 'done');
    await worker.stop();
    const before = await focus();
    expect(before).toMatchObject({ scorerVersion: 'v1' });
    const actions = actionsOf('v3');
    const run = await actions.start();
    const id = run?.id ?? '';
    expect(run).toMatchObject({ toScore: 68 + many, scored: 0, state: 'running' });
    worker = await bench.startWorker(scorerNamed('v3', 'empathy'));
    await expect.poll(async () => (await stateFor('v3')).rescore?.scored, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await actions.pause(Number(id))).toMatchObject({ state: 'paused' });
    await idle();
    const paused = await stateFor('v3');
    expect(paused.behind).toBe(68 + many - (paused.rescore?.scored ?? 0));
    expect(paused.behind).toBeGreaterThan(0);
    expect(await broken()).toEqual([]);

    // New ones, and a known one that has a message more: read by the newer scorer, on their own road.
    const grown = file(['late', `m${many - 1}`], 8);
    expect(await bench.until(await bench.send('late.jsonl', grown, { source: 'many' }), 'done')).toMatchObject({
      counts: { scored: 2 },
    });
    expect(await focus()).toEqual(before);
    expect((await stateFor('v3')).behind).toBe(paused.behind - 1);

    await actions.resume(Number(id));
    const done = await until(id, 'done');
    expect(done).toMatchObject({ scored: 67 + many, toScore: 67 + many });
    expect(await focus()).toMatchObject({ scorerVersion: 'v3', notScored: [] });
    expect([await count('assessments', 'v3'), await count('past_assessments', 'v1')]).toEqual([69 + many, 68 + many]);
    expect(await broken()).toEqual([]);
  });

  it('goes on in another worker when its own is killed', { timeout: 120_000 }, async () => {
    await worker.stop();
    const child = fork(new URL('./run-worker.child.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        APP_URL: bench.database.appUrl,
        DATA_FOLDER: bench.dataFolder,
        SCORER_VERSION: 'v4',
      },
    });
    const run = await actionsOf('v4').start();
    await expect.poll(async () => (await stateFor('v4')).rescore?.scored, { timeout: 30_000 }).toBeGreaterThan(40);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const left = (await stateFor('v4')).behind;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(69 + many);
    await bench.letPiecesExpire();
    worker = await bench.startWorker(scorerNamed('v4'));
    expect(await until(run?.id ?? '', 'done')).toMatchObject({ scored: 69 + many, toScore: 69 + many });
    expect([await count('assessments', 'v4'), await count('past_assessments', 'v3')]).toEqual([69 + many, 69 + many]);
    expect(await broken()).toEqual([]);
  });

  it('waits when a worker of another version takes it up, and is replaced by a still newer one', {
    timeout: 60_000,
  }, async () => {
    const run = await actionsOf('v5').start();
    const stopped = await until(run?.id ?? '', 'paused');
    expect(stopped.note).toContain('v4');
    expect(await count('assessments', 'v4')).toBe(69 + many);
    await expect(actionsOf('v4').resume(Number(run?.id))).rejects.toMatchObject({ code: 'conflict' });
    expect(await actionsOf('v4').start()).toBeNull();
    expect(await until(run?.id ?? '', 'replaced')).toMatchObject({ scored: 0 });
    await idle();
    expect(await stateFor('v4')).toMatchObject({ behind: 0, focusVersion: 'v4', rescore: null });
    expect(await broken()).toEqual([]);
  });
});
