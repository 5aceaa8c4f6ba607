/**
 * The orders of the list, and its cursors. A page is read in two parts: first the conversations that have the sorted
 * value, along its index; then, where those run out, the ones that have none. So an order never hides anything.
 */
import { type ConversationFilter, RapportError } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';

export type ConversationSort = NonNullable<ConversationFilter['sort']>;

interface Order {
  /** The sorted value, as text that casts back to exactly itself: a Date of JavaScript would lose microseconds. */
  text: RawBuilder<string>;
  hasValue: RawBuilder<boolean>;
  hasNone: RawBuilder<boolean>;
  by: RawBuilder<unknown>;
  after: (value: string, id: number) => RawBuilder<boolean>;
  idDirection: 'asc' | 'desc';
}

export const orders: Record<ConversationSort, Order> = {
  newest: {
    text: sql`c.last_at::text`,
    hasValue: sql`c.last_at IS NOT NULL`,
    hasNone: sql`c.last_at IS NULL`,
    // The index says NULLS LAST, so the order must say it too, or the index cannot serve it.
    by: sql`c.last_at DESC NULLS LAST, c.id DESC`,
    after: (value, id) =>
      sql`(c.last_at <= ${value}::timestamptz AND (c.last_at < ${value}::timestamptz OR c.id < ${id}))`,
    idDirection: 'desc',
  },
  oldest: {
    text: sql`c.last_at::text`,
    hasValue: sql`c.last_at IS NOT NULL`,
    hasNone: sql`c.last_at IS NULL`,
    by: sql`c.last_at ASC NULLS FIRST, c.id ASC`,
    after: (value, id) =>
      sql`(c.last_at >= ${value}::timestamptz AND (c.last_at > ${value}::timestamptz OR c.id > ${id}))`,
    idDirection: 'asc',
  },
  'most-to-learn': {
    text: sql`c.to_learn::text`,
    hasValue: sql`c.to_learn > 0`,
    hasNone: sql`c.to_learn = 0`,
    by: sql`c.to_learn DESC, c.id DESC`,
    after: (value, id) =>
      sql`(c.to_learn <= ${value}::double precision AND (c.to_learn < ${value}::double precision OR c.id < ${id}))`,
    idDirection: 'desc',
  },
  unhappiest: {
    text: sql`c.feeling_last::text`,
    hasValue: sql`c.feeling_last IS NOT NULL`,
    hasNone: sql`c.feeling_last IS NULL`,
    by: sql`c.feeling_last ASC, c.id DESC`,
    after: (value, id) =>
      sql`(c.feeling_last >= ${value}::double precision AND (c.feeling_last > ${value}::double precision OR c.id < ${id}))`,
    idDirection: 'desc',
  },
};

export interface Cursor {
  sort: ConversationSort;
  /** Null: the last row of the page had no value to sort by. */
  value: string | null;
  id: number;
}

export function writeCursor({ sort, value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** @throws RapportError `bad-request` for anything that is not a cursor of this order. */
export function readCursor(text: string, sort: ConversationSort): Cursor {
  const parts = parseJson(Buffer.from(text, 'base64url').toString('utf8'));
  if (Array.isArray(parts)) {
    const [itsSort, value, id]: unknown[] = parts;
    const isValue = value === null || (typeof value === 'string' && valueShapes[sort](value));
    if (itsSort === sort && isValue && typeof id === 'number' && Number.isSafeInteger(id)) return { sort, value, id };
  }
  throw new RapportError('bad-request', {
    what: 'This is not a page of the list in this order.',
    wayOut: 'Start at the first page again.',
  });
}

/** As PostgreSQL writes it; a day that no calendar has would be an error of the database's. */
const isInstant = (value: string): boolean => {
  const [, day, time] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?[+-][01]\d(?::[0-5]\d){0,2}$/.exec(value) ?? [];
  const instant = new Date(`${day}T${time}.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === `${day}T${time}.000Z`;
};
const isNumber = (value: string): boolean => /^-?\d{1,20}(\.\d{1,20})?(e-?\d{1,2})?$/.test(value);
const valueShapes: Record<ConversationSort, (value: string) => boolean> = {
  newest: isInstant,
  oldest: isInstant,
  'most-to-learn': isNumber,
  unhappiest: isNumber,
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
