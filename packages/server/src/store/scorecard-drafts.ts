/** Drafts of scorecards: begun, saved, given up, published. A new scorecard is its first draft. */
import { RapportError, type ScorecardContent, type ScorecardVersion } from '@rapport/contract';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';
import { loadScorecard, nameIsTaken, noSuchScorecard, versionOf } from './scorecards.ts';

/** Who saves, and when. */
export interface SavedBy {
  name: string;
  now: Date;
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
