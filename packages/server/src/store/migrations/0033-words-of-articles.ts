/**
 * Where each word stands in the articles, kept ready: a word of a question is then one row, with how many articles hold it,
 * where before every article that holds it had to be visited.
 */
export const wordsOfArticles = {
  name: '0033-words-of-articles',
  sql: `
CREATE TABLE article_words (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  search_language text NOT NULL,
  word text NOT NULL,
  can_answer boolean NOT NULL,
  articles bigint[] NOT NULL,
  marks smallint[] NOT NULL,
  PRIMARY KEY (workspace_id, search_language, word, can_answer),
  CHECK (cardinality(articles) > 0 AND cardinality(marks) = cardinality(articles))
);
COMMENT ON COLUMN article_words.search_language IS 'the text search configuration its articles were read with';
COMMENT ON COLUMN article_words.word IS 'as that configuration keeps it';
COMMENT ON COLUMN article_words.can_answer IS 'true: in articles that answer questions; false: in drafts and those that are gone';
COMMENT ON COLUMN article_words.articles IS 'those that hold the word, in order of their ids';
COMMENT ON COLUMN article_words.marks IS
  'of each: 4 for every time it stands in the text, 2 where it stands in the title, 1 where it stands in section or keywords';
ALTER TABLE article_words ENABLE ROW LEVEL SECURITY;

ALTER TABLE articles NO FORCE ROW LEVEL SECURITY;
INSERT INTO article_words (workspace_id, search_language, word, can_answer, articles, marks)
SELECT a.workspace_id, a.search_language, w.lexeme, a.gone_at IS NULL AND a.audience <> 'draft',
  array_agg(a.id ORDER BY a.id),
  array_agg((4 * cardinality(array_positions(w.weights, 'C')) + 2 * ('A' = ANY(w.weights))::integer
    + ('B' = ANY(w.weights))::integer)::smallint ORDER BY a.id)
FROM articles a CROSS JOIN LATERAL unnest(a.words) AS w GROUP BY 1, 2, 3, 4;
ALTER TABLE articles FORCE ROW LEVEL SECURITY;
-- What is searched is found by its words there; a plan made before the articles came did not use this index at all.
DROP INDEX articles_found;

ALTER TABLE article_words FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON article_words
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`,
};
