/** How long conversations are kept: the rule, what it would delete, and deleting it in small pieces. */
import {
  type Channel,
  channels,
  daysOf,
  graceDays,
  isStricter,
  proposedDays,
  type Retention,
  type RetentionPreview,
  type RetentionRule,
  type RetentionRun,
  retention,
  retentionRule,
  retentionRun,
} from '@rapport/contract';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { recountAuthors } from './count-authors.ts';
import { forgetEmptyAuthors } from './forget-authors.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';
import type { RetentionRuns } from './tables.ts';

export const proposedRule: RetentionRule = { defaultDays: proposedDays, channelDays: {}, countedFrom: 'arrival' };

export interface StoredRule {
  rule: RetentionRule;
  startsAt: Date;
  nextRunAt: Date;
  changedBy: string;
  changedAt: Date;
}

export async function loadRule(db: Db, workspace: number): Promise<StoredRule | null> {
  const row = await db
    .selectFrom('retention_settings')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { default_days: defaultDays, channel_days: channelDays, counted_from: countedFrom } = row;
  return {
    rule: retentionRule.parse({ defaultDays, channelDays, countedFrom }),
    ...{ startsAt: row.starts_at, nextRunAt: row.next_run_at, changedBy: row.changed_by, changedAt: row.changed_at },
  };
}

/** A stricter rule begins after the days of grace; one that only keeps more begins when the old one would have. */
export async function saveRule(
  db: Db,
  workspace: number,
  { rule, by, now }: { rule: RetentionRule; by: string; now: Date },
): Promise<void> {
  const before = await loadRule(db, workspace);
  const inGrace = new Date(now.getTime() + graceDays * dayMilliseconds);
  const startsAt = isStricter(rule, before?.rule ?? null) ? inGrace : (before?.startsAt ?? inGrace);
  await sql`
    INSERT INTO retention_settings
      (workspace_id, default_days, channel_days, counted_from, starts_at, next_run_at, changed_by, changed_at)
    VALUES (${workspace}, ${rule.defaultDays}, ${JSON.stringify(rule.channelDays)}::jsonb, ${rule.countedFrom}, ${startsAt},
      ${startsAt}, ${by}, ${now})
    ON CONFLICT (workspace_id) DO UPDATE SET default_days = excluded.default_days, channel_days = excluded.channel_days,
      counted_from = excluded.counted_from, starts_at = excluded.starts_at,
      next_run_at = greatest(excluded.starts_at, retention_settings.next_run_at), changed_by = excluded.changed_by,
      changed_at = excluded.changed_at`.execute(db);
}

const dayMilliseconds = 86_400_000;

export async function loadRetention(db: Db, workspace: number, now: Date): Promise<Retention> {
  const stored = await loadRule(db, workspace);
  const user = await db
    .selectFrom('users')
    .select('name')
    .where('id', '=', stored?.changedBy ?? '')
    .executeTakeFirst();
  const runs = await db
    .selectFrom('retention_runs')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .orderBy('id', 'desc')
    .limit(10)
    .execute();
  return retention.parse({
    rule: stored?.rule ?? null,
    startsAt: isoOf(stored?.startsAt ?? null),
    nextRunAt: isoOf(stored?.nextRunAt ?? null),
    changedBy: stored === null ? null : (user?.name ?? (stored.changedBy === 'local' ? 'You' : 'Somebody')),
    changedAt: isoOf(stored?.changedAt ?? null),
    preview: await previewRule(db, workspace, { rule: stored?.rule ?? proposedRule, now }),
    runs: runs.map(toRun),
  });
}

const toRun = (row: Selectable<RetentionRuns>): RetentionRun =>
  retentionRun.parse({
    ...{ id: String(row.id), startedAt: row.started_at.toISOString(), finishedAt: isoOf(row.finished_at) },
    ...{ conversations: row.conversations, people: row.people, byChannel: row.by_channel },
  });

export interface RuleAt {
  rule: RetentionRule;
  now: Date;
}

