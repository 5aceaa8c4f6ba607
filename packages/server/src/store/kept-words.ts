/** Masked words that are kept, sealed. Only `seal-words.ts` opens them; this room sees ciphers alone. */
import { type KeptKind, keptKind, keptKinds, type MaskCounts, maskKinds, noMasks } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

export interface KeptPlace {
  messageId: string;
  start: number;
  kind: KeptKind;
  sealed: string;
  /** The stored, masked text around it. */
  text: string;
}

export async function loadKeepsMasked(db: Db, workspace: number): Promise<boolean> {
  const { rows } = await sql<{ keeps: boolean }>`
    SELECT coalesce((SELECT keeps_masked FROM masking_settings WHERE workspace_id = ${workspace}), false) AS keeps
  `.execute(db);
  return rows[0]?.keeps === true;
}

/** Switched off, everything that was kept is forgotten in the same moment. */
export async function changeKeepsMasked(
  db: Db,
  workspace: number,
  { keeps, by }: { keeps: boolean; by: string },
): Promise<number> {
  await sql`
    INSERT INTO masking_settings (workspace_id, keeps_masked, changed_by) VALUES (${workspace}, ${keeps}, ${by})
    ON CONFLICT (workspace_id) DO UPDATE SET keeps_masked = excluded.keeps_masked, changed_by = excluded.changed_by,
      changed_at = now()`.execute(db);
  if (keeps) return 0;
  const { numDeletedRows } = await db.deleteFrom('kept_words').where('workspace_id', '=', workspace).executeTakeFirst();
  return Number(numDeletedRows);
}

export async function countKept(db: Db, workspace: number): Promise<Record<KeptKind, number>> {
  const { rows } = await sql<{ kind: string; n: number }>`
    SELECT kind, count(*)::integer AS n FROM kept_words WHERE workspace_id = ${workspace} GROUP BY kind`.execute(db);
  const counted = new Map(rows.map(({ kind, n }) => [kind, n]));
  const [email, phone, iban] = keptKinds.map((kind) => counted.get(kind) ?? 0);
  return { email: email ?? 0, phone: phone ?? 0, iban: iban ?? 0 };
}

/** Of all imports together, those of live sources included. */
export async function countMasked(db: Db, workspace: number): Promise<MaskCounts> {
  const { rows } = await sql<{ kind: string; n: number }>`
    SELECT x.kind, sum(x.n::integer)::integer AS n FROM imports i, jsonb_each_text(i.masked) AS x(kind, n)
    WHERE i.workspace_id = ${workspace} GROUP BY x.kind`.execute(db);
  const counts = { ...noMasks };
  for (const kind of maskKinds) counts[kind] = rows.find((row) => row.kind === kind)?.n ?? 0;
  return counts;
}

export interface WordToKeep {
  conversation_id: number;
  message_id: string;
  start_at: number;
  kind: string;
  sealed: string;
  /** The text it was masked in: a message that says something else by now keeps nothing of it. */
  text: string;
}

/** Nothing is written while the workspace keeps nothing: it may have been switched off since it was sealed. */
export async function saveKept(db: Db, workspace: number, words: readonly WordToKeep[]): Promise<void> {
  if (words.length === 0) return;
  await sql`
    INSERT INTO kept_words (workspace_id, conversation_id, message_id, start_at, kind, sealed)
    SELECT ${workspace}, x.conversation_id, x.message_id, x.start_at, x.kind, x.sealed
    FROM json_to_recordset(${JSON.stringify(words)}::json)
      AS x(conversation_id bigint, message_id text, start_at integer, kind text, sealed text, text text)
    JOIN masking_settings k ON k.workspace_id = ${workspace} AND k.keeps_masked
    JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = x.conversation_id
      AND m.message_id = x.message_id AND m.text = x.text
    ON CONFLICT (workspace_id, conversation_id, message_id, start_at) DO UPDATE
      SET kind = excluded.kind, sealed = excluded.sealed`.execute(db);
}

/** In the order in which they are read. */
export async function listKept(db: Db, workspace: number, conversationId: number): Promise<KeptPlace[]> {
  const { rows } = await sql<{ message_id: string; start_at: number; kind: string; sealed: string; text: string }>`
    SELECT k.message_id, k.start_at, k.kind, k.sealed, m.text FROM kept_words k
    JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = k.conversation_id
      AND m.message_id = k.message_id
    WHERE k.workspace_id = ${workspace} AND k.conversation_id = ${conversationId}
    ORDER BY m.position, m.message_id, k.start_at`.execute(db);
  return rows.map(({ message_id, start_at, kind, sealed, text }) => ({
    ...{ messageId: message_id, start: start_at, kind: keptKind.parse(kind), sealed, text },
  }));
}
