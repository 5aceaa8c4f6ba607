/** Which mails of a mailbox could not be read, and why. */
import type { IntakeProblem } from '@rapport/contract';
import { sql } from 'kysely';
import { type ProblemTally, tallyProblems } from './connection-problems.ts';
import { insertRows } from './insert-rows.ts';
import type { Db } from './open-store.ts';
import { mostProblemsListed, problemColumns, toProblem } from './problem-columns.ts';

/** To be saved with how far the folder has been read: then no mail is told of twice. */
export async function saveMailboxProblems(
  db: Db,
  workspace: number,
  { mailboxId, path }: { mailboxId: number; path: string },
  problems: readonly IntakeProblem[],
): Promise<void> {
  const of = { workspace_id: workspace, mailbox_id: mailboxId, path };
  const rows = problems.map((one) => ({ ...of, ...problemColumns(one), found_at: new Date() }));
  await insertRows(db, 'mailbox_problems', rows);
}

/** Newest first. */
export async function listMailboxProblemRows(
  db: Db,
  workspace: number,
  { mailboxId, code }: { mailboxId: number; code?: string | undefined },
): Promise<IntakeProblem[]> {
  let found = db
    .selectFrom('mailbox_problems')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', mailboxId);
  if (code !== undefined) found = found.where('code', '=', code);
  return (await found.orderBy('number', 'desc').limit(mostProblemsListed).execute()).map(toProblem);
}

export const tallyMailboxProblems = (db: Db, workspace: number, mailboxId: number): Promise<ProblemTally> =>
  tallyProblems(db, sql`mailbox_problems WHERE workspace_id = ${workspace} AND mailbox_id = ${mailboxId}`);
