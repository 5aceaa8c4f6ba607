/** One promise about the stored data, and the question that finds where it is broken. */
import type { Db } from '../open-store.ts';

export interface Check {
  name: string;
  /** The promise in one sentence, as it is printed. */
  promise: string;
  /** Reads only. Violations carry ids, never words of a conversation. */
  find(db: Db, workspace: number): Promise<CheckResult>;
}

export interface CheckResult {
  /** How many things were looked at. */
  checked: number;
  violations: string[];
}

/** So many violations of one promise are named; a broken index must not fill a screen for an hour. */
export const namedViolations = 20;

/** For a question in SQL that returns what was looked at, and the first broken ones by name. */
export const resultOf = (checked: number, broken: readonly string[]): CheckResult => ({
  checked,
  violations: broken.slice(0, namedViolations),
});

/**
 * Looks at rows piece by piece, so that a million need little memory; ends early once enough violations are named.
 *
 * @param look adds what it finds to the result and gives the last id of the piece that comes after `after`; null: none
 */
export async function inChunks(
  look: (after: number, result: CheckResult) => Promise<number | null>,
): Promise<CheckResult> {
  const result: CheckResult = { checked: 0, violations: [] };
  for (let after = 0; ; ) {
    const last = await look(after, result);
    if (last === null || result.violations.length >= namedViolations) return result;
    after = last;
  }
}
