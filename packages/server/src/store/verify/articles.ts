/** Articles: counted whole, found by their own words, and quoted where they are named. */
import { sql } from 'kysely';
import { searchedParts, wordsOfParts } from '../articles/save-articles.ts';
import { standingWords } from '../articles/word-index.ts';
import type { Db } from '../open-store.ts';
import { type Check, type CheckResult, namedViolations, resultOf } from './check.ts';

export const articleChecks: readonly Check[] = [
  {
    name: 'article-imports-count',
    promise:
      'each import of articles counts every entry of its file once, keeps each refusal, and no file it is done with',
    async find(db, workspace) {
      const { rows } = await sql<{ id: number; broken: boolean }>`
        SELECT i.id, i.entries_read <> i.added + i.changed + i.unchanged + i.repeated + i.refused
          OR (i.state = 'done' AND i.refused <> (SELECT count(*) FROM article_problems p
            WHERE p.workspace_id = ${workspace} AND p.import_id = i.id))
          OR (i.state IN ('done', 'failed') AND i.spool_key IS NOT NULL) AS broken
        FROM article_imports i WHERE i.workspace_id = ${workspace} ORDER BY i.id`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ broken }) => broken).map(({ id }) => `import ${id} of articles`),
      );
    },
  },
  {
    name: 'articles-found-by-their-words',
    promise: 'the words each article is found by are those of its title, section, keywords and text',
    find: checkWords,
  },
  {
    name: 'words-of-articles-stand-there',
    promise: 'where a word is known to stand in the articles it stands, so often and in such places, and nowhere else',
    async find(db, workspace) {
      const columns = sql`workspace_id, search_language, word, can_answer, articles, marks`;
      const { rows } = await sql<{ word: string | null; checked: number }>`
        WITH kept AS (SELECT ${columns} FROM article_words WHERE workspace_id = ${workspace}),
          meant AS (${standingWords(workspace)}),
          broken AS ((SELECT * FROM kept EXCEPT SELECT * FROM meant) UNION (SELECT * FROM meant EXCEPT SELECT * FROM kept))
        SELECT b.word, (SELECT count(*) FROM meant) AS checked FROM (SELECT 1) AS one
        LEFT JOIN (SELECT DISTINCT word FROM broken ORDER BY word LIMIT ${namedViolations}) AS b ON true`.execute(db);
      return resultOf(
        rows[0]?.checked ?? 0,
        rows.flatMap(({ word }) => (word === null ? [] : [`where the word “${word}” stands in articles`])),
      );
    },
  },
  {
    name: 'citations-quote-exactly',
    promise: 'each place that names an article stands so in a public reply of an agent, and the article is no draft',
    // In JavaScript, because places count UTF-16 units. What waits to be scored is read anew with it.
    async find(db, workspace) {
      const { rows } = await sql<{
        conversation: number;
        start: number;
        end: number;
        quote: string;
        text: string;
        isReply: boolean;
      }>`
        SELECT k.conversation_id AS conversation, k.said_start AS start, k.said_end AS "end", k.said_quote AS quote,
          m.text, m.visibility = 'public' AND w.role = 'agent' AND a.audience <> 'draft' AS "isReply"
        FROM article_citations k
        JOIN articles a ON a.workspace_id = ${workspace} AND a.id = k.article_id
        JOIN conversations c ON c.workspace_id = ${workspace} AND c.id = k.conversation_id AND NOT c.needs_scoring
        JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = k.conversation_id
          AND m.message_id = k.said_message_id
        JOIN authors w ON w.workspace_id = ${workspace} AND w.id = m.author_id
        WHERE k.workspace_id = ${workspace} ORDER BY k.conversation_id`.execute(db);
      const broken = rows.filter(
        ({ text, start, end, quote, isReply }) => !isReply || text.slice(start, end) !== quote,
      );
      return resultOf(
        rows.length,
        broken.map(({ conversation }) => `a citation in conversation ${conversation}`),
      );
    },
  },
];

const articlesAtOnce = 200;

async function checkWords(db: Db, workspace: number): Promise<CheckResult> {
  const result: CheckResult = { checked: 0, violations: [] };
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('articles')
      .select(['id', 'title', 'section', 'keywords', 'text', 'search_language'])
      .where('workspace_id', '=', workspace)
      .where('id', '>', after)
      .orderBy('id')
      .limit(articlesAtOnce)
      .execute();
    const last = rows.at(-1)?.id;
    if (last === undefined || result.violations.length >= namedViolations) return result;
    const parts = rows.map(({ id, search_language: searchLanguage, ...row }) => ({
      id,
      ...searchedParts({ ...row, searchLanguage }),
    }));
    const columns = { language: sql.ref('x.language'), title: sql.ref('x.title'), beside: sql.ref('x.beside') };
    const { rows: broken } = await sql<{ id: number }>`
      SELECT a.id FROM json_to_recordset(${JSON.stringify(parts)}::json)
        AS x(id bigint, language text, title text, beside text, text text)
      JOIN articles a ON a.workspace_id = ${workspace} AND a.id = x.id
      WHERE a.words <> ${wordsOfParts({ ...columns, text: sql.ref('x.text') })} ORDER BY a.id`.execute(db);
    result.violations.push(...broken.map(({ id }) => `the words of article ${id}`));
    result.checked += rows.length;
    after = last;
  }
}
