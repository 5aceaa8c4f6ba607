/** One conversation with all that was found in it, under the names it may be shown with. */
import {
  authorRole,
  type ConversationDetail,
  channel,
  type Moment,
  moment,
  type QualityScore,
  qualityIds,
  RapportError,
  transcriptMessage,
} from '@rapport/contract';
import { orderMessages } from '@rapport/intake';
import { sql } from 'kysely';
import { listShownNames, nameOf, type ShownNames } from './author-names.ts';
import { numberOf } from './conversation-filter.ts';
import { loadFindings } from './conversation-findings.ts';
import { type EvidenceColumns, evidenceOf } from './evidence-columns.ts';
import { isoOf } from './iso-of.ts';
import { csatOf } from './list-conversations.ts';
import { listEarlier } from './list-earlier.ts';
import type { Db } from './open-store.ts';
import { authorSeen, conversationSeen, type Sees } from './seen.ts';

/** Everything but the summary sentence, which is written from it, and what whoever asks may do. */
export type StoredDetail = Omit<ConversationDetail, 'summary' | 'mayNotePromise'>;

/**
 * The transcript is whole; of what was found in it only what is about the authors whose service may be seen.
 *
 * @throws RapportError `not-found`, also for one in which none of those authors wrote
 */
export async function loadConversationDetail(
  db: Db,
  workspace: number,
  conversationId: string,
  sees: Sees,
): Promise<StoredDetail> {
  const id = numberOf(conversationId);
  const head = await loadHead(db, workspace, id, sees);
  const messages = await loadMessages(db, workspace, id);
  const scores = await loadScores(db, workspace, id, sees);
  const moments = await loadMoments(db, workspace, id, sees);
  const names = await listShownNames(db, workspace, [
    ...messages.map(({ author_id }) => author_id),
    ...scores.map(({ author_id }) => author_id),
  ]);
  const assessed = new Set(scores.map(({ author_id }) => author_id));
  return {
    id: String(head.id),
    sourceId: head.source_id,
    source: head.source,
    channel: channel.catch('other').parse(head.channel),
    subject: head.subject,
    customer: head.customer,
    status: head.status,
    tags: head.tags,
    csat: csatOf(head),
    wroteAgain: head.wrote_again,
    startedAt: isoOf(head.first_at),
    lastAt: isoOf(head.last_at),
    messages: messages.map((row) => toMessage(row, names, assessed)),
    assessments: assessmentsOf(scores, moments, names),
    moments: moments.map((row) => ({ ...toMoment(row), agent: nameOf(names, row.author_id) })),
    ...(await loadFindings(db, workspace, { id, names, sees })),
    exceptional: head.exceptional,
    notScored: head.not_scored,
    scorerVersion: head.scorer_version,
    earlier: await loadEarlier(db, workspace, id, sees),
  };
}

async function loadHead(db: Db, workspace: number, id: number, sees: Sees) {
  const { rows } = await sql<Head>`
    SELECT c.*, coalesce(who.name, c.customer_key, 'Customer') AS customer
    FROM conversations c
    LEFT JOIN authors who ON who.workspace_id = c.workspace_id AND who.source = c.source
      AND who.author_key = c.customer_key AND who.role_said = 'customer'
    WHERE c.workspace_id = ${workspace} AND c.id = ${id} AND ${conversationSeen(workspace, sees)}`.execute(db);
  const head = rows[0];
  if (head !== undefined) return head;
  throw new RapportError('not-found', {
    what: 'There is no such conversation.',
    wayOut: 'It may have been removed; the list shows what is here.',
  });
}

interface Head {
  id: number;
  source: string;
  source_id: string;
  channel: string;
  subject: string;
  customer: string;
  customer_key: string | null;
  status: string | null;
  tags: string[];
  csat_value: number | null;
  csat_min: number | null;
  csat_max: number | null;
  wrote_again: boolean | null;
  first_at: Date | null;
  last_at: Date | null;
  exceptional: boolean;
  not_scored: string | null;
  scorer_version: string | null;
}

interface MessageRow {
  message_id: string;
  position: number;
  at: Date | null;
  role: string;
  author_id: number;
  author_name: string;
  visibility: string;
  text: string;
  valence: number | null;
  label: string | null;
}

