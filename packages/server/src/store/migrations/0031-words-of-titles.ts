/**
 * The words of an article that stand in its title, section or keywords, small enough to lie beside the row. Whether a word
 * of a question stands there was asked of all the words of every article before, which had to be unpacked for it.
 */
export const wordsOfTitles = {
  name: '0031-words-of-titles',
  sql: `
ALTER TABLE articles ADD COLUMN title_words tsvector NOT NULL GENERATED ALWAYS AS (ts_filter(words, '{a,b}')) STORED;
COMMENT ON COLUMN articles.title_words IS 'of words those of weight A and B: title, section, keywords';
`,
};
