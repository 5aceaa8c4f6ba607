/** What an import refused, or read with a doubt. */
import { type IntakeProblem, intakeProblem } from '@rapport/contract';
import { insertRows } from './insert-rows.ts';
import type { Db } from './open-store.ts';
import { problemColumns } from './problem-columns.ts';

/** A file with a million bad rows is told in full by its counts; so many of its problems are kept to be read. */
export const keptProblems = 10_000;

/** Saves problems that come after `already` earlier ones of this import. */
export async function saveProblems(
  db: Db,
  workspace: number,
  { importId, already }: { importId: number; already: number },
  problems: readonly IntakeProblem[],
): Promise<void> {
  const kept = problems.slice(0, Math.max(0, keptProblems - already));
  await insertRows(
    db,
    'import_problems',
    kept.map((problem, index) => ({
      workspace_id: workspace,
      import_id: importId,
      number: already + index + 1,
      line: problem.line,
      ...problemColumns(problem),
    })),
  );
}

/** One page of problems in the order found; `next` is the number to go on after, or null at the end. */
export async function listProblems(
  db: Db,
  workspace: number,
  { importId, after = 0, limit = 100 }: { importId: number; after?: number; limit?: number },
): Promise<{ problems: IntakeProblem[]; next: number | null }> {
  const rows = await db
    .selectFrom('import_problems')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('import_id', '=', importId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    problems: page.map((row) =>
      intakeProblem.parse({
        code: row.code,
        severity: row.severity,
        file: row.file,
        line: row.line,
        column: row.column_name,
        reason: row.reason,
        wayOut: row.way_out,
        units: row.units,
      }),
    ),
    next: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
  };
}
