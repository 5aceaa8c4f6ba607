/** What reading articles yields: each article as its source gives it, and what could not be read. */
import type { ArticleAudience } from '@rapport/contract';

export interface ReadArticle {
  /** Of the source; the path for a page. With the locale it names the article. */
  id: string;
  /** In small letters with a hyphen; empty where nothing says it. */
  locale: string;
  title: string;
  /** Plain text. */
  text: string;
  section: string;
  keywords: string[];
  url: string | null;
  audience: ArticleAudience;
  updatedAt: string | null;
}

export interface ArticleProblemFound {
  file: string;
  line: number | null;
  reason: string;
  wayOut: string;
  /** Of the article, where that much could be read: what is refused is not gone. */
  id: string | null;
}

export type ArticleFound =
  | { kind: 'article'; article: ReadArticle }
  | { kind: 'problem'; problem: ArticleProblemFound };

/** The levels of a section from the outside in. */
export const sectionOf = (...names: readonly string[]): string => names.filter((name) => name !== '').join(' › ');
