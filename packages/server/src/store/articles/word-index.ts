/**
 * Where each word stands in the articles: made anew whenever articles change, in the same transaction, because few changes
 * touch few articles. A word of a question is then one row of it.
 */
import type { Standing, WordIndex } from '@rapport/insight';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { toSearchText } from '../search-text.ts';

/** Two imports of articles must not find the same article missing and both add it. Held until the transaction ends. */
export async function holdArticles(db: Db, workspace: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('articles ' || ${workspace}::text, 0))`.execute(db);
}

/** Those that can answer: published or internal, and still there. A condition on `articles AS a`. */
export const canAnswer: RawBuilder<boolean> = sql`(a.gone_at IS NULL AND a.audience <> 'draft')`;

/** What `article_words` has to hold, from the articles themselves. */
export const standingWords = (workspace: number): RawBuilder<unknown> => sql`
  SELECT a.workspace_id, a.search_language, w.lexeme AS word, ${canAnswer} AS can_answer,
    array_agg(a.id ORDER BY a.id) AS articles,
    array_agg((4 * cardinality(array_positions(w.weights, 'C')) + 2 * ('A' = ANY(w.weights))::integer
      + ('B' = ANY(w.weights))::integer)::smallint ORDER BY a.id) AS marks
  FROM articles a CROSS JOIN LATERAL unnest(a.words) AS w
  WHERE a.workspace_id = ${workspace} GROUP BY 1, 2, 3, 4`;

export async function indexArticleWords(db: Db, workspace: number): Promise<void> {
  await holdArticles(db, workspace);
  await sql`DELETE FROM article_words WHERE workspace_id = ${workspace}`.execute(db);
  await sql`
    INSERT INTO article_words (workspace_id, search_language, word, can_answer, articles, marks)
    ${standingWords(workspace)}`.execute(db);
}

/** Which articles of one language are asked: all that can answer, or every one of them. */
export interface WordsWanted {
  language: string;
  words: readonly string[];
  /** How many articles there are, for how rare a word is. */
  articles: number;
  ofAll: boolean;
}

export async function loadWordIndex(
  db: Db,
  workspace: number,
  { language, words, articles, ofAll }: WordsWanted,
): Promise<WordIndex> {
  const found = new Map<string, Standing>();
  if (words.length === 0) return { articles, words: found };
  // As text: reading one list of numbers is many times faster than having the driver make each of them.
  const { rows } = await sql<{ word: string; articles: string; marks: string }>`
    SELECT word, articles::text AS articles, marks::text AS marks FROM article_words
    WHERE workspace_id = ${workspace} AND search_language = ${language} AND word = ANY(${[...words]}::text[])
      AND ${ofAll ? sql`true` : sql`can_answer`} ORDER BY word, can_answer`.execute(db);
  for (const { word, ...row } of rows) {
    const known = found.get(word);
    const here = { articles: parseNumbers(row.articles), marks: parseNumbers(row.marks) };
    found.set(
      word,
      known === undefined
        ? here
        : { articles: [...known.articles, ...here.articles], marks: [...known.marks, ...here.marks] },
    );
  }
  return { articles, words: found };
}

const comma = ','.charCodeAt(0);
const zero = '0'.charCodeAt(0);

/** @param list of whole numbers from 0 on, as PostgreSQL writes one: {1,22,3} */
function parseNumbers(list: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let at = 1; at < list.length - 1; at += 1) {
    const code = list.charCodeAt(at);
    if (code !== comma) number = number * 10 + code - zero;
    else {
      numbers.push(number);
      number = 0;
    }
  }
  numbers.push(number);
  return numbers;
}

/** Of each word how the dictionary of a language keeps it; none for words it leaves out. */
export async function stemWords(
  db: Db,
  language: string,
  words: readonly string[],
): Promise<(word: string) => readonly string[]> {
  const asked = [...new Set(words)];
  const { rows } = await sql<{ place: number; stems: string[] }>`
    SELECT w.place, tsvector_to_array(to_tsvector(${language}::regconfig, w.text)) AS stems
    FROM unnest(${asked.map(toSearchText)}::text[]) WITH ORDINALITY AS w(text, place)`.execute(db);
  const stems = new Map(rows.map(({ place, stems: found }) => [asked[place - 1], found]));
  return (word) => stems.get(word) ?? [];
}
