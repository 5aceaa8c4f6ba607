/** `rapport verify`: every promise about the stored data that can be checked from the data itself. */
import { inWorkspace } from '../in-workspace.ts';
import type { Store } from '../open-store.ts';
import { accountChecks } from './accounts.ts';
import { arrivalChecks } from './arrivals.ts';
import { articleChecks } from './articles.ts';
import { calibrationChecks } from './calibrations.ts';
import type { Check, CheckResult } from './check.ts';
import { coachingChecks } from './coaching.ts';
import { connectionChecks } from './connections.ts';
import { contactChecks } from './contacts.ts';
import { countChecks } from './counts.ts';
import { disputeChecks } from './disputes.ts';
import { driverChecks } from './drivers.ts';
import { evidenceChecks } from './evidence.ts';
import { isolationChecks } from './isolation.ts';
import { keptWordsChecks } from './kept-words.ts';
import { kudosChecks } from './kudos.ts';
import { nameChecks } from './names.ts';
import { peopleChecks } from './people.ts';
import { privacyChecks } from './privacy.ts';
import { reviewChecks } from './reviews.ts';
import { scorecardChecks } from './scorecards.ts';
import { scoreChecks } from './scores.ts';
import { teamAnswerChecks } from './team-answers.ts';
import { versionChecks } from './versions.ts';

export const allChecks: readonly Check[] = [
  ...isolationChecks,
  ...accountChecks,
  ...countChecks,
  ...contactChecks,
  ...evidenceChecks,
  ...scoreChecks,
  ...versionChecks,
  ...driverChecks,
  ...teamAnswerChecks,
  ...reviewChecks,
  ...disputeChecks,
  ...calibrationChecks,
  ...peopleChecks,
  ...nameChecks,
  ...connectionChecks,
  ...keptWordsChecks,
  ...kudosChecks,
  ...scorecardChecks,
  ...arrivalChecks,
  ...articleChecks,
  ...coachingChecks,
  ...privacyChecks,
];

export interface CheckedPromise extends CheckResult {
  name: string;
  promise: string;
  workspace: number;
  milliseconds: number;
}

export interface VerifyOptions {
  now: () => number;
  /** Told after each promise, for a line of progress. */
  onChecked?: (checked: CheckedPromise) => void;
}

/** Checks every workspace. Each promise is read in one snapshot, so that work under way cannot look like damage. */
export async function verifyStore(
  store: Pick<Store, 'db'>,
  { now, onChecked }: VerifyOptions,
): Promise<CheckedPromise[]> {
  const workspaces = await store.db.selectFrom('workspaces').select('id').orderBy('id').execute();
  const results: CheckedPromise[] = [];
  for (const { id } of workspaces) {
    for (const { name, promise, find } of allChecks) {
      const began = now();
      const found = await inWorkspace(store, id, (db) => find(db, id), 'repeatable read');
      const checked = { ...found, name, promise, workspace: id, milliseconds: now() - began };
      results.push(checked);
      onChecked?.(checked);
    }
  }
  return results;
}