/** In the order of the transcript; the role is the author's as corrected, not as imported. */
async function loadMessages(db: Db, workspace: number, id: number): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    SELECT m.message_id, m.position, m.at, a.role, m.author_id, a.name AS author_name, m.visibility, m.text, e.valence, e.label
    FROM messages m
    JOIN authors a ON a.workspace_id = m.workspace_id AND a.id = m.author_id
    LEFT JOIN customer_emotions e ON e.workspace_id = m.workspace_id AND e.conversation_id = m.conversation_id
      AND e.message_id = m.message_id
    WHERE m.workspace_id = ${workspace} AND m.conversation_id = ${id}`.execute(db);
  // The scorer's own order: what it calls the next reply must stand next here.
  const inOrder = orderMessages(rows.map((row) => ({ row, at: isoOf(row.at), order: row.position })));
  return inOrder.map(({ row }) => row);
}

function toMessage(row: MessageRow, names: ShownNames, assessed: ReadonlySet<number>) {
  const role = authorRole.parse(row.role);
  return transcriptMessage.parse({
    id: row.message_id,
    at: isoOf(row.at),
    role,
    author: nameOf(names, row.author_id),
    text: row.text,
    visibility: row.visibility,
    scored: role === 'agent' && row.visibility === 'public' && assessed.has(row.author_id),
    // A second look at the role: nobody but a customer may ever be shown with a feeling.
    emotion: role === 'customer' && row.valence !== null ? { valence: row.valence, label: row.label ?? '' } : null,
  });
}

interface ScoreRow {
  author_id: number;
  quality: string;
  score: number | null;
  verdict: QualityScore['verdict'];
  reason: NonNullable<QualityScore['reason']> | null;
  confidence: number;
}

async function loadScores(db: Db, workspace: number, id: number, sees: Sees): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`
    SELECT s.author_id, s.quality, s.score, s.verdict, s.reason, s.confidence
    FROM assessments a JOIN scores s ON s.workspace_id = a.workspace_id AND s.assessment_id = a.id
    WHERE a.workspace_id = ${workspace} AND a.conversation_id = ${id} AND ${authorSeen(sees, sql`a.author_id`)}
    ORDER BY a.id`.execute(db);
  return rows;
}

interface MomentRow extends EvidenceColumns<'trigger'>, EvidenceColumns<'response'> {
  author_id: number;
  quality: string;
  verdict: string;
  confidence: number;
  weight: number;
  rule: string;
  why: string;
}

async function loadMoments(db: Db, workspace: number, id: number, sees: Sees): Promise<MomentRow[]> {
  const { rows } = await sql<MomentRow>`
    SELECT o.* FROM assessments a JOIN moments o ON o.workspace_id = a.workspace_id AND o.assessment_id = a.id
    WHERE a.workspace_id = ${workspace} AND a.conversation_id = ${id} AND ${authorSeen(sees, sql`a.author_id`)}
    ORDER BY o.assessment_id, o.number`.execute(db);
  return rows;
}

function toMoment(row: MomentRow): Moment {
  const { quality, verdict, confidence, weight, rule, why } = row;
  return moment.parse({
    ...{ quality, verdict, confidence, weight, rule, why },
    trigger: evidenceOf(row, 'trigger'),
    response: evidenceOf(row, 'response'),
  });
}

function assessmentsOf(
  scores: readonly ScoreRow[],
  moments: readonly MomentRow[],
  names: ShownNames,
): ConversationDetail['assessments'] {
  return [...new Set(scores.map(({ author_id }) => author_id))].map((authorId) => {
    const own = scores.filter(({ author_id }) => author_id === authorId);
    const itsMoments = moments.filter(({ author_id }) => author_id === authorId);
    const qualities = qualityIds.map((id): [string, QualityScore] => {
      const score = own.find(({ quality }) => quality === id);
      const found = itsMoments.filter(({ quality }) => quality === id).map(toMoment);
      return [id, scoreOf(score, found)];
    });
    // Every quality id is listed above, which the type of a record by those ids asks for.
    const byId = Object.fromEntries(qualities) as ConversationDetail['assessments'][number]['qualities'];
    return { agentId: String(authorId), agent: nameOf(names, authorId), qualities: byId };
  });
}

function scoreOf(row: ScoreRow | undefined, moments: Moment[]): QualityScore {
  // A quality that this scorer version did not know yet had no opportunity to be scored.
  if (row === undefined) {
    return { score: null, verdict: 'no-opportunity', reason: 'no-opportunity', confidence: 0, moments };
  }
  const { score, verdict, reason, confidence } = row;
  return { score, verdict, ...(reason === null ? {} : { reason }), confidence, moments };
}

/** Earlier ones of the same customer, as the scorer saw them; newest first. */
async function loadEarlier(db: Db, workspace: number, id: number, sees: Sees): Promise<ConversationDetail['earlier']> {
  const pairs = await listEarlier(db, workspace, [id]);
  if (pairs.length === 0) return [];
  const { rows } = await sql<{ id: number; subject: string; first_words: string; last_at: Date | null }>`
    SELECT c.id, c.subject, c.first_words, c.last_at FROM conversations c
    WHERE c.workspace_id = ${workspace} AND ${conversationSeen(workspace, sees)} AND c.id = ANY(${pairs.map(({ earlierId }) => earlierId)}::bigint[])
    ORDER BY c.first_at DESC, c.id DESC`.execute(db);
  return rows.map((row) => ({
    id: String(row.id),
    subject: row.subject === '' ? row.first_words : row.subject,
    lastAt: isoOf(row.last_at),
  }));
}
