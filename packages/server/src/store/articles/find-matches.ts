/**
 * The articles that fit a question. Its words are cut to their stems by the very dictionary that cut those of the articles,
 * so that both meet; which articles fit is decided by `judgeCandidates`, for one question as for all.
 */
import type { OfferedArticle } from '@rapport/contract';
import {
  type ArticleMatch,
  askedWords,
  chooseFitting,
  findCandidates,
  judgeCandidates,
  saysEnough,
  stemAsked,
  type TitleWord,
  type WordIndex,
  wordsToStem,
} from '@rapport/insight';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { partsOf, placeOfHits, searchedForPlace } from './article-excerpt.ts';
import { searchLanguageOf } from './search-language.ts';
import { canAnswer, loadWordIndex, stemWords } from './word-index.ts';

/** How many articles can answer, by the language they are searched in. */
export async function countAnswering(db: Db, workspace: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ language: string; articles: number }>`
    SELECT a.search_language AS language, count(*) AS articles FROM articles a
    WHERE a.workspace_id = ${workspace} AND ${canAnswer} GROUP BY 1 ORDER BY 1`.execute(db);
  return new Map(rows.map(({ language, articles }) => [language, articles]));
}

/** A question is looked up in its own language and among articles of which nobody knows theirs. */
const languagesOf = (language: string | null, known: ReadonlyMap<string, number>): string[] =>
  [...new Set([searchLanguageOf(language ?? 'en'), searchLanguageOf('')])].filter((one) => known.has(one));

export interface Wondering {
  text: string;
  /** Null: English, for nothing else is scored. */
  language: string | null;
}

/** Where the words of so many stand at once is held in memory. */
const questionsAtOnce = 400;

/**
 * Each question with the articles that fit it, the best first, in the order of the questions. Language by language: the
 * words of many questions are cut at once and looked up at once.
 *
 * @param choose which of those that were judged are meant
 */
export async function findFitting(
  db: Db,
  workspace: number,
  {
    questions,
    counts,
    choose = chooseFitting,
  }: {
    questions: readonly Wondering[];
    counts: ReadonlyMap<string, number>;
    choose?: (judged: readonly ArticleMatch[]) => ArticleMatch[];
  },
): Promise<ArticleMatch[][]> {
  const chosen: ArticleMatch[][] = [];
  for (let from = 0; from < questions.length; from += questionsAtOnce) {
    const some = questions.slice(from, from + questionsAtOnce);
    const judged: ArticleMatch[][] = some.map(() => []);
    const wanted = some.map(({ language }) => languagesOf(language, counts));
    for (const language of new Set(wanted.flat())) {
      const places = wanted.flatMap((all, place) => (all.includes(language) ? [place] : []));
      const found = await judgeInLanguage(db, workspace, {
        ...{ language, articles: counts.get(language) ?? 0 },
        questions: places.flatMap((place) => some[place] ?? []),
      });
      for (const [at, place] of places.entries()) judged[place]?.push(...(found[at] ?? []));
    }
    chosen.push(...judged.map(choose));
  }
  return chosen;
}

async function judgeInLanguage(
  db: Db,
  workspace: number,
  { language, articles, questions }: { language: string; articles: number; questions: readonly Wondering[] },
): Promise<ArticleMatch[][]> {
  const said = questions.map(({ text }) => askedWords(text));
  const stemsOf = await stemWords(db, language, said.flatMap(wordsToStem));
  const asked = said.map((words, place) =>
    stemAsked(words, { stemsOf, hasAlike: (questions[place]?.language ?? 'en').startsWith('en') }),
  );
  const words = [...new Set(asked.flatMap((one) => one.flatMap(({ forms }) => [...forms.keys()])))];
  const index = await loadWordIndex(db, workspace, { language, words, articles, ofAll: false });
  const candidates = asked.map((one) => findCandidates(one, index));
  const ids = candidates.flatMap((some) => some.map(({ article }) => article));
  const titles = await loadTitleWords(db, workspace, { language, ids, index });
  return candidates.map((some, place) => judgeCandidates(some, { asked: asked[place] ?? [], articles, titles }));
}

