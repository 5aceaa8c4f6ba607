/** Keys for programs: their hash, what they may, and when they were last used. */
import { type ApiKey, apiKey, RapportError } from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import { numberOf } from './conversation-filter.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';
import type { ApiKeys } from './tables.ts';

type Row = Selectable<ApiKeys> & { made_by_name: string | null };

export async function listKeys(db: Db, workspace: number): Promise<ApiKey[]> {
  const { rows } = await sql<Row>`
    SELECT k.*, u.name AS made_by_name FROM api_keys k LEFT JOIN users u ON u.id = k.made_by
    WHERE k.workspace_id = ${workspace} ORDER BY k.id DESC`.execute(db);
  return rows.map(toKey);
}

export async function saveKey(
  db: Db,
  workspace: number,
  made: { name: string; prefix: string; hash: Buffer; scope: ApiKey['scope']; madeBy: string },
): Promise<ApiKey> {
  const { name, prefix, hash: key_hash, scope, madeBy: made_by } = made;
  const { id } = await db
    .insertInto('api_keys')
    .values({ workspace_id: workspace, name, prefix, key_hash, scope, made_by })
    .returning('id')
    .executeTakeFirstOrThrow();
  const saved = (await listKeys(db, workspace)).find((key) => key.id === String(id));
  if (saved === undefined) throw new Error(`key ${id} is not there after it was made`);
  return saved;
}

/** @throws RapportError `not-found` when there is no such key, or it was revoked before */
export async function revokeKey(db: Db, workspace: number, keyId: string): Promise<void> {
  const revoked = await db
    .updateTable('api_keys')
    .set({ revoked_at: sql<Date>`now()` })
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(keyId))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (revoked.numUpdatedRows > 0n) return;
  throw new RapportError('not-found', { what: 'There is no such key.', wayOut: 'The list of keys shows all.' });
}

/** At most one write a minute and key, however busy it is. */
export async function noteKeyUse(db: Db, workspace: number, keyId: number): Promise<void> {
  await sql`
    UPDATE api_keys SET last_used_at = now() WHERE workspace_id = ${workspace} AND id = ${keyId}
      AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`.execute(db);
}

function toKey(row: Row): ApiKey {
  return apiKey.parse({
    ...{ id: String(row.id), name: row.name, prefix: row.prefix, scope: row.scope },
    ...{ madeBy: row.made_by_name ?? (row.made_by === 'local' ? 'You' : 'Somebody'), madeAt: isoOf(row.made_at) },
    ...{ lastUsedAt: isoOf(row.last_used_at), revokedAt: isoOf(row.revoked_at) },
  });
}
