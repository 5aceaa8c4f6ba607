/** The first look at a received file, whole: what it is, what its columns mean, what a person must still say. */
import { type IntakePlan, type IntakeProblem, RapportError } from '@rapport/contract';
import { type FileLook, FileRefused, lookAtFile, maskText, readPeopleInArchive, unpackFile } from '@rapport/intake';
import { saveProblems } from '../store/import-problems.ts';
import { changeImport, findEarlierSaid, type ImportWork } from '../store/imports.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { laySaid } from './apply-said.ts';
import { removeSpooled, stopAsFailed } from './fail-import.ts';
import { goOn, type ImportPayload, importPayload, withImport } from './import-job.ts';
import { declareJob, type JobContext, triesOfReading } from './job.ts';
import { readImport } from './read-import.ts';
import { withPeople, writePeople } from './spooled-people.ts';

export const lookAtImport = declareJob<ImportPayload>({
  name: 'look-at-import',
  payload: importPayload,
  length: 'long',
  place: 'spool',
  tries: triesOfReading,
  async handle(context, payload) {
    const found = await withImport(context, payload, 'looking', async (_, one) => one);
    if (found === null) return;
    const look = await lookAndUnpack(context, found);
    const laid = 'refused' in look ? look : layWhatWasSaid(await withEarlier(context, payload, look, found), found);
    await withImport(context, payload, 'looking', async (db, now) => {
      if ('refused' in laid) await refuse(db, payload.workspaceId, now, laid.refused);
      else if ('mistaken' in laid) await stopAsFailed(db, payload.workspaceId, now.id, laid.mistaken);
      else await accept(context, db, payload.workspaceId, { found: now, ...laid });
    });
    if (!('plan' in laid)) await removeSpooled(context, payload.importId);
  },
});

type Unpacked = { plan: IntakePlan; plainBytes: number };

/** A table with the header of an earlier one is read as a person said of that one, so that nobody is asked twice. */
async function withEarlier(
  { store }: JobContext,
  { workspaceId }: ImportPayload,
  look: Unpacked,
  found: ImportWork,
): Promise<Unpacked> {
  const { plan } = look;
  if (plan.format !== 'csv' || found.said.mapping !== undefined) return look;
  const columns = plan.columns.map(({ column }) => column);
  const earlier = await inWorkspace(store, workspaceId, (db) =>
    findEarlierSaid(db, workspaceId, { before: found.id, columns }),
  );
  if (earlier === null) return look;
  // What this file shows without doubt is not overruled by another one.
  const { dayFirst, speakers: _, agents: __, ...said } = earlier.said;
  const laid = laySaid(plan, { ...said, ...(plan.dayFirstSure || dayFirst === undefined ? {} : { dayFirst }) });
  const headline = `${plan.headline} Its columns are read as was said for “${earlier.fileName}”.`;
  return { ...look, plan: { ...laid, headline } };
}

/** What was said before anybody had looked may not fit the file. */
function layWhatWasSaid(look: Unpacked, found: ImportWork): Unpacked | { mistaken: string } {
  try {
    return { ...look, plan: laySaid(withoutPrivateDetails(look.plan), found.said) };
  } catch (error) {
    if (error instanceof RapportError && error.code === 'bad-request') return { mistaken: error.message };
    throw error;
  }
}

/** The plan is stored as long as the import is, so its samples are masked as every text is. */
const withoutPrivateDetails = (plan: IntakePlan): IntakePlan => ({
  ...plan,
  columns: plan.columns.map((one) => ({ ...one, samples: one.samples.map((sample) => maskText(sample).text) })),
  ...(plan.speakers === undefined
    ? {}
    : { speakers: plan.speakers.map((one) => ({ ...one, sample: maskText(one.sample).text })) }),
});

/** Unpacked once, so that reading can go on from any byte after a stop. */
async function lookAndUnpack(
  { spool }: JobContext,
  found: ImportWork,
): Promise<Unpacked | Extract<FileLook, { refused: unknown }>> {
  const { id: importId, spoolKey: key, fileName } = found;
  if (key === null) throw new Error(`import ${importId} is looked at without a key`);
  const received = (fromByte?: number) => spool.open({ importId, part: 'received', key }, fromByte);
  const look = await lookAtFile(received, { fileName });
  if ('refused' in look) return look;
  try {
    const plain = unpackFile(received, look.plan, { fileName });
    const plainBytes = await spool.write({ importId, part: 'plain', key }, plain);
    if (!look.plan.asksForPeople) return { plan: look.plan, plainBytes };
    const people = await readPeopleInArchive(received, { fileName, member: look.plan.member });
    await writePeople(spool, { importId, key }, people);
    return { plan: withPeople(look.plan, people), plainBytes };
  } catch (error) {
    if (error instanceof FileRefused) return { refused: [error.problem] };
    throw error;
  }
}

async function accept(
  context: JobContext,
  db: Db,
  workspace: number,
  { found, plan, plainBytes }: Unpacked & { found: ImportWork },
): Promise<void> {
  const source = found.source === '' ? plan.format : found.source;
  const state = mustAsk(plan, found.autoConfirm) ? 'needs-mapping' : 'reading';
  await changeImport(db, workspace, found.id, { plan, source, spoolBytes: plainBytes, state });
  if (state === 'reading') await goOn(context, db, workspace, found, readImport);
}

/** Who speaks is asked before reading, because who was served follows from it; without a person the guess holds. */
function mustAsk(plan: IntakePlan, autoConfirm: boolean): boolean {
  const isOpen = plan.needsMapping.length > 0 || plan.needsTimeZone || (plan.dayFirst !== null && !plan.dayFirstSure);
  return (
    isOpen ||
    (!autoConfirm && plan.asksForPeople === true) ||
    // Only a person knows which end of five points was the easy one.
    (!autoConfirm && plan.effortScale === 'unknown') ||
    (!autoConfirm && (plan.speakers ?? []).some(({ sure }) => !sure))
  );
}

async function refuse(db: Db, workspace: number, found: ImportWork, refused: readonly IntakeProblem[]): Promise<void> {
  await saveProblems(db, workspace, { importId: found.id, already: found.problems }, refused);
  await db
    .updateTable('imports')
    .set({ problems: found.problems + refused.length })
    .where('workspace_id', '=', workspace)
    .where('id', '=', found.id)
    .execute();
  const said = refused.map(({ reason, wayOut }) => `${reason} ${wayOut}`.trim()).join(' ');
  await stopAsFailed(db, workspace, found.id, said);
}
