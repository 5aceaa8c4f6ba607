/** Scorecards and their versions. A published version is never written again; the database refuses it as well. */
import {
  RapportError,
  type Scorecard,
  type ScorecardContent,
  type ScorecardVersion,
  scorecardContent,
} from '@rapport/contract';
import { startingScorecard } from '@rapport/qualities';
import { sql } from 'kysely';
import { numberOf } from './conversation-filter.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

/** Who saves, and when. */
export interface SavedBy {
  name: string;
  now: Date;
}

/** Every scorecard, the oldest first, with its versions newest first. */
export async function listScorecards(db: Db, workspace: number): Promise<Scorecard[]> {
  const cards = await db
    .selectFrom('scorecards')
    .select(['id', 'name', 'archived_at'])
    .where('workspace_id', '=', workspace)
    .orderBy('id')
    .execute();
  const versions = await db
    .selectFrom('scorecard_versions')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('number', 'desc')
    .execute();
  return cards.map(({ id, name, archived_at }) => ({
    id: String(id),
    name,
    archived: archived_at !== null,
    versions: versions.filter(({ scorecard_id }) => scorecard_id === id).map(versionOf),
  }));
}

/** @throws RapportError `not-found` */
export async function loadScorecard(db: Db, workspace: number, scorecardId: string): Promise<Scorecard> {
  const found = (await listScorecards(db, workspace)).find(({ id }) => id === scorecardId);
  if (found === undefined) throw noSuchScorecard();
  return found;
}

/** What a version rates, whatever its state. @throws RapportError `not-found` */
export async function loadScorecardVersion(db: Db, workspace: number, versionId: string): Promise<ScorecardVersion> {
  const row = await db
    .selectFrom('scorecard_versions')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(versionId))
    .executeTakeFirst();
  if (row === undefined) throw noSuchScorecard();
  return versionOf(row);
}

/** The id of the scorecard a version belongs to. @throws RapportError `not-found` */
export async function findScorecardOf(db: Db, workspace: number, versionId: number): Promise<string> {
  const row = await db
    .selectFrom('scorecard_versions')
    .select('scorecard_id')
    .where('workspace_id', '=', workspace)
    .where('id', '=', versionId)
    .executeTakeFirst();
  if (row === undefined) throw noSuchScorecard();
  return String(row.scorecard_id);
}

export interface DefaultScorecard {
  scorecardId: string;
  name: string;
  version: ScorecardVersion;
}

/**
 * The published version of the oldest scorecard that is not put away. A team without any gets the fourteen qualities,
 * published by Rapport; two who ask at once get the same one.
 */
export async function loadDefaultScorecard(db: Db, workspace: number, now: Date): Promise<DefaultScorecard> {
  const known = await findDefault(db, workspace);
  if (known !== null) return known;
  await sql`SELECT pg_advisory_xact_lock(${defaultLock}, ${workspace})`.execute(db);
  const meanwhile = await findDefault(db, workspace);
  if (meanwhile !== null) return meanwhile;
  const by = { name: 'Rapport', now };
  const taken = new Set((await listScorecards(db, workspace)).map(({ name }) => name));
  const name =
    ['Service quality', 'The fourteen qualities'].find((one) => !taken.has(one)) ?? `Scorecard ${taken.size + 1}`;
  const id = await createScorecard(db, workspace, { name, content: startingScorecard(), by });
  const { versions } = await loadScorecard(db, workspace, id);
  await publishDraft(db, workspace, id, { revision: versions[0]?.revision ?? 1, note: '', by });
  const made = await findDefault(db, workspace);
  if (made === null) throw new Error('the default scorecard was not published');
  return made;
}

const defaultLock = 0x5c0e;

async function findDefault(db: Db, workspace: number): Promise<DefaultScorecard | null> {
  for (const { id, name, archived, versions } of await listScorecards(db, workspace)) {
    const version = archived ? undefined : versions.find(({ state }) => state === 'published');
    if (version !== undefined) return { scorecardId: id, name, version };
  }
  return null;
}

/** @returns its id. @throws RapportError `conflict` when there is one of that name */
export async function createScorecard(
  db: Db,
  workspace: number,
  { name, content, by }: { name: string; content: ScorecardContent; by: SavedBy },
): Promise<string> {
  const made = await db
    .insertInto('scorecards')
    .values({ workspace_id: workspace, name })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) throw nameIsTaken();
  await insertDraft(db, workspace, made.id, { number: 1, content, by });
  return String(made.id);
}

/** @throws RapportError `not-found`, or `conflict` when another has that name */
export async function changeScorecard(
  db: Db,
  workspace: number,
  scorecardId: string,
  { name, archived, now }: { name?: string | undefined; archived?: boolean | undefined; now: Date },
): Promise<void> {
  await loadScorecard(db, workspace, scorecardId);
  if (name !== undefined) {
    const taken = await db
      .selectFrom('scorecards')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('name', '=', name)
      .where('id', '!=', numberOf(scorecardId))
      .executeTakeFirst();
    if (taken !== undefined) throw nameIsTaken();
  }
  if (name === undefined && archived === undefined) return;
  await db
    .updateTable('scorecards')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(archived === undefined ? {} : { archived_at: archived ? now : null }),
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(scorecardId))
    .execute();
}

