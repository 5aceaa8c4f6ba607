/** Files of articles on their way in: how each stands, what came of it, and what of it was refused. */
import {
  type ArticleImport,
  type ArticleProblem,
  articleFormats,
  articleImport,
  maskKinds,
  noMasks,
  RapportError,
} from '@rapport/contract';
import { type Selectable, sql, type Updateable } from 'kysely';
import { z } from 'zod';
import { numberOf } from '../conversation-filter.ts';
import { insertRows } from '../insert-rows.ts';
import type { Db } from '../open-store.ts';
import type { ArticleImports } from '../tables.ts';

export interface NewArticleImport {
  fileName: string;
  /** Empty: named by its format. */
  helpCentre: string;
  isPart: boolean;
  spoolId: string;
  spoolKey: Buffer;
  by: string;
  now: Date;
}

export async function createArticleImport(db: Db, workspace: number, given: NewArticleImport): Promise<number> {
  const { id } = await db
    .insertInto('article_imports')
    .values({
      ...{ workspace_id: workspace, file_name: given.fileName, help_centre: given.helpCentre, is_part: given.isPart },
      ...{ state: 'receiving', spool_id: given.spoolId, spool_key: given.spoolKey },
      ...{ received_by: given.by, received_at: given.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The row, held until the transaction ends; null where there is none. */
export async function lockArticleImport(
  db: Db,
  workspace: number,
  id: number,
): Promise<Selectable<ArticleImports> | null> {
  const row = await db
    .selectFrom('article_imports')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function changeArticleImport(
  db: Db,
  workspace: number,
  id: number,
  change: Updateable<ArticleImports>,
): Promise<void> {
  await db
    .updateTable('article_imports')
    .set(change)
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute();
}

/** Ends an import that has not ended yet. */
export async function failArticleImport(db: Db, workspace: number, id: number, failure: string): Promise<void> {
  await db
    .updateTable('article_imports')
    .set({ state: 'failed', failure, spool_key: null })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .where('state', 'in', ['receiving', 'reading'])
    .execute();
}

/** Imports of this data folder that still need their file. */
export async function listOpenArticleImports(
  db: Db,
  workspace: number,
  spoolId: string,
): Promise<{ id: number; state: string }[]> {
  return db
    .selectFrom('article_imports')
    .select(['id', 'state'])
    .where('workspace_id', '=', workspace)
    .where('spool_id', '=', spoolId)
    .where('spool_key', 'is not', null)
    .execute();
}

const mostShown = 50;

/** Newest first. */
export async function listArticleImports(db: Db, workspace: number): Promise<ArticleImport[]> {
  const rows = await db
    .selectFrom('article_imports')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute();
  return rows.map(toArticleImport);
}

/** @throws RapportError `not-found` */
export async function loadArticleImport(db: Db, workspace: number, id: number): Promise<ArticleImport> {
  const row = await db
    .selectFrom('article_imports')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row !== undefined) return toArticleImport(row);
  throw new RapportError('not-found', {
    what: 'There is no such import of articles.',
    wayOut: 'The page of sources lists those that are here.',
  });
}

function toArticleImport(row: Selectable<ArticleImports>): ArticleImport {
  return articleImport.parse({
    ...{ id: String(row.id), fileName: row.file_name, helpCentre: row.help_centre, state: row.state },
    format: z.enum(articleFormats).nullable().parse(row.format),
    ...{ failure: row.failure, at: row.received_at.toISOString(), by: row.received_by },
    counts: {
      ...{ read: row.entries_read, added: row.added, changed: row.changed, unchanged: row.unchanged },
      ...{ repeated: row.repeated, refused: row.refused, gone: row.gone },
    },
    goneNotMarked: row.gone_not_marked,
    masked: { ...noMasks, ...z.partialRecord(z.enum(maskKinds), z.int()).parse(row.masked) },
  });
}

export async function saveArticleProblems(
  db: Db,
  workspace: number,
  importId: number,
  given: { from: number; problems: readonly ArticleProblem[] },
): Promise<void> {
  await insertRows(
    db,
    'article_problems',
    given.problems.map(({ file, line, reason, wayOut }, index) => ({
      ...{ workspace_id: workspace, import_id: importId, number: given.from + index },
      ...{ file, line, reason, way_out: wayOut },
    })),
  );
}

const problemsOfPage = 100;

/** @throws RapportError `not-found` */
export async function listArticleProblems(
  db: Db,
  workspace: number,
  { importId, after }: { importId: string; after: number },
): Promise<{ problems: ArticleProblem[]; next: string | null }> {
  await loadArticleImport(db, workspace, numberOf(importId));
  const { rows } = await sql<ArticleProblem & { number: number }>`
    SELECT number, file, line, reason, way_out AS "wayOut" FROM article_problems
    WHERE workspace_id = ${workspace} AND import_id = ${numberOf(importId)} AND number > ${after}
    ORDER BY number LIMIT ${problemsOfPage + 1}`.execute(db);
  const page = rows.slice(0, problemsOfPage);
  return {
    problems: page.map(({ file, line, reason, wayOut }) => ({ file, line, reason, wayOut })),
    next: rows.length > problemsOfPage ? String(page.at(-1)?.number) : null,
  };
}
