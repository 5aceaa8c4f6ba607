/** What every source shares: text out of HTML, addresses that may be linked, and what cannot be stored. */
import { findBadCharacter } from '../decode-text.ts';
import { readTime } from '../fields/read-time.ts';
import { htmlToText, looksLikeHtml } from '../html/html-to-text.ts';
import type { ArticleLimits } from './article-limits.ts';
import type { ArticleFound, ReadArticle } from './article-record.ts';

/** A body of a source that writes HTML; a plain one stays as it is. */
export const textOfBody = (body: string): string => (looksLikeHtml(body) ? htmlToText(body) : body.trim());

/** A title or the name of a section is one line. */
export const lineOf = (words: string): string => textOfBody(words).replaceAll(/\s+/g, ' ').trim();

const longestAddress = 1000;

/** Only what a browser may safely follow, and without a name and password in front of the host. */
export function addressOf(raw: string): string | null {
  const address = raw.trim();
  if (address.length > longestAddress || !/^https?:\/\/[^\s/@\\]+(?:[/?#][^\s"'<>\\]*)?$/i.test(address)) return null;
  return findBadCharacter(address) === null ? address : null;
}

/** en_GB, en-GB, EN → en-gb, en; anything else is no locale. */
export function localeOf(raw: string): string {
  const locale = raw.trim().toLowerCase().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(locale) ? locale : '';
}

/** Null for what is no time; an article without one is still an article. */
export function timeOf(raw: string): string | null {
  if (raw === '') return null;
  const read = readTime(raw, { dayFirst: true, timeZone: 'UTC' });
  return read.kind === 'instant' ? read.at : null;
}

/** The article, or why it cannot be kept. */
export function checkArticle(
  article: ReadArticle,
  place: { file: string; line: number | null },
  limits: ArticleLimits,
): ArticleFound {
  const refused = (reason: string, wayOut: string): ArticleFound => ({
    kind: 'problem',
    problem: {
      ...place,
      reason,
      wayOut,
      id: article.id === '' || article.id.length > limits.idLength ? null : article.id,
    },
  });
  if (article.id === '') return refused('The article has no id.', 'Export it again with its id.');
  if (article.id.length > limits.idLength) {
    return refused(`Its id has ${article.id.length} characters.`, 'Use the id of the help centre, or a shorter path.');
  }
  if (article.title === '') {
    return refused('The article has no title.', 'Give it one; an article is found and named by it.');
  }
  if (article.title.length > limits.titleLength) {
    return refused(
      `Its title has ${article.title.length} characters; ${limits.titleLength} are the most.`,
      'Shorten it.',
    );
  }
  if (article.text.length > limits.textLength) {
    return refused(`Its text has ${article.text.length} characters; ${limits.textLength} are the most.`, 'Split it.');
  }
  for (const value of [article.id, article.title, article.text, article.section, ...article.keywords]) {
    if (findBadCharacter(value) !== null) {
      return refused('It holds a character that cannot be stored (a NUL or half a character).', 'Take it out.');
    }
  }
  return { kind: 'article', article };
}
