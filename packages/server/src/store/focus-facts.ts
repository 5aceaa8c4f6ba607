/** Scored conversations as the focus analysis reads them: facts, no text but the short quotes of reading tips. */
import type { QualityId, ScoreVerdict } from '@rapport/contract';
import {
  type ConversationFacts,
  type FocusInput,
  isSatisfied,
  type QualityFacts,
  type SignalKind,
} from '@rapport/insight';
import { sql } from 'kysely';
import type { Db } from './open-store.ts';

/** The same, while it is being put together. */
type Facts = Omit<ConversationFacts, 'signals' | 'assessments'> & {
  signals: ConversationFacts['signals'][number][];
  assessments: { agent: string; qualities: QualityFacts[] }[];
};

/**
 * Everything `findFocus` needs, conversations in the order in which they came in. Ask within one snapshot: what is
 * scored meanwhile must be in all parts or in none.
 *
 * @param seed for anything the analysis draws at random
 * @param scorerVersion the only version whose scores are read; what another one scored is counted as left out
 */
export async function loadFocusInput(
  db: Db,
  workspace: number,
  { seed, scorerVersion }: { seed: number; scorerVersion: string },
): Promise<FocusInput> {
  const facts = await loadConversationFacts(db, workspace, scorerVersion);
  await addSignals(db, workspace, facts);
  await addQualities(db, workspace, facts);
  const totals = await loadTotals(db, workspace);
  return {
    ...totals,
    conversations: [...facts.values()],
    notScored: [
      ...(await listNotScored(db, workspace, null)),
      ...(await listOtherScorer(db, workspace, scorerVersion)),
    ],
    // Reviews are whole scorecards by persons; single checked moments are none.
    reviews: 0,
    scorerVersion,
    seed,
  };
}

async function loadConversationFacts(db: Db, workspace: number, scorerVersion: string): Promise<Map<number, Facts>> {
  const rows = await db
    .selectFrom('conversations')
    .select(['id', 'wrote_again', 'csat_value', 'csat_max', 'feeling_first', 'feeling_last'])
    .where('workspace_id', '=', workspace)
    .where('scorer_version', '=', scorerVersion)
    .where('not_scored', 'is', null)
    .orderBy('id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: String(row.id),
        signals: [],
        wroteAgain: row.wrote_again,
        satisfied: isSatisfied({
          csatRaw: row.csat_value === null ? null : String(row.csat_value),
          csatMax: row.csat_max,
        }),
        feelingFirst: row.feeling_first,
        feelingLast: row.feeling_last,
        assessments: [],
      },
    ]),
  );
}

async function addSignals(db: Db, workspace: number, facts: ReadonlyMap<number, Facts>): Promise<void> {
  const { rows } = await sql<{ conversation_id: number; kind: SignalKind; position: number }>`
    SELECT conversation_id, kind, position FROM signals WHERE workspace_id = ${workspace} ORDER BY conversation_id, number
  `.execute(db);
  for (const { conversation_id, kind, position } of rows) {
    facts.get(conversation_id)?.signals.push({ kind, position });
  }
}

interface QualityRow {
  conversation_id: number;
  author_id: number;
  quality: QualityId;
  verdict: ScoreVerdict;
  confidence: number;
  called_at: number;
  quote: string | null;
  why: string | null;
}

async function addQualities(db: Db, workspace: number, facts: ReadonlyMap<number, Facts>): Promise<void> {
  const { rows } = await sql<QualityRow>`
    SELECT s.conversation_id, s.author_id, s.quality, s.verdict, s.confidence, s.called_at,
      coalesce(m.trigger_quote, m.response_quote) AS quote, m.why
    FROM scores s
    LEFT JOIN moments m ON m.workspace_id = ${workspace} AND m.assessment_id = s.assessment_id AND m.number = s.worst_moment
    WHERE s.workspace_id = ${workspace} AND s.verdict <> 'no-opportunity' AND s.called_at IS NOT NULL
    ORDER BY s.assessment_id, s.quality COLLATE "C"
  `.execute(db);
  for (const row of rows) {
    const one = facts.get(row.conversation_id);
    if (one === undefined) continue;
    const agent = String(row.author_id);
    let assessment = one.assessments.find((known) => known.agent === agent);
    if (assessment === undefined) {
      assessment = { agent, qualities: [] };
      one.assessments.push(assessment);
    }
    assessment.qualities.push({
      quality: row.quality,
      verdict: row.verdict,
      confidence: row.confidence,
      calledAt: row.called_at,
      quote: row.quote ?? '',
      why: row.why ?? '',
    });
  }
}

async function loadTotals(db: Db, workspace: number): Promise<Pick<FocusInput, 'totals' | 'period'>> {
  const { rows } = await sql<{ conversations: number; messages: number; first: Date | null; last: Date | null }>`
    SELECT count(*) AS conversations, coalesce(sum(message_count), 0)::bigint AS messages,
      min(first_at) AS first, max(last_at) AS last
    FROM conversations WHERE workspace_id = ${workspace}
  `.execute(db);
  const [row] = rows;
  return {
    totals: { conversations: row?.conversations ?? 0, messages: row?.messages ?? 0 },
    period: { from: row?.first?.toISOString() ?? null, to: row?.last?.toISOString() ?? null },
  };
}

/** Why conversations were not scored, with how many; of one import, or of all. */
export async function listNotScored(
  db: Db,
  workspace: number,
  importId: number | null,
): Promise<{ reason: string; conversations: number }[]> {
  const ofImport =
    importId === null
      ? sql``
      : sql`AND EXISTS (SELECT 1 FROM import_conversations i WHERE i.workspace_id = ${workspace}
          AND i.import_id = ${importId} AND i.conversation_id = c.id)`;
  const { rows } = await sql<{ reason: string; conversations: number }>`
    SELECT not_scored AS reason, count(*) AS conversations FROM conversations c
    WHERE c.workspace_id = ${workspace} AND c.not_scored IS NOT NULL ${ofImport}
    GROUP BY not_scored ORDER BY count(*) DESC, not_scored COLLATE "C"
  `.execute(db);
  return rows;
}

/** Scored, but by another version than the one the answer is read from. */
async function listOtherScorer(
  db: Db,
  workspace: number,
  version: string,
): Promise<{ reason: string; conversations: number }[]> {
  const { rows } = await sql<{ conversations: number }>`
    SELECT count(*) AS conversations FROM conversations
    WHERE workspace_id = ${workspace} AND not_scored IS NULL
      AND (scorer_version < ${version} OR scorer_version > ${version})
  `.execute(db);
  const conversations = rows[0]?.conversations ?? 0;
  return conversations === 0 ? [] : [{ reason: 'other-scorer', conversations }];
}
