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
import { toSearchQuery } from '../search-text.ts';
import type { Sees } from '../seen.ts';
import type { Articles } from '../tables.ts';
import { countCitations } from './citations.ts';

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
  const query = search === '' ? null : await writeQuery(db, workspace, toSearchQuery(search));
  const where = sql.join(conditionsOf(workspace, { filter, reader, query }), sql` AND `);
  const { rows: counted } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM articles a WHERE ${where}`.execute(db);
  const page = query === null ? sql`${where} ORDER BY lower(a.title), a.id` : rankedPage(where, query, after);
  const most = query === null || after >= mostRanked ? limit : Math.min(limit, mostRanked - after);
  const { rows } = await sql<Selectable<Articles> & { excerpt: string }>`
    SELECT page.*, ${query === null ? sql`left(page.text, ${excerptLength})` : headlineOf(query)} AS excerpt
    FROM (SELECT a.* FROM articles a WHERE ${page} OFFSET ${after} LIMIT ${most}) AS page`.execute(db);
  const citations = await countCitations(db, workspace, { articles: rows.map(({ id }) => id), sees: reader.sees });
  const total = counted[0]?.total ?? 0;
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

/** What was typed, as each language of the articles reads it. */
interface Query {
  text: string;
  languages: readonly { language: string; query: string }[];
}

const excerptLength = 180;
/** So much of a text is looked at for the place that was found. */
const headlineLength = 20_000;
/**
 * So many are put in order by all of their words, which have to be unpacked for it. Where more are found, those with the
 * words in their title are among them, and the others follow in the order of their titles' words.
 */
const mostRanked = 500;

/** Written once a language: read again for every row it would cost more than the search. */
async function writeQuery(db: Db, workspace: number, text: string): Promise<Query> {
  const { rows } = await sql<{ language: string; query: string }>`
    SELECT language, websearch_to_tsquery(language::regconfig, ${text})::text AS query
    FROM (SELECT DISTINCT search_language AS language FROM articles WHERE workspace_id = ${workspace}) AS l
    ORDER BY 1`.execute(db);
  return { text, languages: rows };
}

/** Condition and order of the articles from the one at `after` on. */
function rankedPage(where: RawBuilder<unknown>, query: Query, after: number): RawBuilder<unknown> {
  const byTitle = sql`${ofLanguage(query, (one) => sql`ts_rank(a.title_words, ${anyWordOf(one)}::tsquery)`)} DESC, a.id`;
  if (after >= mostRanked) return sql`${where} ORDER BY ${byTitle}`;
  const first = sql`SELECT a.workspace_id, a.id FROM articles a WHERE ${where} ORDER BY ${byTitle} LIMIT ${mostRanked}`;
  const byAll = ofLanguage(query, (one) => sql`ts_rank_cd(a.words, ${one}::tsquery, 1)`);
  return sql`(a.workspace_id, a.id) IN (${first}) ORDER BY ${byAll} DESC, a.id`;
}

/** A title seldom holds all that was typed. */
const anyWordOf = (query: string): string => query.replaceAll(' & ', ' | ');

const ofLanguage = ({ languages }: Query, value: (query: string) => RawBuilder<unknown>): RawBuilder<unknown> =>
  languages.length === 0
    ? sql`0`
    : sql`CASE a.search_language ${sql.join(
        languages.map(({ language, query }) => sql`WHEN ${language} THEN ${value(query)}`),
        sql` `,
      )} END`;

function conditionsOf(
  workspace: number,
  { filter, reader, query }: { filter: ArticleFilter; reader: Reader; query: Query | null },
): RawBuilder<boolean>[] {
  const { audience, helpCentre, gone } = filter;
  const wanted =
    audience === 'draft' && !reader.mayReadDrafts ? [] : audience === undefined ? ['public', 'internal'] : [audience];
  return [
    sql<boolean>`a.workspace_id = ${workspace}`,
    sql<boolean>`a.audience = ANY(${wanted}::text[])`,
    gone === 'yes' ? sql<boolean>`a.gone_at IS NOT NULL` : sql<boolean>`a.gone_at IS NULL`,
    ...(helpCentre === undefined || helpCentre === '' ? [] : [sql<boolean>`a.help_centre = ${helpCentre}`]),
    ...(query === null ? [] : [inAnyLanguage(query)]),
  ];
}

/** One condition a language: each is answered from the index, which a query per row could not be. */
function inAnyLanguage({ languages }: Query): RawBuilder<boolean> {
  const each = languages.map(
    ({ language, query }) => sql<boolean>`(a.search_language = ${language} AND a.words @@ ${query}::tsquery)`,
  );
  return each.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(each, sql` OR `)})`;
}

/** Characters nobody types mark what was found; they are cut out of the text before. */
const [hitStart, hitEnd] = ['\ue000', '\ue001'];

const headlineOf = ({ text }: Query): RawBuilder<string> =>
  sql<string>`ts_headline(page.search_language::regconfig, translate(left(page.text, ${headlineLength}), ${hitStart + hitEnd}, ''),
    websearch_to_tsquery(page.search_language::regconfig, ${text}),
    ${`StartSel=${hitStart}, StopSel=${hitEnd}, MaxWords=32, MinWords=18, MaxFragments=1`})`;

/** With a sign where it begins or ends in the middle of the text. */
function partsOf(excerpt: string, text: string): FoundArticle['excerpt'] {
  const shown = excerpt.replaceAll(/\s+/g, ' ').trim();
  const plain = shown.replaceAll(hitStart, '').replaceAll(hitEnd, '');
  const whole = text.slice(0, headlineLength).replaceAll(/\s+/g, ' ').trim();
  const [before, after] = [whole.startsWith(plain) ? '' : '… ', whole.endsWith(plain) ? '' : ' …'];
  const pieces = plain === '' ? [] : `${before}${shown}${after}`.split(hitStart);
  return pieces.flatMap((piece, index) => {
    const [hit = '', rest = ''] = index === 0 ? ['', piece] : piece.split(hitEnd);
    return [
      { text: hit, isHit: true },
      { text: rest.replaceAll(hitEnd, ''), isHit: false },
    ].filter(({ text }) => text !== '');
  });
}

function headOf(row: Selectable<Articles>) {
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
