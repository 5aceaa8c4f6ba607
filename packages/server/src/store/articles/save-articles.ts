/** Keeps what an import brings: new articles, changed ones, those that stay, and those that are gone. */
import { createHash } from 'node:crypto';
import type { HelpCentre } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import { loadErasedWords } from '../erasure/erased-marks.ts';
import { coverErased, type ErasedWords } from '../erasure/erased-words.ts';
import type { Db } from '../open-store.ts';
import { toSearchText } from '../search-text.ts';
import { holdArticles, indexArticleWords } from './word-index.ts';

/** An article as it is kept, masked. */
export interface KeptArticle {
  sourceId: string;
  locale: string;
  title: string;
  text: string;
  section: string;
  keywords: readonly string[];
  url: string | null;
  addressKey: string | null;
  audience: string;
  updatedAt: string | null;
  searchLanguage: string;
}

export interface SavedCounts {
  added: number;
  changed: number;
  unchanged: number;
  repeated: number;
}

interface Place {
  importId: number;
  helpCentre: string;
  now: Date;
}

export async function saveArticles(
  db: Db,
  workspace: number,
  place: Place,
  read: readonly KeptArticle[],
): Promise<SavedCounts> {
  const erased = await loadErasedWords(db, workspace);
  const given = erased === null ? read : read.map((one) => coverArticle(one, erased));
  const counts: SavedCounts = { added: 0, changed: 0, unchanged: 0, repeated: 0 };
  const known = await loadKnown(db, workspace, place.helpCentre, given);
  for (const one of given) {
    const key = keyOf(one.sourceId, one.locale);
    const before = known.get(key);
    const digest = digestOf(one);
    const isRepeated = before?.seenImport === place.importId;
    if (isRepeated) counts.repeated += 1;
    else if (before === undefined) counts.added += 1;
    else if (before.digest === digest && before.goneAt === null) counts.unchanged += 1;
    else counts.changed += 1;
    // Exports that go on while people write give an article twice; the one that was written last stands.
    const isOlder = isRepeated && (one.updatedAt ?? '') < (before?.updatedAt ?? '');
    if (!isOlder) await saveOne(db, workspace, place, { one, digest, isSame: before?.digest === digest });
    known.set(key, {
      ...{ digest: isOlder ? (before?.digest ?? digest) : digest, goneAt: null, seenImport: place.importId },
      updatedAt: isOlder ? (before?.updatedAt ?? null) : one.updatedAt,
    });
  }
  return counts;
}

/** Names of people who were erased do not come back by an article either. */
const coverArticle = (one: KeptArticle, erased: ErasedWords): KeptArticle => ({
  ...one,
  ...{ title: coverErased(one.title, erased), text: coverErased(one.text, erased) },
  ...{ section: coverErased(one.section, erased), keywords: one.keywords.map((word) => coverErased(word, erased)) },
});

interface Known {
  digest: string;
  goneAt: Date | null;
  seenImport: number;
  updatedAt: string | null;
}

const keyOf = (sourceId: string, locale: string): string => JSON.stringify([sourceId, locale]);

async function loadKnown(
  db: Db,
  workspace: number,
  helpCentre: string,
  given: readonly KeptArticle[],
): Promise<Map<string, Known>> {
  const rows = await db
    .selectFrom('articles')
    .select(['source_id', 'locale', 'digest', 'gone_at', 'seen_import', 'updated_at'])
    .where('workspace_id', '=', workspace)
    .where('help_centre', '=', helpCentre)
    .where('source_id', 'in', [...new Set(given.map(({ sourceId }) => sourceId)), ''])
    .execute();
  return new Map(
    rows.map((row) => [
      keyOf(row.source_id, row.locale),
      {
        ...{ digest: row.digest, goneAt: row.gone_at, seenImport: row.seen_import },
        updatedAt: row.updated_at?.toISOString() ?? null,
      },
    ]),
  );
}

async function saveOne(
  db: Db,
  workspace: number,
  { importId, helpCentre, now }: Place,
  { one, digest, isSame }: { one: KeptArticle; digest: string; isSame: boolean },
): Promise<void> {
  const key = { workspace_id: workspace, help_centre: helpCentre, source_id: one.sourceId, locale: one.locale };
  if (isSame) {
    await db
      .updateTable('articles')
      .set((row) => ({
        seen_import: importId,
        gone_at: null,
        // One that comes back has changed: it answers questions again.
        changed_at: row.case().when('gone_at', 'is', null).then(row.ref('changed_at')).else(now).end(),
      }))
      .where('workspace_id', '=', workspace)
      .where('help_centre', '=', helpCentre)
      .where('source_id', '=', one.sourceId)
      .where('locale', '=', one.locale)
      .execute();
    return;
  }
  const words = {
    ...{ title: one.title, text: one.text, section: one.section, keywords: [...one.keywords], url: one.url },
    ...{ address_key: one.addressKey, audience: one.audience, updated_at: one.updatedAt, digest },
    ...{ search_language: one.searchLanguage, words: wordsOf(one), seen_import: importId },
    ...{ changed_at: now, gone_at: null },
  };
  await db
    .insertInto('articles')
    .values({ ...key, ...words })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'help_centre', 'source_id', 'locale']).doUpdateSet(words),
    )
    .execute();
}

