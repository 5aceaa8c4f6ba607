/** One page of conversations under a filter, and how many there are in all. */
import {
  type ConversationFilter,
  type ConversationRow,
  channel,
  conversationRow,
  qualityId,
  scoreVerdict,
} from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import { listShownNames, nameOf } from './author-names.ts';
import { listContactAuthors } from './contacts.ts';
import { filterConditions, numberOf } from './conversation-filter.ts';
import { type Cursor, orders, readCursor, writeCursor } from './conversation-order.ts';
import type { Db } from './open-store.ts';
import { authorSeen, type Sees } from './seen.ts';

export interface ConversationPage {
  rows: ConversationRow[];
  next: string | null;
  total: number;
  totalIsExact: boolean;
}

export interface PageWanted {
  filter: ConversationFilter;
  /** Whose service the person may see. */
  sees: Sees;
  /** Cursor of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
}

/** Counted one by one up to here; above it the planner's estimate must do, and is said to be one. */
const countedUpTo = 10_000;

export async function listConversations(db: Db, workspace: number, wanted: PageWanted): Promise<ConversationPage> {
  const { filter, sees, after, limit = 50 } = wanted;
  const sort = filter.sort ?? 'newest';
  const cursor = after === undefined ? null : readCursor(after, sort);
  const found = await loadRows(db, filterConditions(workspace, filter, sees), { sort, cursor, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const total = await countConversations(db, workspace, filter, sees);
  return {
    rows: await completeRows(db, workspace, wanted, page),
    next: found.length > limit && last !== undefined ? writeCursor({ sort, value: last.sort_text, id: last.id }) : null,
    ...total,
  };
}

/** Exact up to 10,000; above that what PostgreSQL expects from its statistics, never below what was counted. */
export async function countConversations(
  db: Db,
  workspace: number,
  filter: ConversationFilter,
  sees: Sees,
): Promise<{ total: number; totalIsExact: boolean }> {
  const matching = sql`FROM conversations c WHERE ${sql.join(filterConditions(workspace, filter, sees), sql` AND `)}`;
  const counted = await sql<{ n: number }>`
    SELECT count(*) AS n FROM (SELECT 1 ${matching} LIMIT ${countedUpTo + 1}) AS matching`.execute(db);
  const n = counted.rows[0]?.n ?? 0;
  if (n <= countedUpTo) return { total: n, totalIsExact: true };
  const explained = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    EXPLAIN (FORMAT JSON) SELECT 1 ${matching}`.execute(db);
  const expected = explained.rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
  return { total: Math.max(n, Math.round(expected)), totalIsExact: false };
}

interface FoundRow {
  id: number;
  source: string;
  source_id: string;
  customer: string;
  first_words: string;
  subject: string;
  agent_ids: number[];
  channel: string;
  feeling_first: number | null;
  feeling_last: number | null;
  heard: ConversationRow['heard'];
  heard_seconds: number | null;
  need_quality: string | null;
  need_verdict: string | null;
  need_confidence: number | null;
  csat_value: number | null;
  csat_min: number | null;
  csat_max: number | null;
  signals: string[];
  wrote_again: boolean | null;
  exceptional: boolean;
  last_at: Date | null;
  message_count: number;
  sort_text: string | null;
}

interface Part {
  sort: keyof typeof orders;
  cursor: Cursor | null;
  limit: number;
}

async function loadRows(db: Db, conditions: RawBuilder<boolean>[], { sort, cursor, limit }: Part): Promise<FoundRow[]> {
  const order = orders[sort];
  const inFirstPart = cursor === null || cursor.value !== null;
  const found: FoundRow[] = [];
  if (inFirstPart) {
    const from = cursor?.value == null ? [] : [order.after(cursor.value, cursor.id)];
    found.push(...(await selectRows(db, [...conditions, order.hasValue, ...from], order.text, order.by, limit)));
    if (found.length === limit) return found;
  }
  const byId = order.idDirection === 'asc' ? sql`c.id ASC` : sql`c.id DESC`;
  const beyond = order.idDirection === 'asc' ? sql`c.id > ` : sql`c.id < `;
  const from = inFirstPart || cursor === null ? [] : [sql<boolean>`${beyond}${cursor.id}`];
  const none = [...conditions, order.hasNone, ...from];
  found.push(...(await selectRows(db, none, sql`NULL::text`, byId, limit - found.length)));
  return found;
}

async function selectRows(
  db: Db,
  conditions: RawBuilder<boolean>[],
  sortText: RawBuilder<string>,
  by: RawBuilder<unknown>,
  limit: number,
): Promise<FoundRow[]> {
  // The name beside each customer key is looked up for the rows of the page only: the limit comes first.
  const result = await sql<FoundRow>`
    SELECT page.*, coalesce(who.name, page.customer_key, 'Customer') AS customer
    FROM (
      SELECT c.id, c.source, c.source_id, c.customer_key, c.first_words, c.subject, c.agent_ids, c.channel,
        c.feeling_first, c.feeling_last, c.heard, c.heard_seconds, c.need_quality, c.need_verdict, c.need_confidence,
        c.csat_value, c.csat_min, c.csat_max, c.signals, c.wrote_again, c.exceptional, c.last_at, c.message_count,
        c.workspace_id, ${sortText} AS sort_text, row_number() OVER () AS place
      FROM (SELECT c.* FROM conversations c WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${by} LIMIT ${limit}) AS c
    ) AS page
    LEFT JOIN authors who ON who.workspace_id = page.workspace_id AND who.source = page.source
      AND who.author_key = page.customer_key AND who.role_said = 'customer'
    ORDER BY page.place`.execute(db);
  return result.rows;
}

async function completeRows(
  db: Db,
  workspace: number,
  { filter, sees }: PageWanted,
  found: readonly FoundRow[],
): Promise<ConversationRow[]> {
  const ids = found.map(({ id }) => id);
  // Nobody was scored in a contact, yet somebody had it.
  const inContact = await listContactAuthors(db, workspace, ids);
  const agentsOf = ({ id, agent_ids }: FoundRow) => inContact.get(id) ?? agent_ids;
  const names = await listShownNames(db, workspace, found.flatMap(agentsOf));
  const asked = await loadAskedVerdicts(db, workspace, { filter, sees }, ids);
  return found.map((row) =>
    conversationRow.parse({
      id: String(row.id),
      sourceId: row.source_id,
      source: row.source,
      customer: row.customer,
      firstWords: row.first_words === '' ? row.subject : row.first_words,
      agents: agentsOf(row).map((id) => nameOf(names, id)),
      channel: channel.catch('other').parse(row.channel),
      feelingFirst: row.feeling_first,
      feelingLast: row.feeling_last,
      heardSeconds: row.heard_seconds,
      heard: row.heard,
      ...verdictOf(row, filter, asked),
      csat: csatOf(row),
      signals: row.wrote_again === true ? [...row.signals, 'wrote-again'] : row.signals,
      exceptional: row.exceptional,
      lastAt: row.last_at?.toISOString() ?? null,
      messages: row.message_count,
    }),
  );
}

interface AskedVerdict {
  conversation_id: number;
  verdict: string;
  confidence: number;
}

/** With a quality in the filter: the verdict of that quality, of the author most in need of a look. */
async function loadAskedVerdicts(
  db: Db,
  workspace: number,
  { filter: { quality, verdict, agentId }, sees }: Pick<PageWanted, 'filter' | 'sees'>,
  ids: readonly number[],
): Promise<Map<number, AskedVerdict>> {
  if (quality === undefined || ids.length === 0) return new Map();
  const { rows } = await sql<AskedVerdict>`
    SELECT DISTINCT ON (s.conversation_id) s.conversation_id, s.verdict, s.confidence
    FROM scores s
    WHERE s.workspace_id = ${workspace} AND s.quality = ${quality}
      AND s.verdict = ANY(${verdict === undefined ? ['met', 'partly', 'missed', 'no-opportunity'] : [verdict]}::text[])
      AND s.conversation_id = ANY(${[...ids]}::bigint[])
      ${agentId === undefined ? sql`` : sql`AND s.author_id = ${numberOf(agentId)}`}
      AND ${authorSeen(sees, sql`s.author_id`)}
    ORDER BY s.conversation_id,
      array_position(ARRAY['missed', 'partly', 'met', 'no-opportunity'], s.verdict), s.confidence DESC`.execute(db);
  return new Map(rows.map((row) => [row.conversation_id, row]));
}

function verdictOf(row: FoundRow, { quality }: ConversationFilter, asked: Map<number, AskedVerdict>) {
  if (quality !== undefined) {
    const one = asked.get(row.id);
    return { verdict: one?.verdict ?? null, verdictQuality: quality, verdictConfidence: one?.confidence ?? null };
  }
  const verdict = scoreVerdict.nullable().catch(null).parse(row.need_verdict);
  const verdictQuality = qualityId.nullable().catch(null).parse(row.need_quality);
  return { verdict, verdictQuality, verdictConfidence: row.need_confidence };
}

export function csatOf(row: { csat_value: number | null; csat_min: number | null; csat_max: number | null }) {
  const { csat_value: value, csat_min: min, csat_max: max } = row;
  return value === null || min === null || max === null ? null : { value, min, max };
}
