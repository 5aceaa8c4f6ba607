/** The rule about keeping, applied now rather than within a day; never before it begins, and never without its count. */
import { RapportError } from '@rapport/contract';
import { type AuditPerson, writeAudit } from '../store/audit.ts';
import type { Db } from '../store/open-store.ts';
import { loadRule, previewRule } from '../store/retention.ts';
import { bringRunForward } from '../store/retention-runs.ts';
import { applyRetention } from './apply-retention.ts';
import type { Jobs } from './open-jobs.ts';

/**
 * @param wish.shown conversations that would go, as they were shown
 * @throws RapportError `conflict` where there is no rule, where it has not begun, or where more would go than was shown
 */
export async function askForRetention(
  db: Db,
  person: AuditPerson,
  { shown, now, jobs }: { shown: number; now: Date; jobs: Jobs },
): Promise<void> {
  const { workspace } = person;
  const stored = await loadRule(db, workspace);
  if (stored === null) {
    throw refused('Nobody has said how long conversations are kept.', 'Say it under Settings, Data kept.');
  }
  if (stored.startsAt > now) {
    throw refused(
      `The rule begins on ${stored.startsAt.toISOString().slice(0, 16).replace('T', ' at ')} UTC.`,
      'Until then it can be changed or taken back.',
    );
  }
  const { conversations } = await previewRule(db, workspace, { rule: stored.rule, now });
  if (conversations > shown) {
    throw refused(
      `${conversations} conversations would go, not ${shown}.`,
      'Look at the count again, and confirm that one.',
    );
  }
  await bringRunForward(db, workspace, now);
  await jobs.sendUnlessWaiting(db, applyRetention, { workspaceId: workspace });
  await writeAudit(db, person, { what: 'retention-asked', detail: { shown } });
}

const refused = (what: string, wayOut: string): RapportError =>
  new RapportError('conflict', { what, why: 'Nothing was deleted.', wayOut });
