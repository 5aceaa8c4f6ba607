/** Scorecards and their versions. A published version is never written again; the database refuses it as well. */
import { RapportError, type Scorecard, type ScorecardVersion, scorecardContent } from '@rapport/contract';
import { numberOf } from './conversation-filter.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

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

export function versionOf(row: VersionRow): ScorecardVersion {
  const { id, number, note, revision, saved_by: savedBy } = row;
  const state = row.state === 'draft' || row.state === 'published' ? row.state : 'archived';
  return {
    ...{ id: String(id), number, state, note, revision, savedBy },
    content: scorecardContent.parse(row.content),
    savedAt: row.saved_at.toISOString(),
    publishedAt: isoOf(row.published_at),
  };
}

export const nameIsTaken = (): RapportError =>
  new RapportError('conflict', { what: 'A scorecard of this name is there already.', wayOut: 'Choose another name.' });

export const noSuchScorecard = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such scorecard, version or draft.',
    wayOut: 'Go back to the list of scorecards.',
  });
