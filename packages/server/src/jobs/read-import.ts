/**
 * Reads a received file, a few seconds at a time. Each batch stores its rows, its problems, its counts and the place it
 * got to in one transaction: whatever is killed, every row is stored and counted exactly once.
 */
import { type IntakePlan, RapportError } from '@rapport/contract';
import { isFreeMail, type People, readRecords } from '@rapport/intake';
import type { AuthorCache } from '../store/ensure-authors.ts';
import { changeImport, type ImportWork } from '../store/imports.ts';
import { loadOwnDomains } from '../store/own-domains.ts';
import { refreshStatistics } from '../store/refresh-statistics.ts';
import { saveBatch } from '../store/save-batch.ts';
import { collectBatches, type ReadBatch } from './collect-batches.ts';
import { removeSpooled, stopAsFailed } from './fail-import.ts';
import { goOn, type ImportPayload, importPayload, withImport } from './import-job.ts';
import { declareJob, type JobContext, pieceMilliseconds, triesOfReading } from './job.ts';
import { loadMasking } from './load-masking.ts';
import { settleImport } from './settle-import.ts';
import { readSpooledPeople } from './spooled-people.ts';

export const readImport = declareJob<ImportPayload>({
  name: 'read-import',
  payload: importPayload,
  length: 'piece',
  place: 'spool',
  tries: triesOfReading,
  async handle(context, payload) {
    const until = context.now() + pieceMilliseconds;
    const begun = await withImport(context, payload, 'reading', async (db, found) => ({
      found,
      masking: await loadMasking(context.outside, db, payload.workspaceId),
      ownDomains: await loadOwnDomains(db, payload.workspaceId),
    }));
    if (begun === null) return;
    const authors: AuthorCache = new Map();
    let { found } = begun;
    // While the database stores one batch, the next is read: two cores work.
    let storing: Promise<ImportWork | null> = Promise.resolve(found);
    let isWhole = true;
    const people = await readSpooledPeople(context.spool, found);
    const records = readPlainFile(context, found, { ownDomains: begun.ownDomains, people });
    for await (const batch of collectBatches(records, begun.masking, found.plan?.format ?? 'csv')) {
      const before = await storing;
      if (before === null) return;
      found = before;
      storing = storeBatch(context, payload, { found, batch, authors });
      if (batch.refusal !== null) {
        await storing;
        return refuse(context, payload, batch.refusal);
      }
      // The next batch is awaited first; without this a failure meanwhile would count as unhandled.
      storing.catch(() => {});
      if (context.now() >= until) {
        isWhole = false;
        break;
      }
    }
    const last = await storing;
    if (last === null) return;
    await withImport(context, payload, 'reading', async (db, one) => {
      assertSamePlace(one, last);
      await goOn(context, db, payload.workspaceId, one, isWhole ? settleImport : readImport);
    });
  },
});

function readPlainFile(
  { spool }: JobContext,
  found: ImportWork,
  { ownDomains, people }: { ownDomains: readonly string[]; people: People | null },
): ReturnType<typeof readRecords> {
  const { plan, spoolKey } = found;
  if (plan === null || spoolKey === null) throw new Error(`import ${found.id} is being read without a plan or a key`);
  const file = { importId: found.id, part: 'plain', key: spoolKey } as const;
  const startAt = found.checkpoint.position;
  return readRecords((fromByte) => spool.open(file, fromByte), plan, {
    fileName: found.fileName,
    ownDomains: ownDomains.length === 0 ? [] : [...ownDomains, ...domainsOf(plan)],
    ...(people === null ? {} : { people }),
    ...(startAt === null ? {} : { startAt }),
  });
}

/** The mailbox's own addresses, where a first look has found them: a second brand comes with its first mailbox. */
const domainsOf = ({ speakers }: IntakePlan): string[] =>
  (speakers ?? []).flatMap(({ name, role }) => {
    const domain = role === 'agent' ? name.toLowerCase().split('@')[1] : undefined;
    return domain === undefined || isFreeMail(domain) ? [] : [domain];
  });

interface Storing {
  found: ImportWork;
  batch: ReadBatch;
  authors: AuthorCache;
}

/** @returns the import as it stands now, or null when it was paused or cancelled meanwhile */
async function storeBatch(
  context: JobContext,
  payload: ImportPayload,
  { found, batch, authors }: Storing,
): Promise<ImportWork | null> {
  const saved = await withImport(context, payload, 'reading', async (db, now) => {
    assertSamePlace(now, found);
    const checkpoint = { ...now.checkpoint, position: batch.after };
    const place = { importId: now.id, source: now.source, authors, problemsBefore: now.problems };
    const newAuthors = await saveBatch(db, payload.workspaceId, place, batch);
    await changeImport(db, payload.workspaceId, now.id, { checkpoint, bytesRead: batch.after.byte });
    const counts = { problems: now.problems + batch.problems.length, units: now.units + batch.units };
    return { newAuthors, found: { ...now, ...counts, checkpoint } };
  });
  if (saved === null) return null;
  if (hasGrown(found.units, saved.found.units)) await refreshStatistics(context.store, filledTables);
  // Only now: ids of a transaction that was undone must not be remembered.
  for (const [key, id] of saved.newAuthors) authors.set(key, id);
  return saved.found;
}

const filledTables = ['conversations', 'messages', 'authors', 'import_conversations'] as const;

/**
 * At 100 units and then at four times as many each time. A plan made for an empty table walks through all rows for each
 * row, in three loops one inside the other: at a thousand messages that is half a minute, at a hundred nothing.
 */
function hasGrown(before: number, now: number): boolean {
  const step = (units: number): number => Math.floor(Math.log(Math.max(1, units / 100)) / Math.log(4));
  return now >= 100 && (before < 100 || step(now) > step(before));
}

/** Somebody else goes on with this very piece: a worker that was taken for dead and was not. One of the two must stop. */
function assertSamePlace(now: ImportWork, expected: ImportWork): void {
  if (now.checkpoint.position?.byte === expected.checkpoint.position?.byte) return;
  throw new RapportError('conflict', { what: `Import ${now.id} is being read by another worker.` });
}

async function refuse(context: JobContext, payload: ImportPayload, refusal: string): Promise<void> {
  await withImport(context, payload, 'reading', (db) =>
    stopAsFailed(db, payload.workspaceId, payload.importId, refusal),
  );
  await removeSpooled(context, payload.importId);
}
