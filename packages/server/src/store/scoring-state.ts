/** Which version scored what: for the pages, the command line and the log at the start. */
import type { ScoringState } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { countBehind, loadOpenRescore } from './rescores.ts';
import { findFocusVersion } from './scorer-versions.ts';

export async function loadScoringState(db: Db, workspace: number, scorerVersion: string): Promise<ScoringState> {
  const rescore = await loadOpenRescore(db, workspace);
  const focusVersion = await findFocusVersion(db, workspace, scorerVersion);
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.not_scored IS NULL
      AND (c.scorer_version < ${focusVersion} OR c.scorer_version > ${focusVersion})`.execute(db);
  return {
    scorerVersion,
    focusVersion,
    behind: await countBehind(db, workspace, scorerVersion),
    // While a rescore is on its way the focus stands as it was found before: what is in it cannot be counted here.
    leftOut: rescore === null ? (rows[0]?.n ?? 0) : 0,
    rescore,
  };
}
