/**
 * What members are told by mail. An address is read in one place only: the confirmed one of an active member's own
 * account. Nothing that was imported ever becomes one.
 */
import { type NoticeKind, type NoticePreference, noticeKind, noticeKinds, noticePreference } from '@rapport/contract';
import { sql } from 'kysely';
import { tellHooks } from './hooks.ts';
import type { Db } from './open-store.ts';

export const usualPreference: NoticePreference = { rhythm: 'daily', kinds: [...noticeKinds] };

export async function loadPreference(db: Db, workspace: number, userId: string): Promise<NoticePreference> {
  const row = await db
    .selectFrom('notice_preferences')
    .select(['rhythm', 'kinds'])
    .where('workspace_id', '=', workspace)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row === undefined ? usualPreference : noticePreference.parse(row);
}

/** @returns false for somebody who is no member, such as the one person of a server without accounts */
export async function savePreference(
  db: Db,
  workspace: number,
  userId: string,
  { rhythm, kinds }: NoticePreference,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO notice_preferences (workspace_id, user_id, rhythm, kinds)
    SELECT ${workspace}, user_id, ${rhythm}, ${kinds}::text[] FROM members
    WHERE workspace_id = ${workspace} AND user_id = ${userId} AND state = 'active'
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET rhythm = excluded.rhythm, kinds = excluded.kinds
  `.execute(db);
  return Number(numAffectedRows ?? 0n) > 0;
}

/** The confirmed address of an active member, or null. */
export async function findOwnAddress(db: Db, workspace: number, userId: string): Promise<string | null> {
  const { rows } = await sql<{ email: string }>`
    SELECT u.email FROM users u JOIN members m ON m.workspace_id = ${workspace} AND m.user_id = u.id
    WHERE u.id = ${userId} AND m.state = 'active' AND u.email_verified`.execute(db);
  return rows[0]?.email ?? null;
}

/** Whom a notice is for: one member, those who may write as an author, or everybody who looks after the installation. */
export type NoticeReaders = { user: string } | { author: number } | 'admins';

/**
 * Written in the transaction of what it tells. Who wants no such notice gets none; other systems that asked for notices
 * are told whom it is for, by id.
 */
export async function noteFor(
  db: Db,
  workspace: number,
  { kind, object, readers }: { kind: NoticeKind; object: string; readers: NoticeReaders },
): Promise<void> {
  const who =
    readers === 'admins'
      ? sql`m.role IN ('owner', 'admin')`
      : 'user' in readers
        ? sql`m.user_id = ${readers.user}`
        : sql`EXISTS (SELECT FROM member_authors a WHERE a.workspace_id = ${workspace} AND a.user_id = m.user_id
            AND a.author_id = ${readers.author})`;
  const { rows } = await sql<{ userId: string }>`
    INSERT INTO notices (workspace_id, user_id, kind, object)
    SELECT ${workspace}, m.user_id, ${kind}, ${object} FROM members m
    LEFT JOIN notice_preferences p ON p.workspace_id = ${workspace} AND p.user_id = m.user_id
    WHERE m.workspace_id = ${workspace} AND m.state = 'active' AND ${who}
      AND (p.user_id IS NULL OR (p.rhythm <> 'never' AND ${kind} = ANY(p.kinds)))
    RETURNING user_id AS "userId"`.execute(db);
  if (rows.length === 0) return;
  const memberIds = rows.map(({ userId }) => userId).sort();
  await tellHooks(db, workspace, 'notice.made', { kind, object, memberIds });
}

export interface DueNotices {
  userId: string;
  address: string;
  notices: { id: number; kind: NoticeKind; object: string }[];
}

/** After so long nobody needs to be told any more. */
const keptDays = 14;
const dailyHours = 20;

/**
 * What one member is to be told now, taken for two minutes: nobody else sends it meanwhile, and what a killed worker took
 * is sent later. Null when nobody is to be told anything.
 */
export async function takeDueNotices(db: Db, workspace: number): Promise<DueNotices | null> {
  await sql`
    DELETE FROM notices WHERE workspace_id = ${workspace} AND created_at < now() - make_interval(days => ${keptDays})
  `.execute(db);
  const { rows: due } = await sql<{ user_id: string; email: string }>`
    SELECT n.user_id, u.email FROM notices n
    JOIN members m ON m.workspace_id = ${workspace} AND m.user_id = n.user_id AND m.state = 'active'
    JOIN users u ON u.id = n.user_id AND u.email_verified
    LEFT JOIN notice_preferences p ON p.workspace_id = ${workspace} AND p.user_id = n.user_id
    WHERE n.workspace_id = ${workspace} AND n.sent_at IS NULL
      AND (n.taken_at IS NULL OR n.taken_at < now() - interval '2 minutes')
      AND (coalesce(p.rhythm, 'daily') = 'at-once' OR (coalesce(p.rhythm, 'daily') = 'daily' AND NOT EXISTS (
        SELECT FROM notices o WHERE o.workspace_id = ${workspace} AND o.user_id = n.user_id
          AND o.sent_at > now() - make_interval(hours => ${dailyHours}))))
    ORDER BY n.id LIMIT 1 FOR UPDATE OF n SKIP LOCKED`.execute(db);
  const [first] = due;
  if (first === undefined) return null;
  const { rows } = await sql<{ id: number; kind: string; object: string }>`
    UPDATE notices SET taken_at = now() WHERE workspace_id = ${workspace} AND user_id = ${first.user_id}
      AND sent_at IS NULL AND (taken_at IS NULL OR taken_at < now() - interval '2 minutes')
    RETURNING id, kind, object`.execute(db);
  const notices = rows.map((one) => ({ ...one, kind: noticeKind.parse(one.kind) })).sort((a, b) => a.id - b.id);
  return { userId: first.user_id, address: first.email, notices };
}

export async function markSent(db: Db, workspace: number, ids: readonly number[]): Promise<void> {
  await sql`UPDATE notices SET sent_at = now() WHERE workspace_id = ${workspace} AND id = ANY(${ids}::bigint[])`.execute(
    db,
  );
}

export async function hasWaitingNotice(db: Db, workspace: number): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    SELECT EXISTS (SELECT FROM notices WHERE workspace_id = ${workspace} AND sent_at IS NULL
      AND (taken_at IS NULL OR taken_at < now() - interval '2 minutes')) AS waits`.execute(db);
  return rows[0]?.waits === true;
}
