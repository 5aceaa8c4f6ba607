/** Where an import stands; also for one that was paused or broken off, which says only that it stopped. */
import type { ImportRun, ImportState } from '@rapport/contract';

export const phases = ['read', 'mask', 'who', 'score', 'find'] as const;
export type Phase = (typeof phases)[number];

const phaseOfState: Partial<Record<ImportState, Phase>> = {
  receiving: 'read',
  looking: 'read',
  'needs-mapping': 'read',
  reading: 'read',
  'who-is-who': 'who',
  scoring: 'score',
  finding: 'find',
};

/** The step under way, or at which it stopped; null when everything is done. */
export function phaseOf(run: Pick<ImportRun, 'state' | 'scoringStartedAt' | 'counts'>): Phase | null {
  if (run.state === 'done') return null;
  const known = phaseOfState[run.state];
  if (known) return known;
  if (run.scoringStartedAt === null) return run.counts.bytesTotal > run.counts.bytesRead ? 'read' : 'who';
  return run.counts.scored < run.counts.toScore ? 'score' : 'find';
}

/** Nothing more will happen to it. */
export const isOver = (state: ImportState): boolean => ['done', 'cancelled', 'failed'].includes(state);

/** It goes on by itself: not waiting for a person, not stopped. */
export const isMoving = (state: ImportState): boolean =>
  !isOver(state) && !['paused', 'needs-mapping', 'who-is-who'].includes(state);
