/** What is stored, in a dozen numbers. */
import type { Status } from '@rapport/contract';
import { sql } from 'kysely';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';

export type StoredStatus = Pick<
  Status,
  'conversations' | 'messages' | 'agents' | 'scored' | 'sample' | 'sampleMixed' | 'period' | 'openImports'
>;

export async function loadStatus(db: Db, workspace: number): Promise<StoredStatus> {
  // Messages are summed from their conversations: counting a million rows would take longer than the whole page.
  const counted = await sql<{
    conversations: number;
    messages: number;
    scored: number;
    period_from: Date | null;
    period_to: Date | null;
  }>`
    SELECT count(*) AS conversations, coalesce(sum(message_count), 0)::bigint AS messages,
      count(*) FILTER (WHERE scorer_version IS NOT NULL AND not_scored IS NULL) AS scored,
      min(first_at) AS period_from, max(last_at) AS period_to
    FROM conversations WHERE workspace_id = ${workspace}`.execute(db);
  const agents = await sql<{ n: number }>`
    SELECT count(*) AS n FROM authors WHERE workspace_id = ${workspace} AND role = 'agent' AND messages > 0`.execute(
    db,
  );
  const imports = await sql<{ id: number; state: string; is_sample: boolean; source: string; open: boolean }>`
    SELECT id, state, is_sample, source, state NOT IN ('done', 'cancelled', 'failed') AS open
    FROM imports WHERE workspace_id = ${workspace} ORDER BY id DESC`.execute(db);
  const row = counted.rows[0];
  return {
    conversations: row?.conversations ?? 0,
    messages: row?.messages ?? 0,
    scored: row?.scored ?? 0,
    agents: agents.rows[0]?.n ?? 0,
    sample: imports.rows.length > 0 && imports.rows.every(({ is_sample, state }) => is_sample || state === 'failed'),
    sampleMixed: await isMixed(db, workspace, imports.rows.find(({ is_sample }) => is_sample)?.source),
    period: { from: isoOf(row?.period_from ?? null), to: isoOf(row?.period_to ?? null) },
    openImports: imports.rows.filter(({ open }) => open).map(({ id, state }) => ({ id: String(id), state })),
  };
}

const mostCounted = 10_000;

/** Those in which one of these authors wrote; counted no further than to ten thousand, because every page asks. */
export async function countSeenConversations(
  db: Db,
  workspace: number,
  authors: readonly number[],
): Promise<Status['seen']> {
  // By author the index has the conversations in order, so each is left as soon as there are enough.
  const { rows } = await sql<{ n: number }>`
    SELECT count(DISTINCT own.conversation_id) AS n
    FROM unnest(${[...authors]}::bigint[]) AS a (id)
    CROSS JOIN LATERAL (SELECT DISTINCT m.conversation_id FROM messages m
      WHERE m.workspace_id = ${workspace} AND m.author_id = a.id
      ORDER BY m.conversation_id LIMIT ${mostCounted + 1}) AS own`.execute(db);
  const n = rows[0]?.n ?? 0;
  return { conversations: Math.min(n, mostCounted), more: n > mostCounted };
}

/** Made-up conversations beside others: found at the first of each. */
async function isMixed(db: Db, workspace: number, sampleSource: string | undefined): Promise<boolean> {
  if (sampleSource === undefined) return false;
  const { rows } = await sql<{ mixed: boolean }>`
    SELECT EXISTS (SELECT FROM conversations WHERE workspace_id = ${workspace} AND source = ${sampleSource})
      AND EXISTS (SELECT FROM conversations WHERE workspace_id = ${workspace} AND source <> ${sampleSource}) AS mixed`.execute(
    db,
  );
  return rows[0]?.mixed === true;
}
