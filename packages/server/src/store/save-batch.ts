/** One batch of an import with everything that must be true together: its rows, its problems, its counts. */
import type { IntakeProblem, MaskCounts } from '@rapport/contract';
import type { Fragment } from '@rapport/intake';
import { type RawBuilder, sql } from 'kysely';
import type { AuthorCache } from './ensure-authors.ts';
import { saveProblems } from './import-problems.ts';
import type { Db } from './open-store.ts';
import { countAgentDomains } from './own-domains.ts';
import { type BatchPlace, saveFragments } from './save-fragments.ts';
import { useIndexes } from './use-indexes.ts';

export interface Batch {
  fragments: readonly Fragment[];
  problems: readonly IntakeProblem[];
  masked: MaskCounts;
  /** Messages of agents by the domain of their address. */
  agentDomains: ReadonlyMap<string, number>;
  units: number;
  rejected: number;
}

/** @returns authors this batch has added to the directory */
export async function saveBatch(
  db: Db,
  workspace: number,
  place: BatchPlace & { problemsBefore: number },
  batch: Batch,
): Promise<AuthorCache> {
  const { importId } = place;
  await useIndexes(db);
  const saved = await saveFragments(db, workspace, place, batch.fragments);
  await countAgentDomains(db, workspace, batch.agentDomains);
  const leftOut = saved.leftOut === 0 ? [] : [await tellLeftOut(db, workspace, importId, saved.leftOut)];
  const problems = [...batch.problems, ...leftOut];
  const rejected = batch.rejected + saved.leftOut;
  await saveProblems(db, workspace, { importId, already: place.problemsBefore }, problems);
  // What the reader folded together (one mail found twice) is a duplicate too: every unit is counted once.
  const duplicate = batch.units - rejected - saved.accepted;
  const { masked } = batch;
  await sql`
    UPDATE imports i SET units = units + ${batch.units}, accepted = accepted + ${saved.accepted},
      updated = updated + ${saved.updated}, duplicate = duplicate + ${duplicate}, rejected = rejected + ${rejected},
      conversations = conversations + ${saved.conversations}, problems = problems + ${problems.length},
      masked = ${maskedAnd(masked)}
    WHERE workspace_id = ${workspace} AND id = ${importId}
  `.execute(db);
  return saved.newAuthors;
}

/** The counts of `imports AS i`, and these. */
export const maskedAnd = (more: MaskCounts): RawBuilder<unknown> =>
  sql`(SELECT jsonb_object_agg(kind, coalesce((i.masked->>kind)::integer, 0) + more::integer)
    FROM json_each_text(${JSON.stringify(more)}::json) AS x(kind, more))`;

/** Told like every refusal, so that the counts of the import add up. */
async function tellLeftOut(db: Db, workspace: number, importId: number, units: number): Promise<IntakeProblem> {
  const { file_name: file } = await db
    .selectFrom('imports')
    .select('file_name')
    .where('workspace_id', '=', workspace)
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  return {
    ...{ code: 'erased', severity: 'refused-unit', file, line: null, column: null, units },
    reason: 'These messages are of somebody who was erased here, so they were not stored.',
    wayOut: 'Nothing has to be done. To keep them out of files, erase the person at the source too.',
  };
}

/** Turns an address that serves as an id into a name that only this database can make again. */
export async function loadPseudonymKey(db: Db, workspace: number): Promise<Buffer> {
  const { pseudonym_key } = await db
    .selectFrom('workspaces')
    .select('pseudonym_key')
    .where('id', '=', workspace)
    .executeTakeFirstOrThrow();
  return pseudonym_key;
}
