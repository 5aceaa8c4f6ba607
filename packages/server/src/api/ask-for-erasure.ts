/** Finding, counting and erasing a person, the same for the page and the command line. */
import {
  type ErasurePreview,
  type ErasureReceipt,
  type ErasureWanted,
  type Identity,
  RapportError,
} from '@rapport/contract';
import { erasePerson } from '../jobs/erase-person.ts';
import { makeName } from '../jobs/mask-fragment.ts';
import type { Jobs } from '../jobs/open-jobs.ts';
import { type AuditPerson, writeAudit } from '../store/audit.ts';
import { listErasures, previewErasure, saveErasure } from '../store/erasure/erasures.ts';
import { findIdentities, loadIdentities } from '../store/erasure/identities.ts';
import type { Db } from '../store/open-store.ts';
import { loadPseudonymKey } from '../store/save-batch.ts';

export async function findPeople(
  db: Db,
  workspace: number,
  words: string,
): Promise<{ identities: Identity[]; more: boolean }> {
  const made = makeName(words, await loadPseudonymKey(db, workspace));
  return findIdentities(db, workspace, { words, made });
}

/** @throws RapportError `not-found` where one of the names is not here */
export async function countErasure(db: Db, workspace: number, wanted: ErasureWanted): Promise<ErasurePreview> {
  const identities = await loadIdentities(db, workspace, wanted.identityIds);
  return previewErasure(db, workspace, { ...wanted, identities });
}

/**
 * @param wish.typed the name that the preview asked for
 * @throws RapportError `not-found`, or `conflict` while it cannot be done or was not confirmed
 */
export async function askForErasure(
  db: Db,
  person: AuditPerson,
  { typed, now, jobs, ...wanted }: ErasureWanted & { typed: string; now: Date; jobs: Jobs },
): Promise<ErasureReceipt> {
  const { workspace } = person;
  const identities = await loadIdentities(db, workspace, wanted.identityIds);
  const { confirm, stops } = await previewErasure(db, workspace, { ...wanted, words: [], identities });
  if (stops.length > 0) throw new RapportError('conflict', { what: stops.join(' '), why: 'Nothing was erased.' });
  if (typed.trim() !== confirm.trim()) {
    throw new RapportError('conflict', {
      what: 'What was typed is not the name that was asked for.',
      why: 'Erasing cannot be undone, so nothing was erased.',
      wayOut: 'Type the name exactly as it is shown.',
    });
  }
  const id = await saveErasure(db, workspace, { ...wanted, identities, by: person.id, now });
  await jobs.send(db, erasePerson, { workspaceId: workspace, erasureId: id });
  const detail = { kind: wanted.kind, identities: identities.length };
  await writeAudit(db, person, { what: 'erasure-started', object: String(id), detail });
  return oneReceipt(await listErasures(db, workspace, id));
}

export function oneReceipt([receipt]: readonly ErasureReceipt[]): ErasureReceipt {
  if (receipt !== undefined) return receipt;
  throw new RapportError('not-found', { what: 'There is no such erasure.', wayOut: 'Look at the list of receipts.' });
}
