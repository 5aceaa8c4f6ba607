/**
 * The log of what was done, and by whom: appended to and never changed. Each entry holds the hash of the one before and of
 * itself, so that an entry that was changed, left out or put in later is found by whoever reads the chain.
 *
 * Entries hold ids, never names, addresses or a customer's words: the log stays when a person is erased.
 */
import { createHash } from 'node:crypto';
import type { AuditWhat } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export interface AuditNote {
  what: AuditWhat;
  /** Id of what it was done to. */
  object?: string;
  /** Ids, counts and closed words only. */
  detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The one who did it; whoever is not signed in is `nobody`. */
export interface AuditPerson {
  id: string;
  workspace: number;
}

/**
 * Belongs into the transaction of the change itself: either both are there or neither. Entries of one workspace are
 * written one after the other, so this comes last in its transaction.
 */
export async function writeAudit(db: Db, person: AuditPerson, note: AuditNote): Promise<void> {
  const { id, workspace } = person;
  await sql`SELECT pg_advisory_xact_lock(hashtext('audit'), ${workspace})`.execute(db);
  const { rows } = await sql<{ number: number; hash: Buffer; at: Date }>`
    SELECT coalesce(max(e.number), 0) AS number, date_trunc('milliseconds', clock_timestamp()) AS at,
      coalesce((SELECT l.hash FROM audit_entries l WHERE l.workspace_id = ${workspace} ORDER BY l.number DESC LIMIT 1),
        ${firstPrevious}) AS hash
    FROM audit_entries e WHERE e.workspace_id = ${workspace}`.execute(db);
  const last = rows[0];
  if (last === undefined) throw new Error('the last entry of the log could not be read');
  const entry: HashedEntry = {
    ...{ workspace, number: last.number + 1, at: last.at, personId: id },
    ...{ what: note.what, object: note.object ?? '', detail: note.detail ?? {} },
  };
  await db
    .insertInto('audit_entries')
    .values({
      ...{ workspace_id: workspace, number: entry.number, at: entry.at, person_id: id, what: entry.what },
      ...{ object: entry.object, detail: JSON.stringify(entry.detail) },
      ...{ previous: last.hash, hash: hashEntry(last.hash, entry) },
    })
    .execute();
}

/** What stands before the first entry. */
export const firstPrevious = Buffer.alloc(32);

export interface HashedEntry {
  workspace: number;
  number: number;
  at: Date;
  personId: string;
  what: string;
  object: string;
  detail: object;
}

/** SHA-256 of the hash before and the entry as JSON, its fields in this order and those of the detail by name. */
export function hashEntry(previous: Uint8Array, entry: HashedEntry): Buffer {
  const { workspace, number, at, personId, what, object, detail } = entry;
  const sorted = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([workspace, number, at.toISOString(), personId, what, object, sorted]);
  return createHash('sha256').update(previous).update(text).digest();
}
