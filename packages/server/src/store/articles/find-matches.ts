/**
 * The articles that fit a question. Its words are cut to their stems by the very dictionary that cut those of the articles,
 * so that both meet; which articles fit is decided by `matchWords`, for one question as for all.
 */
import type { OfferedArticle } from '@rapport/contract';
import { indexPostings, type Lookup, matchLookups, type Posting, saysEnough, wordsOfReason } from '@rapport/insight';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { toSearchText } from '../search-text.ts';
import { searchLanguageOf } from './search-language.ts';

/** Those that can answer: published or internal, and still there. A condition on `articles AS a`. */
const canAnswer = sql<boolean>`a.gone_at IS NULL AND a.audience <> 'draft'`;

/** How many articles can answer, by the language they are searched in. */
export async function countAnswering(db: Db, workspace: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ language: string; articles: number }>`
    SELECT a.search_language AS language, count(*) AS articles FROM articles a
    WHERE a.workspace_id = ${workspace} AND ${canAnswer} GROUP BY 1 ORDER BY 1`.execute(db);
  return new Map(rows.map(({ language, articles }) => [language, articles]));
}

/** Of each text the stems of what it is about, in the order of the texts. Politeness and small words are in none. */
async function stemTexts(db: Db, language: string, texts: readonly string[]): Promise<string[][]> {
  const rows = texts.map((text, place) => ({ place, text: toSearchText(contentOf(text)) }));
  const { rows: found } = await sql<{ place: number; words: string[] }>`
    SELECT place, tsvector_to_array(to_tsvector(${language}::regconfig, text)) AS words
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(place integer, text text)`.execute(db);
  const stems: string[][] = texts.map(() => []);
  for (const { place, words } of found) stems[place] = words;
  return stems;
}

const contentOf = (text: string): string =>
  wordsOfReason(text)
    .map(({ said }) => said)
    .join(' ');

/**
 * Where these words stand in the articles of one language. Each word is asked of the index by itself: what is looked up
 * is only where it stands, and the words of an article, of which it has hundreds, are unpacked for none of them.
 */
async function loadPostings(
  db: Db,
  workspace: number,
  { language, words }: { language: string; words: readonly string[] },
): Promise<Posting[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<{ word: string; articles: number[]; inTitle: number[] | null }>`
    SELECT w.word, held.articles, held."inTitle"
    FROM unnest(${[...words]}::text[], ${words.map(toQuery)}::text[]::tsquery[]) AS w(word, query)
    CROSS JOIN LATERAL (
      SELECT array_agg(a.id) AS articles, array_agg(a.id) FILTER (WHERE a.title_words @@ w.query) AS "inTitle"
      FROM articles a
      WHERE a.workspace_id = ${workspace} AND a.search_language = ${language} AND ${canAnswer} AND a.words @@ w.query
    ) AS held
    WHERE held.articles IS NOT NULL`.execute(db);
  return rows.flatMap(({ word, articles, inTitle }) => {
    const titled = new Set(inTitle);
    return articles.map((article) => ({ article, word, isInTitle: titled.has(article) }));
  });
}

/** Written as PostgreSQL reads stems back, so that nothing is cut twice. */
const toQuery = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A question is looked up in its own language and among articles of which nobody knows theirs. */
const languagesOf = (language: string | null, known: ReadonlyMap<string, number>): string[] =>
  [...new Set([searchLanguageOf(language ?? 'en'), searchLanguageOf('')])].filter((one) => known.has(one));

export interface Wondering {
  text: string;
  /** Null: English, for nothing else is scored. */
  language: string | null;
}

/**
 * Where the words of each question stand, in the order of the questions. Language by language: the words of all its
 * questions are cut at once and looked up at once.
 */
export async function loadLookups(
  db: Db,
  workspace: number,
  { questions, counts }: { questions: readonly Wondering[]; counts: ReadonlyMap<string, number> },
): Promise<Lookup[][]> {
  const lookups: Lookup[][] = questions.map(() => []);
  const wanted = questions.map(({ language }) => languagesOf(language, counts));
  for (const language of new Set(wanted.flat())) {
    const places = wanted.flatMap((all, place) => (all.includes(language) ? [place] : []));
    const texts = places.map((place) => questions[place]?.text ?? '');
    const stems = await stemTexts(db, language, texts);
    const words = [...new Set(stems.flat())];
    const index = indexPostings(counts.get(language) ?? 0, await loadPostings(db, workspace, { language, words }));
    for (const [at, place] of places.entries()) lookups[place]?.push({ words: stems[at] ?? [], index });
  }
  return lookups;
}

export interface MatchedQuestion {
  /** False: its words say too little to look for. */
  isJudged: boolean;
  articles: OfferedArticle[];
}

/** Each question with the articles that fit it best. */
export async function matchQuestions(
  db: Db,
  workspace: number,
  questions: readonly Wondering[],
): Promise<{ known: number; matched: MatchedQuestion[] }> {
  const counts = await countAnswering(db, workspace);
  const found = (await loadLookups(db, workspace, { questions, counts })).map(matchLookups);
  const shown = await loadOffered(
    db,
    workspace,
    found.flatMap((matches) => matches.map(({ article }) => article)),
  );
  return {
    known: [...counts.values()].reduce((sum, one) => sum + one, 0),
    matched: questions.map(({ text }, place) => ({
      isJudged: saysEnough(text),
      articles: (found[place] ?? []).flatMap(({ article, words }) => {
        const one = shown.get(article);
        return one === undefined ? [] : [{ ...one, words }];
      }),
    })),
  };
}

/** By id. */
export async function loadOffered(
  db: Db,
  workspace: number,
  ids: readonly number[],
): Promise<Map<number, Omit<OfferedArticle, 'words'>>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Omit<OfferedArticle, 'words' | 'id'> & { id: number }>`
    SELECT a.id, a.title, a.audience, a.section, a.locale, a.url FROM articles a
    WHERE a.workspace_id = ${workspace} AND a.id = ANY(${[...new Set(ids)]}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, ...row }) => [id, { id: String(id), ...row }]));
}
