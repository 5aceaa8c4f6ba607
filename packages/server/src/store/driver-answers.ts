/** Answers about drivers, one per outcome: found by a job, kept, read by the page. */
import { type DriverOutcome, type DriversAnswer, driverOutcomes, driversAnswer } from '@rapport/contract';
import { sql } from 'kysely';
import { loadLatestFocus } from './focus-answer.ts';
import type { Db } from './open-store.ts';

export interface KeptDrivers {
  /** In the order in which outcomes are offered. */
  answers: DriversAnswer[];
  /** A newer answer is being found. */
  refreshing: boolean;
}

export async function loadDriverAnswers(db: Db, workspace: number): Promise<KeptDrivers> {
  const rows = await db
    .selectFrom('driver_answers')
    .select(['outcome', 'answer'])
    .where('workspace_id', '=', workspace)
    .execute();
  const answers = driverOutcomes.flatMap((outcome) => {
    const kept = rows.find((row) => row.outcome === outcome);
    return kept === undefined ? [] : [driversAnswer.parse(kept.answer)];
  });
  const { refreshing } = await loadLatestFocus(db, workspace);
  return { answers, refreshing: refreshing || (await isBehindFocus(db, workspace)) };
}

/** The focus is found first and asks for the drivers: until they were looked at too, they are still being found. */
async function isBehindFocus(db: Db, workspace: number): Promise<boolean> {
  const { rows } = await sql<{ behind: boolean }>`
    SELECT coalesce((SELECT max(found_at) FROM focus_answers WHERE workspace_id = ${workspace})
      > coalesce((SELECT min(checked_at) FROM driver_answers WHERE workspace_id = ${workspace}), '-infinity'), false)
      AS behind
  `.execute(db);
  return rows[0]?.behind === true;
}

export async function loadDriverFingerprints(db: Db, workspace: number): Promise<Map<DriverOutcome, string>> {
  const rows = await db
    .selectFrom('driver_answers')
    .select(['outcome', 'fingerprint'])
    .where('workspace_id', '=', workspace)
    .execute();
  return new Map(
    driverOutcomes.flatMap((outcome) => {
      const kept = rows.find((row) => row.outcome === outcome);
      return kept === undefined ? [] : [[outcome, kept.fingerprint] as const];
    }),
  );
}

export async function saveDriverAnswers(
  db: Db,
  workspace: number,
  { answers, fingerprint }: { answers: readonly DriversAnswer[]; fingerprint: string },
): Promise<void> {
  for (const answer of answers) {
    await sql`
      INSERT INTO driver_answers (workspace_id, outcome, answer, fingerprint, scorer_version)
      VALUES (${workspace}, ${answer.outcome}, ${JSON.stringify(answer)}::jsonb, ${fingerprint}, ${answer.scorerVersion})
      ON CONFLICT (workspace_id, outcome) DO UPDATE SET answer = excluded.answer, fingerprint = excluded.fingerprint,
        scorer_version = excluded.scorer_version, found_at = now(), checked_at = clock_timestamp()
    `.execute(db);
  }
}

/** Everything they rest on was looked at again and had not changed. */
export async function noteDriversChecked(db: Db, workspace: number): Promise<void> {
  await sql`UPDATE driver_answers SET checked_at = clock_timestamp() WHERE workspace_id = ${workspace}`.execute(db);
}
