/**
 * Between the sign-in library and the database: of a session's token only its SHA-256 is stored. The library looks
 * sessions up by the token itself, so it is turned into its hash on the way in, and the token that was asked for is put
 * back on the way out. Who reads the database can use none of what is in it.
 */
import { createHash } from 'node:crypto';
import type { DBAdapter, Where } from '@better-auth/core/db/adapter';

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function hashSessions(inner: DBAdapter): DBAdapter {
  const hashed = withHashes(inner);
  return {
    ...hashed,
    // Inside a transaction the library gets another adapter, which must hash as well.
    transaction: (work) => inner.transaction((within) => work(withHashes(within as DBAdapter))), // it lacks `transaction` only
  };
}

/** What every question to the adapter has in common. */
interface Asked {
  model: string;
  where?: Where[] | undefined;
}

function withHashes(inner: DBAdapter): DBAdapter {
  const isSession = ({ model }: { model: string }) => model === 'session';
  const hashWhere = <A extends Asked>(asked: A): A => {
    if (!isSession(asked) || asked.where === undefined) return asked;
    return {
      ...asked,
      where: asked.where.map((one) => (one.field === 'token' ? { ...one, value: hashValue(one) } : one)),
    };
  };
  /** A row that was found by its token is given back with it. */
  const giveBack = <T>(asked: Asked, row: T): T => {
    const token = isSession(asked) ? asked.where?.find(({ field }) => field === 'token')?.value : undefined;
    return typeof token === 'string' && typeof row === 'object' && row !== null ? { ...row, token } : row;
  };
  const hashUpdate = <U extends { update: Record<string, unknown>; model: string }>(asked: U): U =>
    isSession(asked) && typeof asked.update.token === 'string'
      ? { ...asked, update: { ...asked.update, token: hashToken(asked.update.token) } }
      : asked;
  return {
    ...inner,
    create: async <T extends Record<string, unknown>, R = T>(asked: { model: string; data: Omit<T, 'id'> }) => {
      const { token } = asked.data as Record<string, unknown>; // a session has one, whatever else T is
      if (!isSession(asked) || typeof token !== 'string') return inner.create<T, R>(asked);
      const created = await inner.create<T, R>({ ...asked, data: { ...asked.data, token: hashToken(token) } });
      return { ...created, token };
    },
    findOne: async <T>(asked: Parameters<DBAdapter['findOne']>[0]) =>
      giveBack(asked, await inner.findOne<T>(hashWhere(asked))),
    findMany: async <T>(asked: Parameters<DBAdapter['findMany']>[0]) => {
      const found = await inner.findMany<T>(hashWhere(asked));
      return found.map((row) => giveBack(asked, row));
    },
    count: (asked) => inner.count(hashWhere(asked)),
    update: async <T>(asked: Parameters<DBAdapter['update']>[0]) =>
      giveBack(asked, await inner.update<T>(hashUpdate(hashWhere(asked)))),
    updateMany: (asked) => inner.updateMany(hashUpdate(hashWhere(asked))),
    delete: (asked) => inner.delete(hashWhere(asked)),
    deleteMany: (asked) => inner.deleteMany(hashWhere(asked)),
    consumeOne: async <T>(asked: Parameters<DBAdapter['consumeOne']>[0]) =>
      giveBack(asked, await inner.consumeOne<T>(hashWhere(asked))),
    incrementOne: (asked) => inner.incrementOne(hashWhere(asked)),
  };
}

function hashValue({ value }: Where): Where['value'] {
  if (typeof value === 'string') return hashToken(value);
  return Array.isArray(value) ? value.map((one) => hashToken(String(one))) : value;
}
