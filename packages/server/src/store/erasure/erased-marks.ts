/**
 * Of an erased person stay keyed hashes: of every id they had, of their conversations, of the names that were covered.
 *
 * The key is the workspace's own, the one behind made names; it is in every backup, so that a list of marks fits the
 * database that an old backup brings back. Whoever holds the whole database could try names against it, as with made names.
 */
import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { loadPseudonymKey } from '../save-batch.ts';
import { type ErasedWords, splitWords } from './erased-words.ts';
import { mayHoldSum, sumOfWord } from './sum-of-word.ts';

export const markKinds = ['gone', 'renamed', 'conversation', 'words', 'name'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark {
  hash: Buffer;
  kind: MarkKind;
  firstWord: number | null;
  wordCount: number | null;
}

/** Whose id it is: of a customer, of somebody on the team, or the address of an account. */
export type PersonSide = 'customer' | 'staff' | 'member';
export const sideOf = (role: string): PersonSide => (role === 'customer' ? 'customer' : 'staff');

export interface MarkMaker {
  person(side: PersonSide, source: string, key: string): Buffer;
  conversation(source: string, sourceId: string): Buffer;
  words(words: readonly string[]): Buffer;
  name(words: readonly string[]): Buffer;
  firstWord(word: string): number;
  /** False: surely no word of the text has one of these sums. */
  mayBegin(text: string, firstWords: { has(sum: number): boolean }): boolean;
}

export function createMarkMaker(key: Buffer): MarkMaker {
  const hash = (...parts: readonly string[]): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify(['erased', ...parts]))
      .digest();
  const seed = hash('first word').readUInt32BE();
  return {
    person: (side, source, id) => hash('person', side, source, id),
    conversation: (source, id) => hash('conversation', source, id),
    words: (words) => hash('words', words.join(' ')),
    name: (words) => hash('name', words.join(' ')),
    firstWord: (word) => sumOfWord(word, seed),
    mayBegin: (text, firstWords) => mayHoldSum(text, firstWords, seed),
  };
}

export const loadMarkMaker = async (db: Db, workspace: number): Promise<MarkMaker> =>
  createMarkMaker(await loadPseudonymKey(db, workspace));

export interface FoundMark {
  kind: MarkKind;
  erasure: number;
}

/** Which of the hashes are marks, by their hex. */
export async function findMarks(db: Db, workspace: number, hashes: readonly Buffer[]): Promise<Map<string, FoundMark>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: Buffer } & FoundMark>`
    SELECT hash, kind, erasure_id AS erasure FROM erased_marks WHERE workspace_id = ${workspace} AND hash = ANY(${[...hashes]}::bytea[])`.execute(
    db,
  );
  return new Map(rows.map(({ hash, ...mark }) => [hash.toString('hex'), mark]));
}

export async function hasMarks(db: Db, workspace: number): Promise<boolean> {
  const row = await db
    .selectFrom('erased_marks')
    .select('kind')
    .where('workspace_id', '=', workspace)
    .limit(1)
    .execute();
  return row.length > 0;
}

/** @returns how many were not there before */
export async function saveMarks(db: Db, workspace: number, erasure: number, marks: readonly Mark[]): Promise<number> {
  const known = await findMarks(
    db,
    workspace,
    marks.map(({ hash }) => hash),
  );
  const fresh = new Map(
    marks.filter(({ hash }) => !known.has(hash.toString('hex'))).map((mark) => [mark.hash.toString('hex'), mark]),
  );
  const rows = [...fresh.values()].map(({ hash, ...rest }) => ({ ...rest, hex: hash.toString('hex') }));
  await sql`
    INSERT INTO erased_marks (workspace_id, hash, kind, first_word, word_count, erasure_id)
    SELECT ${workspace}, decode(hex, 'hex'), kind, "firstWord", "wordCount", ${erasure}
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS x(hex text, kind text, "firstWord" integer, "wordCount" integer)`.execute(db);
  return fresh.size;
}

/** Null: no name was ever erased, so no text has to be looked at. */
export async function loadErasedWords(db: Db, workspace: number): Promise<ErasedWords | null> {
  const rows = await db
    .selectFrom('erased_marks')
    .select(['hash', 'kind', 'first_word', 'word_count'])
    .where('workspace_id', '=', workspace)
    .where('kind', 'in', ['words', 'name'])
    .execute();
  if (rows.length === 0) return null;
  const make = await loadMarkMaker(db, workspace);
  const known = new Set(rows.map(({ hash }) => hash.toString('hex')));
  const counts = new Map<number, number[]>();
  for (const { first_word: first, word_count: count } of rows) {
    if (first === null || count === null) continue;
    const those = new Set([...(counts.get(first) ?? []), count]);
    // The longest first: of "Kim Doe" and "Kim Doe Junior" the whole name is covered.
    counts.set(
      first,
      [...those].sort((a, b) => b - a),
    );
  }
  return {
    mayName: (text) => make.mayBegin(text, counts),
    countsOf: (word) => counts.get(make.firstWord(word)),
    isErased: (words) => known.has(make.words(words).toString('hex')),
    isName: (words) => known.has(make.name(words).toString('hex')),
  };
}

/** Marks of words by which a person is known in texts; a name is known with its last word first as well. */
export function markWords(make: MarkMaker, given: readonly string[]): Mark[] {
  return given.flatMap((one) => {
    const words = splitWords(one).map(({ word }) => word);
    const [first] = words;
    if (first === undefined) return [];
    const turned = [words.at(-1) ?? first, ...words.slice(0, -1)];
    return (words.length > 1 && words.length < 5 ? [words, turned] : [words]).map((spelt) => ({
      ...{ hash: make.words(spelt), kind: 'words' as const, wordCount: spelt.length },
      firstWord: make.firstWord(spelt[0] ?? first),
    }));
  });
}

export const plainMark = (kind: MarkKind, hash: Buffer): Mark => ({ hash, kind, firstWord: null, wordCount: null });

/** What stands in the place of an agent who was erased: the same whenever it is made, and no word of theirs. */
export function standInOf(hash: Buffer): { key: string; name: string } {
  const hex = hash.toString('hex');
  return { key: `erased-${hex.slice(0, 16)}`, name: `Former agent ${hex.slice(0, 4)}` };
}

/** Tells lists of one installation from those of another, without giving its key away. */
export const fingerprintOf = (key: Buffer): string =>
  createHash('sha256').update('list of the erased').update(key).digest('hex').slice(0, 16);
