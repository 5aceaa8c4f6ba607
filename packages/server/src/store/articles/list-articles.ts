/** Articles as pages show them: searched, counted, and one of them whole. */
import {
  type ArticleAudience,
  articleAudience,
  type FoundArticle,
  type HelpCentre,
  RapportError,
  type WholeArticle,
} from '@rapport/contract';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { numberOf } from '../conversation-filter.ts';
import { isoOf } from '../iso-of.ts';
import type { Db } from '../open-store.ts';
import type { Sees } from '../seen.ts';
import type { Articles } from '../tables.ts';
import { partsOf, placeOfHits, searchedForPlace } from './article-excerpt.ts';
import { countCitations } from './citations.ts';
import { searchArticles } from './search-articles.ts';

export interface ArticleFilter {
  search?: string | undefined;
  audience?: ArticleAudience | undefined;
  helpCentre?: string | undefined;
  gone?: 'yes' | 'no' | undefined;
}

interface Reader {
  sees: Sees;
  mayReadDrafts: boolean;
}

/** The best first where something is searched, else by title. A place in the list is a count: lists of articles are short. */
export async function listArticles(
  db: Db,
  workspace: number,
  {
    filter,
    reader,
    after,
    limit = 30,
  }: { filter: ArticleFilter; reader: Reader; after: number; limit?: number | undefined },
): Promise<{ articles: FoundArticle[]; next: string | null; total: number }> {
  const search = filter.search?.trim() ?? '';
  const where = sql.join(conditionsOf(workspace, { filter, reader }), sql` AND `);
  const found = search === '' ? null : await searchArticles(db, workspace, { search, where });
  const { rows } = await sql<ArticleHead & { text: string; excerpt: string }>`
    SELECT ${headColumns}, left(a.text, ${searchedForPlace}) AS text,
      ${found === null ? sql`left(a.text, ${excerptLength})` : placeOfHits(sql`websearch_to_tsquery(a.search_language::regconfig, ${found.text})`)} AS excerpt
    FROM articles a WHERE ${onPage(
      workspace,
      found?.ids.slice(after, after + limit) ?? (await listByTitle(db, where, { after, limit })),
    )}`.execute(db);
  const citations = await countCitations(db, workspace, { articles: rows.map(({ id }) => id), sees: reader.sees });
  const total = found?.ids.length ?? (await countWhere(db, where));
  return {
    articles: rows.map((row) => ({
      ...headOf(row),
      excerpt: partsOf(row.excerpt, row.text),
      conversations: citations.get(row.id) ?? 0,
    })),
    next: after + rows.length < total && rows.length > 0 ? String(after + rows.length) : null,
    total,
  };
}

const excerptLength = 180;

/** In the order of the ids. */
const onPage = (workspace: number, ids: readonly number[]): RawBuilder<unknown> =>
  sql`a.workspace_id = ${workspace} AND a.id = ANY(${ids}::bigint[]) ORDER BY array_position(${ids}::bigint[], a.id)`;

/** Apart from what is shown of them: every text of the list would be unpacked to put them in order. */
async function listByTitle(
  db: Db,
  where: RawBuilder<unknown>,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM articles a WHERE ${where} ORDER BY lower(a.title), a.id OFFSET ${after} LIMIT ${limit}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function countWhere(db: Db, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`SELECT count(*) AS total FROM articles a WHERE ${where}`.execute(db);
  return rows[0]?.total ?? 0;
}

function conditionsOf(
  workspace: number,
  { filter, reader }: { filter: ArticleFilter; reader: Reader },
): RawBuilder<boolean>[] {
  const { audience, helpCentre, gone } = filter;
  const wanted =
    audience === 'draft' && !reader.mayReadDrafts ? [] : audience === undefined ? ['public', 'internal'] : [audience];
  return [
    sql<boolean>`a.workspace_id = ${workspace}`,
    sql<boolean>`a.audience = ANY(${wanted}::text[])`,
    gone === 'yes' ? sql<boolean>`a.gone_at IS NOT NULL` : sql<boolean>`a.gone_at IS NULL`,
    ...(helpCentre === undefined || helpCentre === '' ? [] : [sql<boolean>`a.help_centre = ${helpCentre}`]),
  ];
}

type ArticleHead = Pick<
  Selectable<Articles>,
  'id' | 'title' | 'audience' | 'url' | 'help_centre' | 'section' | 'locale' | 'updated_at' | 'gone_at'
>;

/** Without the words, which nobody reads. */
const headColumns = sql`a.id, a.title, a.audience, a.url, a.help_centre, a.section, a.locale, a.updated_at, a.gone_at`;

function headOf(row: ArticleHead) {
  return {
    ...{ id: String(row.id), title: row.title, audience: articleAudience.parse(row.audience), url: row.url },
    ...{ helpCentre: row.help_centre, section: row.section, locale: row.locale },
    ...{ updatedAt: isoOf(row.updated_at), goneAt: isoOf(row.gone_at) },
  };
}

/** Of everything that is here. */
export function sumCounts(helpCentres: readonly HelpCentre[]): HelpCentre['articles'] {
  const sum = { public: 0, internal: 0, draft: 0, gone: 0 };
  for (const { articles } of helpCentres) {
    for (const name of ['public', 'internal', 'draft', 'gone'] as const) sum[name] += articles[name];
  }
  return sum;
}

/** @throws RapportError `not-found`, also for a draft that the reader may not open */
export async function loadArticle(
  db: Db,
  workspace: number,
  { articleId, reader }: { articleId: string; reader: Reader },
): Promise<WholeArticle> {
  const row = await db
    .selectFrom('articles')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('id', '=', numberOf(articleId))
    .executeTakeFirst();
  if (row === undefined || (row.audience === 'draft' && !reader.mayReadDrafts)) {
    throw new RapportError('not-found', {
      what: 'There is no such article.',
      wayOut: 'It may have been removed; the list shows what is here.',
    });
  }
  const translations = await db
    .selectFrom('articles')
    .select(['id', 'locale', 'title'])
    .where('workspace_id', '=', workspace)
    .where('help_centre', '=', row.help_centre)
    .where('source_id', '=', row.source_id)
    .where('id', '<>', row.id)
    .where('gone_at', 'is', null)
    .where('audience', 'in', reader.mayReadDrafts ? ['public', 'internal', 'draft'] : ['public', 'internal'])
    .orderBy('locale')
    .execute();
  const citations = await countCitations(db, workspace, { articles: [row.id], sees: reader.sees });
  return {
    ...{ ...headOf(row), text: row.text, keywords: row.keywords, changedAt: row.changed_at.toISOString() },
    translations: translations.map(({ id, ...rest }) => ({ id: String(id), ...rest })),
    conversations: citations.get(row.id) ?? 0,
  };
}
