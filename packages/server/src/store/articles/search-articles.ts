/**
 * What somebody typed, found in the articles of each language as that language reads it, all of it put in order by all of
 * its words. Where the words stand is known beforehand, so that only articles which hold them are looked at.
 */
import { rankFound, type WordIndex } from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { toSearchQuery } from '../search-text.ts';
import { loadWordIndex } from './word-index.ts';

export interface FoundIds {
  /** The best first. */
  ids: number[];
  /** As it was searched, for marking the places. */
  text: string;
}

/** @param where what else is wanted of the articles; a condition on `articles AS a` */
export async function searchArticles(
  db: Db,
  workspace: number,
  { search, where }: { search: string; where: RawBuilder<unknown> },
): Promise<FoundIds> {
  const text = toSearchQuery(search);
  const ranked: { article: number; worth: number }[] = [];
  for (const one of await readQuery(db, workspace, text)) {
    const index = await loadWordIndex(db, workspace, { ...one, ofAll: true });
    const found = await listHits(db, { one, where, within: candidatesOf(one, index) });
    ranked.push(...rankFound(found, index));
  }
  const ids = ranked.sort((a, b) => b.worth - a.worth || a.article - b.article).map(({ article }) => article);
  return { ids, text };
}

interface LanguageQuery {
  language: string;
  /** Articles of this language. */
  articles: number;
  query: string;
  /** All words of the query, also those that must not stand there. */
  words: string[];
  /** Articles that hold none of its words may be meant too: it says what must not stand there. */
  mayBeElsewhere: boolean;
}

/** Written once a language; those that leave out every word of it find nothing. */
async function readQuery(db: Db, workspace: number, text: string): Promise<LanguageQuery[]> {
  const { rows } = await sql<LanguageQuery>`
    SELECT l.language, l.articles, q.query::text AS query, querytree(q.query) = 'T' AS "mayBeElsewhere",
      tsvector_to_array(to_tsvector(l.language::regconfig, ${text})) AS words
    FROM (SELECT search_language AS language, count(*) AS articles FROM articles WHERE workspace_id = ${workspace}
      GROUP BY 1) AS l
    CROSS JOIN LATERAL websearch_to_tsquery(l.language::regconfig, ${text}) AS q(query)
    WHERE numnode(q.query) > 0 ORDER BY 1`.execute(db);
  return rows;
}

/** Words with nothing but "and" between them, as PostgreSQL writes them. */
const plainQuery = /^'(?:[^']|'')*'(?: & '(?:[^']|'')*')*$/;

interface Within {
  /** Null: all of them. */
  ids: readonly number[] | null;
  /** The ids are what the query finds, and nothing has to be asked of the words again. */
  isExact: boolean;
}

function candidatesOf({ query, words, mayBeElsewhere }: LanguageQuery, index: WordIndex): Within {
  if (mayBeElsewhere) return { ids: null, isExact: false };
  const standings = words.map((word) => index.words.get(word)?.articles ?? []);
  if (!plainQuery.test(query)) return { ids: [...new Set(standings.flat())], isExact: false };
  const [first = [], ...rest] = standings.sort((a, b) => a.length - b.length);
  const others = rest.map((articles) => new Set(articles));
  return { ids: first.filter((article) => others.every((held) => held.has(article))), isExact: true };
}

async function listHits(
  db: Db,
  { one, where, within }: { one: LanguageQuery; where: RawBuilder<unknown>; within: Within },
): Promise<number[]> {
  if (within.ids?.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM articles a WHERE ${where} AND a.search_language = ${one.language}
      AND ${within.ids === null ? sql`true` : sql`a.id = ANY(${within.ids}::bigint[])`}
      AND ${within.isExact ? sql`true` : sql`a.words @@ ${one.query}::tsquery`}`.execute(db);
  return rows.map(({ id }) => id);
}
