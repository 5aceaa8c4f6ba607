/**
 * Zendesk Guide, as its API answers: articles with their translations, sections and categories side-loaded or saved behind
 * them. Whoever is named as the readers of an article (`user_segment_id`) is everybody only when there is nobody named, or
 * when the list of segments says that signed-in customers are meant.
 */
import { asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import type { ReadArticle } from './article-record.ts';
import { sectionOf } from './article-record.ts';
import { type ArticleShape, type EntryOfArticle, pathOf, type Shelves } from './article-shape.ts';
import { addressOf, lineOf, localeOf, textOfBody, timeOf } from './clean-article.ts';

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((one) => lineOf(asText(one)) || []) : [];

export const zendeskGuideShape: ArticleShape = {
  format: 'zendesk-guide',
  isEntry: (entry) =>
    ('section_id' in entry && ('body' in entry || 'title' in entry || 'translations' in entry)) ||
    ('user_segment_id' in entry && 'permission_group_id' in entry),
  addToShelves,
  read,
};

function addToShelves(entry: JsonObject, { names, readers }: Shelves): void {
  const id = pickText(entry, 'id');
  if (id === '' || 'section_id' in entry) return;
  if ('user_type' in entry) {
    readers.set(id, /^(?:signed_in_users|everybody)$/.test(pickText(entry, 'user_type')) ? 'customers' : 'staff');
  } else if ('category_id' in entry) {
    const parent = pickText(entry, 'parent_section_id');
    const above = parent === '' ? `category ${pickText(entry, 'category_id')}` : `section ${parent}`;
    names.set(`section ${id}`, { name: lineOf(pickText(entry, 'name')), above });
  } else if ('name' in entry && 'source_locale' in entry) {
    names.set(`category ${id}`, { name: lineOf(pickText(entry, 'name')), above: '' });
  }
}

function read(entry: JsonObject, shelves: Shelves): EntryOfArticle {
  const id = pickText(entry, 'id');
  const translations = Array.isArray(entry.translations) ? entry.translations.filter(isObject) : [];
  // A translation that was put away is shown to nobody.
  const shown = translations.filter((one) => one.hidden !== true);
  const own = localeOf(pickText(entry, 'locale'));
  const base = {
    id,
    section: sectionOf(...pathOf(shelves, `section ${pickText(entry, 'section_id')}`)),
    keywords: [...textsOf(entry.label_names), ...textsOf(entry.content_tags)],
    isInternal: isInternal(entry, shelves),
  };
  const articles = shown.map((one) => toArticle(one, base));
  const isTold = shown.some((one) => localeOf(pickText(one, 'locale')) === own);
  return { articles: isTold ? articles : [toArticle(entry, base), ...articles] };
}

type Base = Pick<ReadArticle, 'id' | 'section' | 'keywords'> & { isInternal: boolean };

function toArticle(one: JsonObject, { isInternal: internal, ...base }: Base): ReadArticle {
  return {
    ...base,
    locale: localeOf(pickText(one, 'locale')),
    title: lineOf(pickText(one, 'title', 'name')),
    text: textOfBody(pickText(one, 'body')),
    url: addressOf(pickText(one, 'html_url')),
    audience: one.draft === true ? 'draft' : internal ? 'internal' : 'public',
    updatedAt: timeOf(pickText(one, 'edited_at', 'updated_at')),
  };
}

function isInternal(entry: JsonObject, { readers }: Shelves): boolean {
  const several = Array.isArray(entry.user_segment_ids) ? entry.user_segment_ids : [];
  const named = [pick(entry, 'user_segment_id'), ...several].map(asText).filter((id) => id !== '');
  return named.length > 0 && !named.some((id) => readers.get(id) === 'customers');
}
