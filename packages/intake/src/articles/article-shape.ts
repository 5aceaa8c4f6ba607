/** How a help centre writes its articles in JSON: the one thing a new source has to say. */
import type { ArticleFormat } from '@rapport/contract';
import type { JsonObject } from '../json/pick.ts';
import type { ReadArticle } from './article-record.ts';

/** Lists that stand beside the articles, by id: sections, categories, collections, who may read. */
export interface Shelves {
  names: Map<string, { name: string; above: string }>;
  /** Groups of readers that are only staff, or that customers belong to as well. */
  readers: Map<string, 'staff' | 'customers'>;
  /** Collections that only the team reads. */
  privateOnes: Set<string>;
}

export const emptyShelves = (): Shelves => ({ names: new Map(), readers: new Map(), privateOnes: new Set() });

export type EntryOfArticle =
  | { articles: readonly ReadArticle[] }
  | { refused: string; wayOut: string; id: string | null };

export interface ArticleShape {
  format: ArticleFormat;
  /** Whether an entry can only be an article of this source. */
  isEntry(entry: JsonObject): boolean;
  /** Takes what an entry says about sections and readers; most say nothing. */
  addToShelves(entry: JsonObject, shelves: Shelves): void;
  read(entry: JsonObject, shelves: Shelves): EntryOfArticle;
}

/** The names of a section and of all above it. A circle ends at once. */
export function pathOf(shelves: Shelves, key: string): string[] {
  const path: string[] = [];
  for (let at = key, steps = 0; at !== '' && steps < 8; steps++) {
    const found = shelves.names.get(at);
    if (found === undefined) break;
    path.unshift(found.name);
    at = found.above;
  }
  return path;
}
