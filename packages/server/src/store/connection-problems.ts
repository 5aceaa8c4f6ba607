/** What of a connected source could not be read, as of the last reading of each conversation. */
import { type IntakeProblem, intakeProblem } from '@rapport/contract';
import { sql } from 'kysely';
import { insertRows } from './insert-rows.ts';
import type { Db } from './open-store.ts';

export interface ReadProblems {
  /** Id in the source. */
  conversation: string;
  /** False for a further part of a long one: what its earlier parts told stands. */
  isFirstPart: boolean;
  problems: readonly IntakeProblem[];
}

/** A broken conversation is told by its first problems; the rest would only fill the table. */
const keptOfOne = 50;

export async function saveConnectionProblems(
  db: Db,
  workspace: number,
  connectionId: number,
  read: readonly ReadProblems[],
): Promise<void> {
  for (const { conversation, isFirstPart, problems } of read) {
    const of = { workspace_id: workspace, connection_id: connectionId, conversation };
    if (isFirstPart) {
      await db
        .deleteFrom('connection_problems')
        .where('workspace_id', '=', workspace)
        .where('connection_id', '=', connectionId)
        .where('conversation', '=', conversation)
        .execute();
    }
    if (problems.length === 0) continue;
    const { rows } = await sql<{ n: number }>`
      SELECT count(*) AS n FROM connection_problems WHERE workspace_id = ${workspace}
        AND connection_id = ${connectionId} AND conversation = ${conversation}`.execute(db);
    const already = rows[0]?.n ?? 0;
    await insertRows(
      db,
      'connection_problems',
      problems.slice(0, Math.max(0, keptOfOne - already)).map((one, index) => ({
        ...of,
        number: already + index + 1,
        ...{ code: one.code, severity: one.severity, file: one.file, column_name: one.column },
        ...{ reason: one.reason, way_out: one.wayOut, units: one.units, found_at: new Date() },
      })),
    );
  }
}

/** Newest first, at most 500. */
export async function listConnectionProblemRows(
  db: Db,
  workspace: number,
  { connectionId, code }: { connectionId: number; code?: string | undefined },
): Promise<IntakeProblem[]> {
  let found = db
    .selectFrom('connection_problems')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('connection_id', '=', connectionId);
  if (code !== undefined) found = found.where('code', '=', code);
  const rows = await found.orderBy('found_at', 'desc').orderBy('conversation').orderBy('number').limit(500).execute();
  return rows.map((row) =>
    intakeProblem.parse({
      ...{ code: row.code, severity: row.severity, file: row.file, line: null, column: row.column_name },
      ...{ reason: row.reason, wayOut: row.way_out, units: row.units },
    }),
  );
}

export interface ConnectionTally {
  conversations: number;
  messages: number;
  changed: number;
  refused: number;
  problems: { code: string; reason: string; count: number; messages: number }[];
}

/** What a connection has brought: of its origin, so that webhooks and earlier imports of it are counted in. */
export async function tallyConnection(
  db: Db,
  workspace: number,
  { id, source }: { id: number; source: string },
): Promise<ConnectionTally> {
  const counts = await sql<Omit<ConnectionTally, 'problems' | 'refused'>>`
    SELECT (SELECT count(*) FROM conversations WHERE workspace_id = ${workspace} AND source = ${source}) AS conversations,
      coalesce(sum(accepted - updated), 0) AS messages, coalesce(sum(updated), 0) AS changed
    FROM imports WHERE workspace_id = ${workspace} AND source = ${source}
  `.execute(db);
  const problems = await sql<ConnectionTally['problems'][number]>`
    SELECT code, min(reason) AS reason, count(*) AS count, sum(units) AS messages
    FROM connection_problems WHERE workspace_id = ${workspace} AND connection_id = ${id}
    GROUP BY code ORDER BY sum(units) DESC, count(*) DESC, code
  `.execute(db);
  const [row] = counts.rows;
  const told = problems.rows.map((one) => ({ ...one, count: Number(one.count), messages: Number(one.messages) }));
  return {
    conversations: Number(row?.conversations ?? 0),
    messages: Number(row?.messages ?? 0),
    changed: Number(row?.changed ?? 0),
    refused: told.reduce((sum, one) => sum + one.messages, 0),
    problems: told,
  };
}
