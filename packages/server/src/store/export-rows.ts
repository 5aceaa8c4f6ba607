/**
 * Everything as rows for a file, in pieces along the primary key: memory stays flat, and no transaction stays open while
 * somebody's network is slow. Agents stand under the names of `author-names.ts`.
 */
import { sql } from 'kysely';
import { listShownNames, nameOf } from './author-names.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';
import { authorSeen, conversationSeen, type Sees } from './seen.ts';

export type ExportCell = string | number | boolean | null;
export type ExportRow = Record<string, ExportCell>;

/** One piece: rows after a place, and the place to go on from; null at the end. */
export interface ExportPiece {
  rows: ExportRow[];
  next: number | null;
}

export type ExportKind = 'conversations' | 'scores' | 'checks';

/** Conversations per piece. */
const pieceSize = 500;

export const exportColumns: Record<ExportKind, readonly string[]> = {
  conversations: [
    ...['id', 'source', 'source_id', 'channel', 'subject', 'customer', 'agents', 'status', 'resolved', 'tags'],
    ...[
      'csat',
      'csat_min',
      'csat_max',
      'csat_comment',
      'first_at',
      'last_at',
      'messages',
      'feeling_first',
      'feeling_last',
      'heard',
    ],
    ...['heard_seconds', 'signals', 'wrote_again', 'open_promises', 'goodwill', 'exceptional', 'not_scored'],
    ...['follow_up_of', 'scorer_version'],
  ],
  scores: [
    ...['conversation_id', 'source', 'source_id', 'agent', 'quality', 'score', 'verdict', 'reason', 'confidence'],
    ...['moments', 'scorer_version'],
  ],
  checks: [
    ...['deck_id', 'card', 'conversation_id', 'quality', 'your_verdict', 'machine_verdict', 'machine_confidence'],
    ...['drawn_probability', 'seconds', 'answered_at', 'scorer_version', 'rule'],
  ],
};

export function loadExportPiece(
  db: Db,
  workspace: number,
  kind: ExportKind,
  wanted: PieceWanted,
): Promise<ExportPiece> {
  return loaders[kind](db, workspace, wanted);
}

/** What comes after a place, as far as the person may see it. */
export interface PieceWanted {
  after: number;
  sees: Sees;
}

const loaders: Record<ExportKind, (db: Db, workspace: number, wanted: PieceWanted) => Promise<ExportPiece>> = {
  conversations: loadConversationRows,
  scores: loadScoreRows,
  checks: loadCheckRows,
};

async function loadConversationRows(db: Db, workspace: number, { after, sees }: PieceWanted): Promise<ExportPiece> {
  const { rows } = await sql<ConversationColumns>`
    SELECT c.*, coalesce(who.name, c.customer_key) AS customer
    FROM conversations c
    LEFT JOIN authors who ON who.workspace_id = c.workspace_id AND who.source = c.source
      AND who.author_key = c.customer_key AND who.role_said = 'customer'
    WHERE c.workspace_id = ${workspace} AND c.id > ${after} AND ${conversationSeen(workspace, sees)}
    ORDER BY c.id LIMIT ${pieceSize}`.execute(db);
  const names = await listShownNames(
    db,
    workspace,
    rows.flatMap(({ agent_ids }) => agent_ids),
  );
  return {
    rows: rows.map((row) => ({
      id: row.id,
      source: row.source,
      source_id: row.source_id,
      channel: row.channel,
      subject: row.subject,
      customer: row.customer,
      agents: row.agent_ids.map((id) => nameOf(names, id)).join('; '),
      status: row.status,
      resolved: row.resolved,
      tags: row.tags.join('; '),
      csat: row.csat_value,
      csat_min: row.csat_min,
      csat_max: row.csat_max,
      csat_comment: row.csat_comment,
      first_at: isoOf(row.first_at),
      last_at: isoOf(row.last_at),
      messages: row.message_count,
      feeling_first: row.feeling_first,
      feeling_last: row.feeling_last,
      heard: row.heard,
      heard_seconds: row.heard_seconds,
      signals: row.signals.join('; '),
      wrote_again: row.wrote_again,
      open_promises: row.open_promises,
      goodwill: row.goodwill_count,
      exceptional: row.exceptional,
      not_scored: row.not_scored,
      follow_up_of: row.follow_up_of,
      scorer_version: row.scorer_version,
    })),
    next: nextAfter(rows.map(({ id }) => id)),
  };
}

