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
