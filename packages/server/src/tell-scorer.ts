/** At the start: says when another version of the scorer has scored what is stored. Nothing is scored again unasked. */
import { scorerVersion } from '@rapport/qualities';
import type { OpenRapport, RapportLog } from './open-rapport.ts';
import { inWorkspace } from './store/in-workspace.ts';
import { loadScoringState } from './store/scoring-state.ts';

export async function tellScorer(
  { store, workspace }: Pick<OpenRapport, 'store' | 'workspace'>,
  log: RapportLog,
  say: (line: string) => void,
): Promise<void> {
  const { behind, focusVersion, rescore } = await inWorkspace(store, workspace, (db) =>
    loadScoringState(db, workspace, scorerVersion),
  );
  if (behind === 0) return;
  log.warn(
    { scorerVersion, focusVersion, behind, rescore: rescore?.state },
    'another scorer has scored what is stored',
  );
  const many = `${behind.toLocaleString('en-GB')} ${behind === 1 ? 'conversation was' : 'conversations were'}`;
  say(
    rescore?.state === 'running' && rescore.scorerVersion === scorerVersion
      ? `Scoring again with ${scorerVersion} goes on: ${behind.toLocaleString('en-GB')} left.`
      : `${many} scored by another version of the scorer than ${scorerVersion}. Nothing is scored again unless you ask: rapport rescore, or the button on the page.`,
  );
}