/** The words of these titles, with how many articles that can answer hold each; the index knows it of those of the question. */
async function loadTitleWords(
  db: Db,
  workspace: number,
  { language, ids, index }: { language: string; ids: readonly number[]; index: WordIndex },
): Promise<Map<number, readonly TitleWord[]>> {
  if (ids.length === 0) return new Map();
  const { rows: titles } = await sql<{ id: number; words: string[] }>`
    SELECT id, tsvector_to_array(ts_filter(title_words, '{a}')) AS words FROM articles
    WHERE workspace_id = ${workspace} AND id = ANY(${[...new Set(ids)]}::bigint[])`.execute(db);
  const others = new Set(titles.flatMap(({ words }) => words).filter((word) => !index.words.has(word)));
  const { rows: counted } = await sql<{ word: string; articles: number }>`
    SELECT word, cardinality(articles) AS articles FROM article_words
    WHERE workspace_id = ${workspace} AND search_language = ${language} AND can_answer
      AND word = ANY(${[...others]}::text[])`.execute(db);
  const counts = new Map(counted.map(({ word, articles }) => [word, articles]));
  const countOf = (word: string): number => index.words.get(word)?.articles.length ?? counts.get(word) ?? 0;
  return new Map(titles.map(({ id, words }) => [id, words.map((word) => ({ word, articles: countOf(word) }))]));
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
  const found = await findFitting(db, workspace, { questions, counts });
  const shown = await showMatches(db, workspace, found.flat());
  return {
    known: [...counts.values()].reduce((sum, one) => sum + one, 0),
    matched: questions.map(({ text }, place) => ({
      isJudged: saysEnough(text),
      articles: (found[place] ?? []).flatMap((match) => shown.get(match) ?? []),
    })),
  };
}

/** Each with the place in its text that holds what is shared; with none where only its title does. */
async function showMatches(
  db: Db,
  workspace: number,
  matches: readonly ArticleMatch[],
): Promise<Map<ArticleMatch, OfferedArticle>> {
  if (matches.length === 0) return new Map();
  const asked = matches.map(({ article, forms }, place) => ({ place, article, query: anyOf(forms) }));
  const { rows } = await sql<ShownRow>`
    SELECT m.place, a.id, a.title, a.audience, a.section, a.locale, a.url,
      ${placeOfHits(sql`m.query::tsquery`)} AS excerpt, left(a.text, ${searchedForPlace}) AS text
    FROM json_to_recordset(${JSON.stringify(asked)}::json) AS m(place integer, article bigint, query text)
    JOIN articles a ON a.workspace_id = ${workspace} AND a.id = m.article`.execute(db);
  return new Map(
    rows.flatMap(({ place, id, excerpt, text, ...row }) => {
      const match = matches[place];
      if (match === undefined) return [];
      const parts = partsOf(excerpt, text);
      const proof = parts.some(({ isHit }) => isHit) ? parts : [];
      return [[match, { id: String(id), ...row, words: match.words, excerpt: proof }]];
    }),
  );
}

type ShownRow = Omit<OfferedArticle, 'id' | 'words' | 'excerpt'> & {
  place: number;
  id: number;
  excerpt: string;
  text: string;
};

/** Written as PostgreSQL reads stems back, so that nothing is cut twice. */
const anyOf = (stems: readonly string[]): string =>
  stems.map((stem) => `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' | ');

/** By id. */
export async function loadTitles(db: Db, workspace: number, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; title: string }>`
    SELECT id, title FROM articles WHERE workspace_id = ${workspace} AND id = ANY(${[...ids]}::bigint[])`.execute(db);
  return new Map(rows.map(({ id, title }) => [id, title]));
}
