import { sql } from 'kysely';
import { keptProblems } from '../import-problems.ts';
import type { Db } from '../open-store.ts';
import { type Check, resultOf } from './check.ts';

/** Runs a question that answers with the ids of what is broken, beside the number of rows it was asked of. */
const broken = async (
  db: Db,
  workspace: number,
  of: string,
  question: ReturnType<typeof sql<{ id: string }>>,
): Promise<{ checked: number; violations: string[] }> => {
  const { rows } = await question.execute(db);
  const all = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${sql.table(of)} WHERE workspace_id = ${workspace}`.execute(db);
  return resultOf(
    all.rows[0]?.n ?? 0,
    rows.map(({ id }) => id),
  );
};

/** Every unit is counted once, and what lists show equals a full recount. */
export const countChecks: readonly Check[] = [
  {
    name: 'stored-once',
    promise: 'each conversation and message is stored exactly once per workspace, source and id',
    find: (db, workspace) =>
      // By the unique indexes, if they are whole; counted from the tables beside them, in case one is not.
      broken(
        db,
        workspace,
        'messages',
        sql<{ id: string }>`
        SELECT 'index ' || i.indexrelid::regclass AS id FROM pg_index i
        WHERE i.indrelid IN ('conversations'::regclass, 'messages'::regclass)
          AND i.indisunique AND NOT (i.indisvalid AND i.indisready)
        UNION ALL
        SELECT 'conversation ' || min(id) FROM conversations WHERE workspace_id = ${workspace}
        GROUP BY source, source_id HAVING count(*) > 1
        UNION ALL
        SELECT 'message ' || min(position) || ' of conversation ' || conversation_id FROM messages
        WHERE workspace_id = ${workspace} GROUP BY conversation_id, message_id HAVING count(*) > 1
        LIMIT 20`,
      ),
  },
  {
    name: 'units-add-up',
    promise: 'accepted + duplicate + rejected = units in each import, and its problems account for what was rejected',
    find: (db, workspace) =>
      broken(
        db,
        workspace,
        'imports',
        sql<{ id: string }>`
        SELECT 'import ' || i.id AS id FROM imports i
        LEFT JOIN (SELECT import_id, count(*) AS kept, sum(units) FILTER (WHERE severity <> 'warning') AS units
          FROM import_problems WHERE workspace_id = ${workspace} GROUP BY import_id) p ON p.import_id = i.id
        WHERE i.workspace_id = ${workspace} AND (i.accepted + i.duplicate + i.rejected <> i.units
          OR coalesce(p.kept, 0) <> least(i.problems, ${keptProblems})
          OR (i.problems <= ${keptProblems} AND coalesce(p.units, 0) <> i.rejected))
        LIMIT 20`,
      ),
  },
  {
    name: 'nothing-stuck',
    promise: 'each import that is going on has work waiting or under way, and one that is over keeps no key',
    find: async (db, workspace) => {
      // A database that was only restored has no queues yet; then nothing can be under way.
      const { rows } = await sql<{ job: string | null }>`SELECT to_regclass('jobs.job') AS job`.execute(db);
      const hasWork =
        rows[0]?.job == null
          ? sql`false`
          : sql`EXISTS (SELECT 1 FROM jobs.job j WHERE j.state IN ('created', 'retry', 'active')
              AND (j.data->>'workspaceId')::integer = ${workspace} AND (j.data->>'importId')::bigint = i.id)`;
      const stuck = sql<{ id: string }>`
        SELECT 'import ' || i.id || ' in state ' || i.state AS id FROM imports i
        WHERE i.workspace_id = ${workspace} AND (
          (i.state IN ('done', 'cancelled', 'failed') AND (i.spool_key IS NOT NULL OR i.finished_at IS NULL))
          OR (i.state IN ('looking', 'reading', 'scoring', 'finding') AND NOT ${hasWork}))
        LIMIT 20`;
      return broken(db, workspace, 'imports', stuck);
    },
  },
  {
    name: 'conversations-recount',
    promise: 'message counts and times of conversations equal a full recount of their messages',
    find: (db, workspace) =>
      broken(
        db,
        workspace,
        'conversations',
        sql<{ id: string }>`
        SELECT 'conversation ' || c.id AS id FROM conversations c
        LEFT JOIN (SELECT conversation_id, count(*) AS messages, min(at) AS first_at, max(at) AS last_at
          FROM messages WHERE workspace_id = ${workspace} GROUP BY conversation_id) m ON m.conversation_id = c.id
        JOIN imports i ON i.workspace_id = ${workspace} AND i.id = c.import_id
        -- While a file is being read its conversations are not counted yet.
        WHERE c.workspace_id = ${workspace} AND i.state IN ('who-is-who', 'scoring', 'finding', 'done')
          AND NOT EXISTS (SELECT 1 FROM imports o JOIN import_conversations h ON h.workspace_id = ${workspace}
            AND h.import_id = o.id AND h.conversation_id = c.id
            WHERE o.workspace_id = ${workspace} AND o.state IN ('reading', 'paused', 'cancelled', 'failed'))
          AND ((c.message_count, c.first_at, c.last_at)
            IS DISTINCT FROM (coalesce(m.messages, 0)::integer, m.first_at, m.last_at) OR c.first_at > c.last_at)
        LIMIT 20`,
      ),
  },
  {
    name: 'findings-recount',
    promise: 'what lists show of a scored conversation equals a recount of what was found in it',
    find: (db, workspace) =>
      broken(
        db,
        workspace,
        'conversations',
        sql<{ id: string }>`
        SELECT 'conversation ' || c.id AS id FROM conversations c
        LEFT JOIN (SELECT conversation_id, count(*) AS n, count(*) FILTER (WHERE state NOT IN ('kept-in-text', 'kept-noted')) AS open
          FROM promises WHERE workspace_id = ${workspace} GROUP BY conversation_id) p ON p.conversation_id = c.id
        LEFT JOIN (SELECT conversation_id, count(*) AS n FROM goodwill WHERE workspace_id = ${workspace}
          GROUP BY conversation_id) g ON g.conversation_id = c.id
        LEFT JOIN (SELECT conversation_id, array_agg(DISTINCT kind ORDER BY kind) AS kinds FROM signals
          WHERE workspace_id = ${workspace} GROUP BY conversation_id) s ON s.conversation_id = c.id
        LEFT JOIN (SELECT conversation_id, array_agg(author_id ORDER BY author_id) AS authors FROM assessments
          WHERE workspace_id = ${workspace} GROUP BY conversation_id) a ON a.conversation_id = c.id
        WHERE c.workspace_id = ${workspace} AND (
          c.open_promises <> coalesce(p.open, 0) OR c.goodwill_count <> coalesce(g.n, 0)
          OR (SELECT coalesce(array_agg(k ORDER BY k), '{}') FROM unnest(c.signals) k) <> coalesce(s.kinds, '{}')
          OR (SELECT coalesce(array_agg(k ORDER BY k), '{}') FROM unnest(c.agent_ids) k) <> coalesce(a.authors, '{}'))
        LIMIT 20`,
      ),
  },
];