/** What the rule would delete at this instant. */
export async function previewRule(db: Db, workspace: number, at: RuleAt): Promise<RetentionPreview> {
  const { rows } = await sql<{ channel: Channel; stored: number; conversations: number; byDate: number; oldest: Date }>`
    WITH l AS (${limits(at)}), expired AS (
      SELECT c.id, c.channel, coalesce(c.last_at, ${arrivedAt}) AS at, ${isExpired(at.rule)} AS goes
      FROM conversations c JOIN l ON l.channel = c.channel
      WHERE c.workspace_id = ${workspace} AND (c.last_at IS NULL OR c.last_at < l.before)
    )
    SELECT s.channel, s.stored, coalesce(e.conversations, 0) AS conversations, coalesce(e."byDate", 0) AS "byDate", e.oldest
    FROM (SELECT channel, count(*) AS stored FROM conversations WHERE workspace_id = ${workspace} GROUP BY channel) s
    LEFT JOIN (
      SELECT channel, count(*) FILTER (WHERE goes) AS conversations, count(*) AS "byDate",
        min(at) FILTER (WHERE goes) AS oldest
      FROM expired GROUP BY channel
    ) e ON e.channel = s.channel`.execute(db);
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const oldest = rows.flatMap((row) => row.oldest ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
  return {
    stored: sum(({ stored }) => stored),
    conversations: sum(({ conversations }) => conversations),
    oldest: isoOf(oldest ?? null),
    olderByDate: sum(({ byDate }) => byDate),
    byChannel: channels.flatMap((channel) => {
      const row = rows.find((one) => one.channel === channel);
      if (row === undefined) return [];
      const { stored, conversations } = row;
      return [{ channel, days: daysOf(at.rule, channel), stored, conversations, oldest: isoOf(row.oldest) }];
    }),
  };
}

/** Channels that have a limit, each with the instant before which nothing of it is kept. */
function limits({ rule, now }: RuleAt): RawBuilder<unknown> {
  const given = channels.flatMap((channel) => {
    const days = daysOf(rule, channel);
    return days === null ? [] : [{ channel, before: new Date(now.getTime() - days * dayMilliseconds).toISOString() }];
  });
  return sql`SELECT * FROM json_to_recordset(${JSON.stringify(given)}::json) AS x(channel text, before timestamptz)`;
}

/** When the conversation `c` first came here, by whatever way. */
const arrivedAt = sql`coalesce(
  (SELECT min(i.started_at) FROM import_conversations h
    JOIN imports i ON i.workspace_id = h.workspace_id AND i.id = h.import_id
    WHERE h.workspace_id = c.workspace_id AND h.conversation_id = c.id),
  (SELECT i.started_at FROM imports i WHERE i.workspace_id = c.workspace_id AND i.id = c.import_id))`;

/** Of a conversation `c` whose last message is older than its limit `l`. */
const isExpired = ({ countedFrom }: RetentionRule): RawBuilder<boolean> =>
  countedFrom === 'arrival'
    ? sql<boolean>`${arrivedAt} < l.before`
    : sql<boolean>`coalesce(c.last_at, ${arrivedAt}) < l.before`;

export interface ExpiredConversation {
  id: number;
  channel: Channel;
  arrivedAt: Date;
}

/** The first ones that are too old. */
export async function findExpired(
  db: Db,
  workspace: number,
  { limit, ...at }: RuleAt & { limit: number },
  hold: RawBuilder<unknown> = sql``,
): Promise<ExpiredConversation[]> {
  const { rows } = await sql<ExpiredConversation>`
    WITH l AS (${limits(at)})
    SELECT c.id, c.channel, ${arrivedAt} AS "arrivedAt" FROM conversations c JOIN l ON l.channel = c.channel
    WHERE c.workspace_id = ${workspace} AND (c.last_at IS NULL OR c.last_at < l.before) AND ${isExpired(at.rule)}
    ORDER BY c.id LIMIT ${limit} ${hold}`.execute(db);
  return rows;
}

export interface DeletedPiece {
  conversations: number;
  /** Customers of whom nothing was left. */
  people: number;
  byChannel: Partial<Record<Channel, number>>;
}

/** Deletes up to so many conversations that are too old, with everything in them. One in another's hands is left for later. */
export async function deleteExpired(
  db: Db,
  workspace: number,
  { limit, ...at }: RuleAt & { limit: number },
): Promise<DeletedPiece> {
  const due = await findExpired(db, workspace, { ...at, limit }, sql`FOR UPDATE OF c SKIP LOCKED`);
  const { people } = await deleteConversations(
    db,
    workspace,
    due.map(({ id }) => id),
  );
  const byChannel: DeletedPiece['byChannel'] = {};
  for (const { channel } of due) byChannel[channel] = (byChannel[channel] ?? 0) + 1;
  return { conversations: due.length, people, byChannel };
}

/** With messages, scores, reviews and quotes; then customers of whom nothing is left. */
export async function deleteConversations(
  db: Db,
  workspace: number,
  ids: readonly number[],
): Promise<{ messages: number; people: number }> {
  if (ids.length === 0) return { messages: 0, people: 0 };
  const written = await sql<{ id: number; messages: number }>`
    SELECT author_id AS id, count(*)::integer AS messages FROM messages
    WHERE workspace_id = ${workspace} AND conversation_id = ANY(${ids}::bigint[]) GROUP BY author_id`.execute(db);
  // A follow-up names what it takes up; past reviews name it in the words of their file.
  await sql`
    UPDATE conversations f SET follow_up_of = NULL FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.id = ANY(${ids}::bigint[])
      AND f.workspace_id = ${workspace} AND f.source = c.source AND f.follow_up_of = c.source_id`.execute(db);
  await sql`
    DELETE FROM hook_deliveries d WHERE d.workspace_id = ${workspace} AND EXISTS (
      SELECT FROM jsonb_array_elements(CASE WHEN jsonb_typeof(d.body->'conversations') = 'array'
        THEN d.body->'conversations' ELSE '[]' END) one
      WHERE one->>'id' = ANY(${ids.map(String)}::text[]))`.execute(db);
  await sql`
    DELETE FROM conversations WHERE workspace_id = ${workspace} AND id = ANY(${ids}::bigint[])`.execute(db);
  const authors = written.rows.map(({ id }) => id);
  await recountAuthors(db, workspace, authors);
  const people = await forgetEmptyAuthors(db, workspace, authors);
  return { messages: written.rows.reduce((sum, { messages }) => sum + messages, 0), people };
}
