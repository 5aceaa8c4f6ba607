/** What is said after a review is finished: which reading fits, comments; and what a person keeps for later. */
import { type Evidence, evidence, type ReadingThatFits, readingsThatFit } from '@rapport/contract';
import { z } from 'zod';
import type { Db } from '../open-store.ts';

export async function saveReading(
  db: Db,
  workspace: number,
  given: { review: number; categoryId: string; fits: ReadingThatFits; now: Date },
): Promise<void> {
  const row = { fits: given.fits, said_at: given.now };
  await db
    .insertInto('review_readings')
    .values({ workspace_id: workspace, review_id: given.review, category_id: given.categoryId, ...row })
    .onConflict((same) => same.columns(['workspace_id', 'review_id', 'category_id']).doUpdateSet(row))
    .execute();
}

export async function listReadings(
  db: Db,
  workspace: number,
  review: number,
): Promise<{ categoryId: string; fits: ReadingThatFits }[]> {
  const rows = await db
    .selectFrom('review_readings')
    .select(['category_id', 'fits'])
    .where('workspace_id', '=', workspace)
    .where('review_id', '=', review)
    .orderBy('category_id')
    .execute();
  return rows.map((row) => ({ categoryId: row.category_id, fits: z.enum(readingsThatFit).parse(row.fits) }));
}

export async function saveComment(
  db: Db,
  workspace: number,
  given: { review: number; person: string; text: string; mentions: readonly string[]; now: Date },
): Promise<void> {
  await db
    .insertInto('review_comments')
    .values({
      workspace_id: workspace,
      review_id: given.review,
      person_id: given.person,
      text: given.text,
      mentions: [...given.mentions],
      said_at: given.now,
    })
    .execute();
}

export interface StoredComment {
  id: number;
  person: string;
  text: string;
  mentions: string[];
  at: Date;
}

export async function listComments(db: Db, workspace: number, review: number): Promise<StoredComment[]> {
  const rows = await db
    .selectFrom('review_comments')
    .select(['id', 'person_id', 'text', 'mentions', 'said_at'])
    .where('workspace_id', '=', workspace)
    .where('review_id', '=', review)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, person: row.person_id, text: row.text },
    ...{ mentions: row.mentions, at: row.said_at },
  }));
}

export interface StoredPin {
  id: number;
  conversation: number;
  words: Evidence | null;
  note: string;
  at: Date;
}

const newestPins = 200;

/** The person's own, newest first. */
export async function listPins(
  db: Db,
  workspace: number,
  { person, conversation }: { person: string; conversation: number | null },
): Promise<StoredPin[]> {
  let found = db
    .selectFrom('pins')
    .select(['id', 'conversation_id', 'words', 'note', 'pinned_at'])
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person);
  if (conversation !== null) found = found.where('conversation_id', '=', conversation);
  const rows = await found.orderBy('id', 'desc').limit(newestPins).execute();
  return rows.map((row) => ({
    ...{ id: row.id, conversation: row.conversation_id, note: row.note, at: row.pinned_at },
    words: evidence.nullable().parse(row.words),
  }));
}

export async function savePin(
  db: Db,
  workspace: number,
  given: { person: string; conversation: number; words: Evidence | null; note: string; now: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('pins')
    .values({
      workspace_id: workspace,
      person_id: given.person,
      conversation_id: given.conversation,
      words: given.words === null ? null : JSON.stringify(given.words),
      note: given.note,
      pinned_at: given.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns whether it was there and the person's own */
export async function removePin(
  db: Db,
  workspace: number,
  { person, id }: { person: string; id: number },
): Promise<boolean> {
  const gone = await db
    .deleteFrom('pins')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
