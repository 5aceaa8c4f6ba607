/** Limits in front of the readers of articles; a help centre is small beside a mailbox. */
import { defaultLimits, type IntakeLimits } from '../limits.ts';

export interface ArticleLimits extends IntakeLimits {
  /** Articles of one file, translations counted. */
  articles: number;
  /** Bytes of one Markdown or HTML file, or of one JSON file among several in a zip. */
  pageBytes: number;
  /** Characters of the text of one article, cleaned. */
  textLength: number;
  titleLength: number;
}

export const articleLimits: ArticleLimits = {
  ...defaultLimits,
  unpackedBytes: 512 * 2 ** 20,
  zipMembers: 50_000,
  itemBytes: 16 * 2 ** 20,
  articles: 50_000,
  pageBytes: 8 * 2 ** 20,
  textLength: 2 ** 20,
  titleLength: 500,
};