/** Starts a draft from a version (absent: the published or newest one); does nothing when there is a draft. */
export async function startDraft(
  db: Db,
  workspace: number,
  scorecardId: string,
  { versionId, by }: { versionId?: string | undefined; by: SavedBy },
): Promise<void> {
  const { versions } = await loadScorecard(db, workspace, scorecardId);
  if (versions.some(({ state }) => state === 'draft')) return;
  const from =
    versionId === undefined
      ? (versions.find(({ state }) => state === 'published') ?? versions[0])
      : versions.find(({ id }) => id === versionId);
  if (from === undefined) throw noSuchScorecard();
  const number = Math.max(...versions.map((one) => one.number)) + 1;
  await insertDraft(db, workspace, numberOf(scorecardId), { number, content: from.content, by });
}

/** @throws RapportError `not-found` without a draft, `conflict` when it was saved since that revision */
export async function saveDraft(
  db: Db,
  workspace: number,
  scorecardId: string,
  { revision, content, by }: { revision: number; content: ScorecardContent; by: SavedBy },
): Promise<ScorecardVersion> {
  const draft = await lockDraft(db, workspace, scorecardId, revision);
  const row = await db
    .updateTable('scorecard_versions')
    .set({ content: JSON.stringify(content), revision: revision + 1, saved_at: by.now, saved_by: by.name })
    .where('workspace_id', '=', workspace)
    .where('id', '=', draft)
    .returningAll()
    .executeTakeFirstOrThrow();
  return versionOf(row);
}

/** @throws RapportError `not-found` without a draft, `conflict` when nothing of it was ever published */
export async function discardDraft(db: Db, workspace: number, scorecardId: string): Promise<void> {
  const { versions } = await loadScorecard(db, workspace, scorecardId);
  if (versions.length === 1 && versions[0]?.state === 'draft') {
    throw new RapportError('conflict', {
      what: 'This draft is all there is of the scorecard.',
      why: 'Nothing was removed.',
      wayOut: 'Put the whole scorecard away instead.',
    });
  }
  const removed = await db
    .deleteFrom('scorecard_versions')
    .where('workspace_id', '=', workspace)
    .where('scorecard_id', '=', numberOf(scorecardId))
    .where('state', '=', 'draft')
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw noSuchScorecard();
}

/** The draft becomes the published version, the one before is archived. @throws as `saveDraft` */
export async function publishDraft(
  db: Db,
  workspace: number,
  scorecardId: string,
  { revision, note, by }: { revision: number; note: string; by: SavedBy },
): Promise<void> {
  const draft = await lockDraft(db, workspace, scorecardId, revision);
  await db
    .updateTable('scorecard_versions')
    .set({ state: 'archived' })
    .where('workspace_id', '=', workspace)
    .where('scorecard_id', '=', numberOf(scorecardId))
    .where('state', '=', 'published')
    .execute();
  await db
    .updateTable('scorecard_versions')
    .set({ state: 'published', note, published_at: by.now, saved_at: by.now, saved_by: by.name })
    .where('workspace_id', '=', workspace)
    .where('id', '=', draft)
    .execute();
}

async function lockDraft(db: Db, workspace: number, scorecardId: string, revision: number): Promise<number> {
  const draft = await db
    .selectFrom('scorecard_versions')
    .select(['id', 'revision', 'saved_by'])
    .where('workspace_id', '=', workspace)
    .where('scorecard_id', '=', numberOf(scorecardId))
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  if (draft === undefined) throw noSuchScorecard();
  if (draft.revision === revision) return draft.id;
  throw new RapportError('conflict', {
    what: `${draft.saved_by} has changed this draft since you opened it.`,
    why: 'Saving now would take that away unseen.',
    wayOut: 'Load the draft again, and put in what you changed.',
  });
}

async function insertDraft(
  db: Db,
  workspace: number,
  scorecardId: number,
  { number, content, by }: { number: number; content: ScorecardContent; by: SavedBy },
): Promise<void> {
  await db
    .insertInto('scorecard_versions')
    .values({
      ...{ workspace_id: workspace, scorecard_id: scorecardId, number, state: 'draft' },
      ...{ content: JSON.stringify(content), saved_at: by.now, saved_by: by.name },
    })
    .execute();
}

interface VersionRow {
  id: number;
  number: number;
  state: string;
  content: unknown;
  note: string;
  revision: number;
  saved_at: Date;
  saved_by: string;
  published_at: Date | null;
}

function versionOf(row: VersionRow): ScorecardVersion {
  const { id, number, note, revision, saved_by: savedBy } = row;
  const state = row.state === 'draft' || row.state === 'published' ? row.state : 'archived';
  return {
    ...{ id: String(id), number, state, note, revision, savedBy },
    content: scorecardContent.parse(row.content),
    savedAt: row.saved_at.toISOString(),
    publishedAt: isoOf(row.published_at),
  };
}

const nameIsTaken = (): RapportError =>
  new RapportError('conflict', { what: 'A scorecard of this name is there already.', wayOut: 'Choose another name.' });

const noSuchScorecard = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such scorecard, version or draft.',
    wayOut: 'Go back to the list of scorecards.',
  });