/** What is searched of an article; the rest of a very long one is kept and read, not found by. */
const searchedCharacters = 200_000;

/** What the words of an article are made of, as the search reads it. */
export interface SearchedParts {
  language: string;
  title: string;
  /** Section and keywords. */
  beside: string;
  text: string;
}

export function searchedParts(
  one: Pick<KeptArticle, 'title' | 'section' | 'keywords' | 'text' | 'searchLanguage'>,
): SearchedParts {
  const searched = (words: string) => toSearchText(words.slice(0, searchedCharacters));
  return {
    language: one.searchLanguage,
    title: searched(one.title),
    beside: searched([one.section, ...one.keywords].join(' ')),
    text: searched(one.text),
  };
}

/** The words by weight: A the title, B what stands beside it, C the text. Of values, or of columns with these names. */
export function wordsOfParts(parts: Readonly<Record<keyof SearchedParts, RawBuilder<unknown>>>): RawBuilder<string> {
  const { language, title, beside, text } = parts;
  const part = (words: RawBuilder<unknown>, weight: 'A' | 'B' | 'C') =>
    sql`setweight(to_tsvector((${language})::regconfig, ${words}), ${weight}::"char")`;
  return sql<string>`(${part(title, 'A')} || ${part(beside, 'B')} || ${part(text, 'C')})`;
}

/** The words of one article that is at hand. */
export function wordsOf(one: Parameters<typeof searchedParts>[0]): RawBuilder<string> {
  const { language, title, beside, text } = searchedParts(one);
  return wordsOfParts({ language: sql`${language}`, title: sql`${title}`, beside: sql`${beside}`, text: sql`${text}` });
}

const digestOf = (one: KeptArticle): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[one.title, one.text, one.section, one.keywords, one.url, one.audience, one.updatedAt],
        // A search that reads a language better than before makes its words anew.
        one.searchLanguage,
        one.addressKey,
      ]),
    )
    .digest('hex');

/** What could not be read is still there: it stays as it is. */
export async function keepRefused(
  db: Db,
  workspace: number,
  { importId, helpCentre, sourceIds }: { importId: number; helpCentre: string; sourceIds: readonly string[] },
): Promise<void> {
  if (sourceIds.length === 0) return;
  await sql`
    UPDATE articles SET seen_import = ${importId}
    WHERE workspace_id = ${workspace} AND help_centre = ${helpCentre} AND source_id = ANY(${[...sourceIds]}::text[])
  `.execute(db);
}

/** @returns how many are gone that were here before */
export async function markGone(db: Db, workspace: number, { importId, helpCentre, now }: Place): Promise<number> {
  const marked = await db
    .updateTable('articles')
    .set({ gone_at: now })
    .where('workspace_id', '=', workspace)
    .where('help_centre', '=', helpCentre)
    .where('seen_import', '<>', importId)
    .where('gone_at', 'is', null)
    .executeTakeFirst();
  return Number(marked.numUpdatedRows);
}

/** @returns how many articles went */
export async function removeArticles(db: Db, workspace: number, helpCentre: string): Promise<number> {
  await holdArticles(db, workspace);
  const gone = await db
    .deleteFrom('articles')
    .where('workspace_id', '=', workspace)
    .where('help_centre', '=', helpCentre)
    .executeTakeFirst();
  if (gone.numDeletedRows > 0) await indexArticleWords(db, workspace);
  return Number(gone.numDeletedRows);
}

/** By name, with what is there of each kind; drafts and those gone count nowhere else. */
export async function listHelpCentres(db: Db, workspace: number): Promise<HelpCentre[]> {
  const { rows } = await sql<{ name: string; counts: HelpCentre['articles']; last: Date | null }>`
    SELECT a.help_centre AS name, max(i.received_at) AS last, json_build_object(
      'public', count(*) FILTER (WHERE a.gone_at IS NULL AND a.audience = 'public'),
      'internal', count(*) FILTER (WHERE a.gone_at IS NULL AND a.audience = 'internal'),
      'draft', count(*) FILTER (WHERE a.gone_at IS NULL AND a.audience = 'draft'),
      'gone', count(*) FILTER (WHERE a.gone_at IS NOT NULL)) AS counts
    FROM articles a LEFT JOIN article_imports i ON i.workspace_id = ${workspace} AND i.id = a.seen_import
    WHERE a.workspace_id = ${workspace} GROUP BY a.help_centre ORDER BY lower(a.help_centre), a.help_centre`.execute(
    db,
  );
  return rows.map(({ name, counts, last }) => ({ name, articles: counts, lastImportAt: last?.toISOString() ?? null }));
}
