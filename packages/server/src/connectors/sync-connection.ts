/**
 * Reads a connected source, a few seconds at a time. What came, what could not be read and how far it has come are saved
 * in one transaction: whatever is killed, nothing is lost and nothing doubled.
 */
import type { Pool } from 'pg';
import { z } from 'zod';
import { declareJob, type JobContext, pieceMilliseconds } from '../jobs/job.ts';
import { openSecret } from '../secrets/seal-secret.ts';
import { changeConnectionRow, loadConnection, type StoredConnection } from '../store/connections.ts';
import { tellHooks } from '../store/hooks.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { noteFor } from '../store/notices.ts';
import { sourceOf } from './all-sources.ts';
import { readSecrets, secretPurpose } from './connection-secret.ts';
import { saveStep } from './save-step.ts';
import { openSourceApi, type SourceApi } from './source-api.ts';
import { passes, SourceTrouble } from './source-trouble.ts';
import { syncCursor } from './sync-cursor.ts';
import { takeStep } from './take-step.ts';

const payload = z.object({ workspaceId: z.int(), connectionId: z.int() });

export const syncConnection = declareJob({
  name: 'sync-connection',
  payload,
  length: 'piece',
  place: 'anywhere',
  async handle(context, { workspaceId, connectionId }) {
    const until = context.now() + pieceMilliseconds;
    await holdConnection(context.store.pool, `connection ${workspaceId} ${connectionId}`, async () => {
      while (await readSome(context, { workspaceId, connectionId, until })) {
        if (context.now() < until) continue;
        await inWorkspace(context.store, workspaceId, (db) =>
          context.jobs.sendUnlessWaiting(db, syncConnection, { workspaceId, connectionId }),
        );
        return;
      }
    });
  },
});

/** One at a time: two that read the same source would only ask everything twice. */
async function holdConnection(pool: Pool, name: string, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got',
      [name],
    );
    if (rows[0]?.got === true) await work();
  } finally {
    // Closing the connection is what frees the lock, whatever state it is in.
    client.release(true);
  }
}

interface Reading {
  workspaceId: number;
  connectionId: number;
  /** Milliseconds. */
  until: number;
}

/**
 * What belongs to one conversation may take so long beyond the piece. The job engine may then give the piece to another
 * worker, which finds the connection held and leaves it alone.
 */
const graceMilliseconds = 25_000;

/** @returns whether there is more to do now */
export async function readSome(context: JobContext, { workspaceId, connectionId, until }: Reading): Promise<boolean> {
  const found = await inWorkspace(context.store, workspaceId, (db) => loadConnection(db, workspaceId, connectionId));
  if (found === null || found.state === 'paused' || !isDue(found, context.now())) return false;
  try {
    const api = await openApi(context, workspaceId, found, until + graceMilliseconds);
    const cursor = syncCursor.parse(found.cursor);
    const step = await takeStep(sourceOf(found.kind), api, cursor, {
      historyFrom: found.historyFrom,
      rungAt: found.rungAt,
    });
    const isSaved = await inWorkspace(context.store, workspaceId, (db) =>
      saveStep(context, db, workspaceId, found, step),
    );
    return isSaved && step.nextAt === null;
  } catch (error) {
    await noteTrouble(context, workspaceId, found, error);
    return false;
  }
}

const isDue = ({ nextAt }: StoredConnection, now: number): boolean => nextAt !== null && Date.parse(nextAt) <= now;

async function openApi(
  { outside, now }: JobContext,
  workspaceId: number,
  found: StoredConnection,
  deadline: number,
): Promise<SourceApi> {
  const key = await outside.secretKey();
  const secrets = readSecrets(found, (sealed) => openSecret(key, sealed, secretPurpose(found)));
  if (secrets === null) throw new SourceTrouble('secret-lost');
  return openSourceApi({
    ...{ source: sourceOf(found.kind), address: found.address, settings: found.settings },
    ...{ secrets, send: outside.send, wait: outside.wait, now, deadline },
    // Changed in any way, it is another one.
    memory: outside.memoryOf(`${workspaceId} ${found.id} ${found.address} ${found.sealedSecret}`),
  });
}

const firstPauseSeconds = 30;
const longestPauseSeconds = 1800;

/**
 * Nothing of it is an error of the job: the connection says what is wrong and when it is tried again. Only what is wrong
 * here goes to the log, where ids stand and no words.
 */
async function noteTrouble(
  { store, log, now }: JobContext,
  workspaceId: number,
  found: StoredConnection,
  error: unknown,
): Promise<void> {
  const trouble = error instanceof SourceTrouble ? error : new SourceTrouble('broke-down');
  const facts = { workspaceId, connectionId: found.id, trouble: trouble.kind };
  if (error instanceof SourceTrouble) log.info(facts, 'a source could not be read');
  else log.error({ ...facts, error: describe(error) }, 'reading a source broke down');
  const isPause = trouble.kind === 'asked-to-wait';
  const failures = isPause ? found.failures : found.failures + 1;
  const usual = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** Math.min(10, Math.max(0, failures - 1)));
  const seconds = Math.max(1, trouble.waitSeconds ?? usual);
  const cursor = syncCursor.safeParse(found.cursor).data;
  await inWorkspace(store, workspaceId, async (db) => {
    const current = await loadConnection(db, workspaceId, found.id, { hold: true });
    // Somebody has changed or paused it meanwhile: this trouble is no longer its trouble.
    if (current === null || current.state === 'paused' || current.piece !== found.piece) return;
    const isFirstStumble = passes(trouble.kind) && failures < 3;
    if (!isPause && !isFirstStumble && current.state !== 'failing') {
      await tellHooks(db, workspaceId, 'source.failing', { connectionId: String(found.id), code: trouble.kind });
      await noteFor(db, workspaceId, { kind: 'source-failing', object: `connection ${found.id}`, readers: 'admins' });
    }
    await changeConnectionRow(db, workspaceId, found.id, {
      state: isPause ? current.state : isFirstStumble ? current.state : 'failing',
      ...{ reason: trouble.reason, failures, piece: current.piece + 1 },
      // A side that is slow is asked for less at a time.
      ...(cursor === undefined || isPause ? {} : { cursor: { ...cursor, atOnce: 1 } }),
      nextAt: new Date(now() + seconds * 1000).toISOString(),
    });
  });
}

/** The message of a database error may quote a row: its code is enough to find the cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place = (error.stack ?? '').split('\n').slice(1, 4).join(' ').trim();
  return `${error.name}${code} ${place}`;
}
