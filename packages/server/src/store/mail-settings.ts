/** The mail server that was named on a page; one for a workspace. */
import { mailTls } from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from './open-store.ts';

export interface StoredMailServer {
  host: string;
  port: number;
  tls: (typeof mailTls)[number];
  user: string;
  sealedPassword: string | null;
  from: string;
}

export async function loadMailServer(db: Db, workspace: number): Promise<StoredMailServer | null> {
  const row = await db.selectFrom('mail_settings').selectAll().where('workspace_id', '=', workspace).executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...{ host: row.host, port: row.port, tls: z.enum(mailTls).parse(row.tls), user: row.user_name },
    ...{ sealedPassword: row.sealed_password, from: row.from_address },
  };
}

export async function saveMailServer(db: Db, workspace: number, server: StoredMailServer): Promise<void> {
  const { host, port, tls, user: user_name, sealedPassword: sealed_password, from: from_address } = server;
  const row = { host, port, tls, user_name, sealed_password, from_address };
  await db
    .insertInto('mail_settings')
    .values({ workspace_id: workspace, ...row })
    .onConflict((same) => same.column('workspace_id').doUpdateSet({ ...row, changed_at: sql<Date>`now()` }))
    .execute();
}

/** @returns whether there was one */
export async function removeMailServer(db: Db, workspace: number): Promise<boolean> {
  const gone = await db.deleteFrom('mail_settings').where('workspace_id', '=', workspace).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
