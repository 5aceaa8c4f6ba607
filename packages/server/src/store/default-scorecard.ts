/** The scorecard that reviews use unless another is chosen. */
import type { ScorecardVersion } from '@rapport/contract';
import { startingScorecard } from '@rapport/qualities';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { createScorecard, publishDraft } from './scorecard-drafts.ts';
import { listScorecards, loadScorecard } from './scorecards.ts';

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
