/** What the machine says of one author's part in one conversation, category by category of a scorecard. */
import { listCategories, type MachineReading, type ScorecardContent, verdict } from '@rapport/contract';
import { sql } from 'kysely';
import { type EvidenceColumns, evidenceOf } from '../evidence-columns.ts';
import type { Db } from '../open-store.ts';

interface ReadingRow extends EvidenceColumns<'trigger'>, EvidenceColumns<'response'> {
  quality: string;
  score: number | null;
  verdict: string;
  confidence: number;
  why: string | null;
}

export interface MachineOpinion {
  /** Null: nothing of this author was scored. */
  scorerVersion: string | null;
  readings: MachineReading[];
}

/** Only categories that stand for one of the qualities; those of the team's own are read from the words themselves. */
export async function loadMachineOpinion(
  db: Db,
  workspace: number,
  { conversation, author, content }: { conversation: number; author: number; content: ScorecardContent },
): Promise<MachineOpinion> {
  const assessment = await db
    .selectFrom('assessments')
    .select(['id', 'scorer_version'])
    .where('workspace_id', '=', workspace)
    .where('conversation_id', '=', conversation)
    .where('author_id', '=', author)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (assessment === undefined) return { scorerVersion: null, readings: [] };
  // The moment that says most: the worst where one was not met, else the weightiest.
  const { rows } = await sql<ReadingRow>`
    SELECT s.quality, s.score, s.verdict, s.confidence, m.why, m.trigger_message_id, m.trigger_start, m.trigger_end,
      m.trigger_quote, m.response_message_id, m.response_start, m.response_end, m.response_quote
    FROM scores s
    LEFT JOIN LATERAL (SELECT * FROM moments o WHERE o.workspace_id = s.workspace_id
        AND o.assessment_id = s.assessment_id AND o.quality = s.quality
      ORDER BY o.number = s.worst_moment DESC NULLS LAST, o.weight DESC, o.number LIMIT 1) m ON true
    WHERE s.workspace_id = ${workspace} AND s.assessment_id = ${assessment.id}`.execute(db);
  const byQuality = new Map(rows.map((row) => [row.quality, row]));
  const readings = listCategories(content).flatMap(({ id, kind }): MachineReading[] => {
    const row = kind.type === 'quality' ? byQuality.get(kind.quality) : undefined;
    if (kind.type !== 'quality' || row === undefined) return [];
    const isCalled = row.verdict !== 'no-opportunity' && row.score !== null;
    return [
      {
        categoryId: id,
        quality: kind.quality,
        score: isCalled ? row.score : null,
        verdict: isCalled ? verdict.parse(row.verdict) : null,
        confidence: row.confidence,
        why: isCalled ? (row.why ?? '') : 'Nothing called for it.',
        quote: isCalled ? (evidenceOf(row, 'response') ?? evidenceOf(row, 'trigger')) : null,
      },
    ];
  });
  return { scorerVersion: assessment.scorer_version, readings };
}
