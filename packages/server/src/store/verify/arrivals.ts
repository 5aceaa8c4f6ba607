import { sql } from 'kysely';
import { type Check, resultOf } from './check.ts';

/** What came by itself moves on, and ends as a part of the conversations. */
export const arrivalChecks: readonly Check[] = [
  {
    name: 'arrivals-move-on',
    promise: 'what was acknowledged waits a moment, or with work asked for it, or stands in a conversation',
    async find(db, workspace) {
      // A database that was only restored has no queues yet; then nothing can be under way.
      const { rows: queues } = await sql<{ job: string | null }>`SELECT to_regclass('jobs.job') AS job`.execute(db);
      const isWorkAsked =
        queues[0]?.job == null
          ? sql`true`
          : sql`EXISTS (SELECT FROM jobs.job j WHERE j.name = 'store-arrivals' AND j.state IN ('created', 'retry', 'active')
              AND (j.data->>'workspaceId')::integer = ${workspace})`;
      const { rows } = await sql<{ id: string }>`
        SELECT 'arrival ' || id AS id FROM arrivals
        WHERE workspace_id = ${workspace} AND (
          (state = 'waiting' AND received_at < now() - interval '1 minute' AND NOT ${isWorkAsked})
          OR (state = 'stored' AND content IS NOT NULL) OR (state = 'failed' AND failure IS NULL))
        LIMIT 20`.execute(db);
      const all = await sql<{ n: number }>`
        SELECT count(*) AS n FROM arrivals WHERE workspace_id = ${workspace}`.execute(db);
      return resultOf(
        all.rows[0]?.n ?? 0,
        rows.map(({ id }) => id),
      );
    },
  },
  {
    name: 'deleted-stays-deleted',
    promise: 'a message or conversation its source has deleted is not here, unless the source spoke of it again',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string }>`
        SELECT 'a message of conversation ' || c.id AS id FROM said_things s
        JOIN conversations c ON c.workspace_id = ${workspace} AND c.source = s.source AND c.source_id = s.conversation
        JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = c.id AND 'message:' || m.message_id = s.thing
        WHERE s.workspace_id = ${workspace} AND s.gone AND s.thing LIKE 'message:%'
        LIMIT 20`.execute(db);
      const all = await sql<{ n: number }>`
        SELECT count(*) AS n FROM said_things WHERE workspace_id = ${workspace} AND gone`.execute(db);
      return resultOf(
        all.rows[0]?.n ?? 0,
        rows.map(({ id }) => id),
      );
    },
  },
];
