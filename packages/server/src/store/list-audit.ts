/** Reading the log: a page of it, all of it for a file, and whether its chain is whole. */
import { type AuditEntry, type AuditWhat, auditEntry } from '@rapport/contract';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { firstPrevious, hashEntry } from './audit.ts';
import type { Db } from './open-store.ts';
import type { AuditEntries } from './tables.ts';

export interface AuditFilter {
  what?: AuditWhat | undefined;
  personId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const pageSize = 50;

/** Newest first. */
export async function listAudit(
  db: Db,
  workspace: number,
  { before, ...filter }: AuditFilter & { before?: number | undefined },
): Promise<{ entries: AuditEntry[]; next: number | null }> {
  const place = before === undefined ? sql<boolean>`true` : sql<boolean>`e.number < ${before}`;
  const rows = await select(db, workspace, filter, sql`${place} ORDER BY e.number DESC LIMIT ${pageSize + 1}`);
  const entries = rows.slice(0, pageSize).map(toEntry);
  return { entries, next: rows.length > pageSize ? (entries.at(-1)?.number ?? null) : null };
}

const pieceSize = 1000;

/** Oldest first, a piece after a number; no more entries answer an empty piece. */
export async function loadAuditPiece(
  db: Db,
  workspace: number,
  { after, ...filter }: AuditFilter & { after: number },
): Promise<AuditEntry[]> {
  const rows = await select(db, workspace, filter, sql`e.number > ${after} ORDER BY e.number LIMIT ${pieceSize}`);
  return rows.map(toEntry);
}

type Row = Selectable<AuditEntries> & { person: string | null };

async function select(db: Db, workspace: number, filter: AuditFilter, rest: RawBuilder<unknown>): Promise<Row[]> {
  const { what, personId, from, to } = filter;
  const conditions = [
    sql`e.workspace_id = ${workspace}`,
    ...(what === undefined ? [] : [sql`e.what = ${what}`]),
    ...(personId === undefined ? [] : [sql`e.person_id = ${personId}`]),
    ...(from === undefined ? [] : [sql`e.at >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [sql`e.at <= ${to}::timestamptz`]),
  ];
  const { rows } = await sql<Row>`
    SELECT e.*, coalesce(u.name, k.name) AS person FROM audit_entries e
    LEFT JOIN users u ON u.id = e.person_id
    LEFT JOIN api_keys k ON k.workspace_id = e.workspace_id AND 'key:' || k.id = e.person_id
    WHERE ${sql.join(conditions, sql` AND `)} AND ${rest}`.execute(db);
  return rows;
}

function toEntry(row: Row): AuditEntry {
  const names: Record<string, string> = { local: 'You, on this machine', nobody: 'Nobody signed in' };
  return auditEntry.parse({
    ...{ number: row.number, at: row.at.toISOString(), personId: row.person_id, what: row.what, object: row.object },
    ...{ person: row.person ?? names[row.person_id] ?? 'Somebody', detail: row.detail },
    hash: row.hash.toString('hex'),
  });
}

/** Reads the whole chain and names every entry that does not follow from the one before it. */
export async function findChainBreaks(db: Db, workspace: number): Promise<{ checked: number; broken: number[] }> {
  const broken: number[] = [];
  let previous: Buffer = firstPrevious;
  let number = 0;
  for (let more = true; more; ) {
    const rows = await select(db, workspace, {}, sql`e.number > ${number} ORDER BY e.number LIMIT ${pieceSize}`);
    for (const row of rows) {
      const { at, person_id: personId, what, object, detail } = row;
      const entry = { workspace, number: row.number, at, personId, what, object, detail: detail as object };
      const follows = row.number === number + 1 && row.previous.equals(previous);
      if (!follows || !row.hash.equals(hashEntry(previous, entry))) broken.push(row.number);
      previous = row.hash;
      number = row.number;
    }
    more = rows.length === pieceSize;
  }
  return { checked: number, broken };
}
