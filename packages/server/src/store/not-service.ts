/** Which conversations are no service: saved as judged, listed by kind, and corrected by a person. */
import { type NotServiceGroup, type NotServiceKind, type NotServiceThread, notServiceGroup } from '@rapport/contract';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';
import { conversationSeen, type Sees } from './seen.ts';

export interface JudgedService {
  id: number;
  kind: NotServiceKind | null;
  why: string | null;
}

/** What a person has said stands. */
export async function saveJudgedService(db: Db, workspace: number, judged: readonly JudgedService[]): Promise<void> {
  if (judged.length === 0) return;
  await sql`
    UPDATE conversations c SET not_service = x.kind, not_service_why = x.why
    FROM json_to_recordset(${JSON.stringify(judged)}::json) AS x(id bigint, kind text, why text)
    WHERE c.workspace_id = ${workspace} AND c.id = x.id AND NOT c.service_said
      AND (c.not_service, c.not_service_why) IS DISTINCT FROM (x.kind, x.why)
  `.execute(db);
}

/** What is left of the addresses of authors, by author id. */
export async function listKeptAddresses(
  db: Db,
  workspace: number,
  authorIds: readonly number[],
): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; kept_address: string }>`
    SELECT id, kept_address FROM authors
    WHERE workspace_id = ${workspace} AND kept_address IS NOT NULL AND id = ANY(${[...new Set(authorIds)]}::bigint[])
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row.kept_address]));
}

const fewThreads = 5;
const mostThreads = 200;

/** By kind, most frequent first; of the kind that is asked for more than the first few. */
export async function listNotService(
  db: Db,
  workspace: number,
  { importId, kind, sees }: { importId: number; kind: NotServiceKind | undefined; sees: Sees },
): Promise<{ service: number; groups: NotServiceGroup[] }> {
  const counts = await sql<{ kind: NotServiceKind | null; conversations: number; confirmed: number }>`
    SELECT c.not_service AS kind, count(*) AS conversations, count(*) FILTER (WHERE c.service_said) AS confirmed
    FROM import_conversations i JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = i.conversation_id
    WHERE i.workspace_id = ${workspace} AND i.import_id = ${importId}
    GROUP BY c.not_service ORDER BY count(*) DESC, c.not_service
  `.execute(db);
  const groups: NotServiceGroup[] = [];
  for (const { kind: one, ...rest } of counts.rows) {
    if (one === null) continue;
    const most = one === kind ? mostThreads : fewThreads;
    const threads = await listThreads(db, workspace, { importId, kind: one, most, sees });
    groups.push(notServiceGroup.parse({ kind: one, ...rest, threads }));
  }
  return { service: counts.rows.find((row) => row.kind === null)?.conversations ?? 0, groups };
}

async function listThreads(
  db: Db,
  workspace: number,
  { importId, kind, most, sees }: { importId: number; kind: NotServiceKind; most: number; sees: Sees },
): Promise<NotServiceThread[]> {
  const { rows } = await sql<Omit<NotServiceThread, 'conversationId'> & { id: number }>`
    SELECT c.id, c.subject, coalesce(c.not_service_why, '') AS why, c.service_said AS "saidByPerson",
      left(coalesce(m.text, ''), 160) AS "firstWords", coalesce(m.name, '') AS "from"
    FROM import_conversations i
    JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = i.conversation_id
    LEFT JOIN LATERAL (
      SELECT m.text, a.name FROM messages m JOIN authors a ON a.workspace_id = ${workspace} AND a.id = m.author_id
      WHERE m.workspace_id = ${workspace} AND m.conversation_id = c.id ORDER BY m.at, m.position LIMIT 1
    ) m ON true
    WHERE i.workspace_id = ${workspace} AND i.import_id = ${importId} AND c.not_service = ${kind}
      AND ${conversationSeen(workspace, sees)}
    ORDER BY c.id LIMIT ${most}
  `.execute(db);
  return rows.map(({ id, ...row }) => ({ conversationId: String(id), ...row }));
}

/** A person's word on all of one kind in an import. What is service after all waits to be scored. */
export async function sayServiceOfKind(
  db: Db,
  workspace: number,
  { importId, kind, isService }: { importId: number; kind: NotServiceKind; isService: boolean },
): Promise<void> {
  await sql`
    UPDATE conversations c SET service_said = true,
      not_service = CASE WHEN ${isService} THEN NULL ELSE c.not_service END,
      not_service_why = CASE WHEN ${isService} THEN NULL ELSE c.not_service_why END,
      needs_scoring = c.needs_scoring OR ${isService}
    FROM import_conversations i
    WHERE i.workspace_id = ${workspace} AND i.import_id = ${importId} AND c.workspace_id = ${workspace}
      AND c.id = i.conversation_id AND c.not_service = ${kind}
  `.execute(db);
}

/** @returns whether there is such a conversation */
export async function sayService(
  db: Db,
  workspace: number,
  { id, kind }: { id: number; kind: NotServiceKind | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE conversations SET service_said = true, not_service = ${kind},
      not_service_why = CASE WHEN ${kind}::text IS NULL THEN NULL ELSE 'A person said so here.' END,
      needs_scoring = needs_scoring OR not_service IS DISTINCT FROM ${kind}
    WHERE workspace_id = ${workspace} AND id = ${id}
  `.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}
