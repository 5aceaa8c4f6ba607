/** Kills parts of a running Rapport with -9: nobody gets to say good-bye. */
import type { ImportRun } from '@rapport/contract';
import { findChildren, findPostmaster, killHard, type RunningServer } from '../running-server.ts';

export const targets = ['worker', 'server', 'database', 'everything'] as const;
export type Target = (typeof targets)[number];

/** @returns whether anything was there to be killed */
export function killSomething(server: RunningServer, target: Target): boolean {
  const pid = server.child.pid ?? 0;
  const postmaster = findPostmaster(server.dataFolder);
  const workers = findChildren(pid).filter((child) => child !== postmaster);
  if (target === 'worker' && workers.length === 0) return false;
  if (target === 'database' && postmaster === null) return false;
  // The server first: it would bring the others back while we are still at it.
  if (target === 'server' || target === 'everything') killHard(pid);
  if (target === 'worker' || target === 'everything') for (const worker of workers) killHard(worker);
  if (postmaster !== null && (target === 'database' || target === 'everything')) killHard(postmaster);
  return true;
}

/** What an import has shown to the outside may not be taken back by a kill. */
export function assertNothingTakenBack(before: ImportRun | undefined, now: ImportRun): void {
  if (before === undefined) return;
  for (const name of ['units', 'accepted', 'conversations', 'bytesRead', 'scored'] as const) {
    if (now.counts[name] >= before.counts[name]) continue;
    throw new Error(`import ${now.id}: ${name} was ${before.counts[name]} and is ${now.counts[name]} after a kill`);
  }
}
