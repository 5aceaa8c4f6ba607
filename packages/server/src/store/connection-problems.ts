/** What of a connected source could not be read, as of the last reading of each conversation. */
import type { IntakeProblem } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import { insertRows } from './insert-rows.ts';
import type { Db } from './open-store.ts';
import { mostProblemsListed, problemColumns, toProblem } from './problem-columns.ts';

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
        ...problemColumns(one),
        found_at: new Date(),
      })),
    );
  }
}

/** Newest first. */
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
  const newest = found.orderBy('found_at', 'desc').orderBy('conversation').orderBy('number');
  return (await newest.limit(mostProblemsListed).execute()).map(toProblem);
}

/** What an origin has brought, whichever way: webhooks and earlier imports of it are counted in. */
export interface OriginCounts {
  conversations: number;
  messages: number;
  changed: number;
}

export interface ConnectionTally extends OriginCounts, ProblemTally {}

export interface ProblemTally {
  /** Messages that could not be read. */
  refused: number;
  problems: { code: string; reason: string; count: number; messages: number }[];
}

export async function tallyConnection(
  db: Db,
  workspace: number,
  { id, source }: { id: number; source: string },
): Promise<ConnectionTally> {
  const found = sql`connection_problems WHERE workspace_id = ${workspace} AND connection_id = ${id}`;
  return { ...(await countOrigin(db, workspace, source)), ...(await tallyProblems(db, found)) };
}

export async function countOrigin(db: Db, workspace: number, source: string): Promise<OriginCounts> {
  const { rows } = await sql<OriginCounts>`
    SELECT (SELECT count(*) FROM conversations WHERE workspace_id = ${workspace} AND source = ${source}) AS conversations,
      coalesce(sum(accepted - updated), 0) AS messages, coalesce(sum(updated), 0) AS changed
    FROM imports WHERE workspace_id = ${workspace} AND source = ${source}
  `.execute(db);
  const [row] = rows;
  return {
    conversations: Number(row?.conversations ?? 0),
    messages: Number(row?.messages ?? 0),
    changed: Number(row?.changed ?? 0),
  };
}

/** @param found a table of problems and which rows of it; its workspace must be named there */
export async function tallyProblems(db: Db, found: RawBuilder<unknown>): Promise<ProblemTally> {
  const { rows } = await sql<ProblemTally['problems'][number]>`
    SELECT code, min(reason) AS reason, count(*) AS count, sum(units) AS messages
    FROM ${found} GROUP BY code ORDER BY sum(units) DESC, count(*) DESC, code`.execute(db);
  const problems = rows.map((one) => ({ ...one, count: Number(one.count), messages: Number(one.messages) }));
  return { refused: problems.reduce((sum, one) => sum + one.messages, 0), problems };
}