interface ConversationColumns {
  id: number;
  source: string;
  source_id: string;
  channel: string;
  subject: string;
  customer: string | null;
  agent_ids: number[];
  status: string | null;
  resolved: boolean | null;
  tags: string[];
  csat_value: number | null;
  csat_min: number | null;
  csat_max: number | null;
  csat_comment: string | null;
  first_at: Date | null;
  last_at: Date | null;
  message_count: number;
  feeling_first: number | null;
  feeling_last: number | null;
  heard: string;
  heard_seconds: number | null;
  signals: string[];
  wrote_again: boolean | null;
  open_promises: number;
  goodwill_count: number;
  exceptional: boolean;
  not_scored: string | null;
  follow_up_of: string | null;
  scorer_version: string | null;
}

async function loadScoreRows(db: Db, workspace: number, { after, sees }: PieceWanted): Promise<ExportPiece> {
  const piece = await sql<{ id: number }>`
    SELECT c.id FROM conversations c WHERE c.workspace_id = ${workspace} AND c.id > ${after}
      AND ${conversationSeen(workspace, sees)}
    ORDER BY c.id LIMIT ${pieceSize}`.execute(db);
  const ids = piece.rows.map(({ id }) => id);
  const { rows } = await sql<ExportRow & { author_id: number }>`
    SELECT c.id AS conversation_id, c.source, c.source_id, s.author_id, s.quality, s.score, s.verdict, s.reason,
      s.confidence, (SELECT count(*) FROM moments o WHERE o.workspace_id = s.workspace_id
        AND o.assessment_id = s.assessment_id AND o.quality = s.quality) AS moments, a.scorer_version
    FROM conversations c
    JOIN assessments a ON a.workspace_id = c.workspace_id AND a.conversation_id = c.id
    JOIN scores s ON s.workspace_id = a.workspace_id AND s.assessment_id = a.id
    WHERE c.workspace_id = ${workspace} AND c.id = ANY(${ids}::bigint[])
      AND ${authorSeen(sees, sql`s.author_id`)}
    ORDER BY c.id, a.id, s.quality COLLATE "C"`.execute(db);
  const names = await listShownNames(
    db,
    workspace,
    rows.map(({ author_id }) => author_id),
  );
  return {
    rows: rows.map(({ author_id, ...row }) => ({ ...row, agent: nameOf(names, author_id) })),
    next: nextAfter(ids),
  };
}

async function loadCheckRows(db: Db, workspace: number, { after, sees }: PieceWanted): Promise<ExportPiece> {
  const decks = await sql<{ id: number }>`
    SELECT id FROM check_decks WHERE workspace_id = ${workspace} AND id > ${after}
    ORDER BY id LIMIT ${pieceSize}`.execute(db);
  const ids = decks.rows.map(({ id }) => id);
  const { rows } = await sql<ExportRow & { answered_at: Date | null }>`
    SELECT k.deck_id, k.position AS card, k.conversation_id, k.quality, k.human_verdict AS your_verdict,
      k.moment->>'verdict' AS machine_verdict, (k.moment->>'confidence')::double precision AS machine_confidence,
      k.drawn_probability, k.seconds, k.answered_at, d.scorer_version, k.moment->>'rule' AS rule
    FROM check_cards k JOIN check_decks d ON d.workspace_id = k.workspace_id AND d.id = k.deck_id
    WHERE k.workspace_id = ${workspace} AND k.deck_id = ANY(${ids}::bigint[]) AND k.human_verdict IS NOT NULL
      AND ${authorSeen(sees, sql`k.author_id`)}
    ORDER BY k.deck_id, k.position`.execute(db);
  return {
    // Cards without an answer stay out: their machine verdict is hidden until there is one.
    rows: rows.map(({ answered_at, ...row }) => ({ ...row, answered_at: isoOf(answered_at) })),
    next: nextAfter(ids),
  };
}

function nextAfter(ids: readonly number[]): number | null {
  return ids.length < pieceSize ? null : (ids.at(-1) ?? null);
}
