/**
 * Help Scout Docs: the answers of `GET /articles/{id}`, one behind another, with those of `GET /collections` and
 * `GET /collections/{id}/categories` among them. The list of articles holds no text and is refused with what to fetch.
 */
import { asText, isObject, type JsonObject, pickText } from '../json/pick.ts';
import { sectionOf } from './article-record.ts';
import { type ArticleShape, type EntryOfArticle, pathOf, type Shelves } from './article-shape.ts';
import { addressOf, lineOf, textOfBody, timeOf } from './clean-article.ts';

export const helpScoutDocsShape: ArticleShape = {
  format: 'help-scout-docs',
  isEntry: (entry) => isObject(entry.article) || isList(entry.articles) || isBare(entry),
  addToShelves,
  read,
};

/** `{ "page": 1, "items": […] }`, as every list of it comes. */
const isList = (value: unknown): value is JsonObject & { items: unknown[] } =>
  isObject(value) && Array.isArray(value.items);

/** An article without its envelope. */
const isBare = (entry: JsonObject): boolean =>
  'collectionId' in entry && 'name' in entry && 'status' in entry && 'number' in entry;

function addToShelves(entry: JsonObject, { names, privateOnes }: Shelves): void {
  const items = [entry.collections, entry.categories].flatMap((list) => (isList(list) ? list.items : []));
  for (const one of items.filter(isObject)) {
    const id = pickText(one, 'id');
    const above = pickText(one, 'collectionId');
    names.set(id, { name: lineOf(pickText(one, 'name')), above });
    if (pickText(one, 'visibility') === 'private') privateOnes.add(id);
  }
}

function read(entry: JsonObject, shelves: Shelves): EntryOfArticle {
  const one = isObject(entry.article) ? entry.article : entry;
  const id = pickText(one, 'id');
  if (isList(entry.articles) || !('text' in one)) {
    return {
      ...{ refused: 'This is a list of articles: it holds their titles and no text.', id: id === '' ? null : id },
      wayOut: 'Fetch each article (GET /v1/articles/{id}) and save the answers one behind another.',
    };
  }
  const collection = pickText(one, 'collectionId');
  const [category = ''] = Array.isArray(one.categories) ? one.categories.map(asText) : [];
  const path = pathOf(shelves, category);
  const isPublished = pickText(one, 'status') === 'published';
  return {
    articles: [
      {
        id,
        locale: '',
        title: lineOf(pickText(one, 'name')),
        text: textOfBody(pickText(one, 'text')),
        section: sectionOf(...(path.length > 0 ? path : pathOf(shelves, collection))),
        keywords: Array.isArray(one.keywords) ? one.keywords.flatMap((word) => lineOf(asText(word)) || []) : [],
        url: addressOf(pickText(one, 'publicUrl')),
        audience: !isPublished ? 'draft' : shelves.privateOnes.has(collection) ? 'internal' : 'public',
        updatedAt: timeOf(pickText(one, 'updatedAt', 'lastPublishedAt', 'createdAt')),
      },
    ],
  };
}
