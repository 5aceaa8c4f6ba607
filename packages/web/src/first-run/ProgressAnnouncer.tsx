/** Tells those who listen how far it is: at each new step and every ten per cent, not at every count. */
import type { ImportRun } from '@rapport/contract';
import { phaseOf } from './import-phase.ts';
import { stepNames } from './step-words.ts';

export function ProgressAnnouncer({ run }: { run: ImportRun }) {
  return (
    <p className="visually-hidden" aria-live="polite">
      {announcementOf(run)}
    </p>
  );
}

export function announcementOf(run: ImportRun): string {
  if (run.state === 'done') return 'The import is done. Focus is ready.';
  if (run.state === 'failed') return 'The import failed.';
  if (run.state === 'paused') return 'The import is paused.';
  if (run.state === 'who-is-who') return 'Reading is done. Say who is who, and scoring starts.';
  const phase = phaseOf(run);
  if (phase === null) return '';
  const { bytesRead, bytesTotal, scored, toScore } = run.counts;
  const share =
    phase === 'score' ? scored / Math.max(1, toScore) : phase === 'read' ? bytesRead / Math.max(1, bytesTotal) : 0;
  const tens = Math.min(9, Math.floor(share * 10));
  return tens > 0 ? `${stepNames[phase]}: ${tens}0 of 100 done.` : `${stepNames[phase]} has started.`;
}
