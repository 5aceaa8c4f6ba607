/**
 * Intercom: `GET /articles` with collections saved behind them, and `GET /internal_articles`. The article itself is its
 * default language; every other language stands in `translated_content`, also that of drafts nobody can read yet.
 */
import { isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { type ReadArticle, sectionOf } from './article-record.ts';
import { type ArticleShape, type EntryOfArticle, pathOf, type Shelves } from './article-shape.ts';
import { addressOf, lineOf, localeOf, textOfBody, timeOf } from './clean-article.ts';

export const intercomArticlesShape: ArticleShape = {
  format: 'intercom-articles',
  isEntry: (entry) => entry.type === 'article' || entry.type === 'internal_article',
  addToShelves,
  read,
};

function addToShelves(entry: JsonObject, { names }: Shelves): void {
  if (entry.type !== 'collection' && entry.type !== 'section') return;
  names.set(`collection ${pickText(entry, 'id')}`, {
    name: lineOf(pickText(entry, 'name')),
    above: `collection ${pickText(entry, 'parent_id')}`,
  });
}

function read(entry: JsonObject, shelves: Shelves): EntryOfArticle {
  const parents = Array.isArray(entry.parent_ids) ? entry.parent_ids : [];
  const parent = pickText(entry, 'parent_id') || String(parents.at(-1) ?? '');
  const base = {
    id: `${entry.type === 'internal_article' ? 'internal-' : ''}${pickText(entry, 'id')}`,
    section: sectionOf(...pathOf(shelves, `collection ${parent}`)),
    isInternal: entry.type === 'internal_article',
  };
  const main = toArticle(entry, localeOf(pickText(entry, 'default_locale', 'locale')), base);
  const translated = isObject(entry.translated_content) ? Object.entries(entry.translated_content) : [];
  const others = translated.flatMap(([locale, content]) => {
    const name = localeOf(locale);
    // Besides languages it holds its own type; a language nobody wrote in yet is null or empty.
    if (!isObject(content) || name === '' || name === main.locale || pickText(content, 'title') === '') return [];
    return [toArticle(content, name, base)];
  });
  return { articles: [main, ...others] };
}

function toArticle(
  one: JsonObject,
  locale: string,
  { isInternal, ...base }: Pick<ReadArticle, 'id' | 'section'> & { isInternal: boolean },
): ReadArticle {
  const description = lineOf(pickText(one, 'description'));
  const body = textOfBody(pickText(one, 'body'));
  // Internal articles have no state: they are there for the team as soon as they are written.
  const isDraft = isInternal ? pick(one, 'state') === 'draft' : pickText(one, 'state') !== 'published';
  return {
    ...base,
    locale,
    title: lineOf(pickText(one, 'title')),
    text: description === '' ? body : `${description}\n\n${body}`.trim(),
    keywords: [],
    url: addressOf(pickText(one, 'url')),
    audience: isDraft ? 'draft' : isInternal ? 'internal' : 'public',
    updatedAt: timeOf(pickText(one, 'updated_at', 'created_at')),
  };
}
