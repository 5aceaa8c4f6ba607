/** What the rates from reviews are computed from: machine scores of all, human judgements of those drawn at random. */
import {
  listCategories,
  type MachineReading,
  machineReading,
  type QualityId,
  qualityId,
  type ReviewContent,
  reviewContent,
  type ScorecardContent,
  type ScoreVerdict,
  scoreVerdict,
} from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { isUncontested } from '../disputes.ts';
import type { Db } from '../open-store.ts';
import { type Period, partsInReach, type Reach } from './reach.ts';

export interface StratumFacts {
  quality: QualityId;
  agent: number;
  reach: string;
  size: number;
  machineMean: number;
}

/** @param quality only this one; null: all */
export async function listStrata(
  db: Db,
  workspace: number,
  { period, reaches, quality }: { period: Period; reaches: readonly Reach[]; quality: QualityId | null },
): Promise<StratumFacts[]> {
  const { rows } = await sql<StratumFacts>`
    WITH ${partsInReach(workspace, period, reaches)}
    SELECT s.quality, p.author AS agent, p.reach, count(*) AS size, avg(s.score) AS "machineMean"
    FROM parts p JOIN scores s ON s.workspace_id = ${workspace} AND s.assessment_id = p.assessment
    WHERE p.reach IS NOT NULL AND s.verdict <> 'no-opportunity' AND (${quality}::text IS NULL OR s.quality = ${quality})
      AND ${isUncontested(workspace)}
    GROUP BY s.quality, p.author, p.reach ORDER BY s.quality COLLATE "C", p.author, p.reach`.execute(db);
  return rows.map((row) => ({ ...row, quality: qualityId.parse(row.quality) }));
}

export interface ReviewFacts {
  id: number;
  conversation: number;
  agent: number;
  reach: string;
  content: ReviewContent;
  versionId: number;
  score: number | null;
  /** The machine's scores as they are now, of what was called for. */
  machine: Readonly<Record<string, number>>;
}

const scoresByQuality = z.record(z.string(), z.number());

/** Random reviews that count: finished, not disputed, not revised; the first of two on the same service. */
export async function listRandomReviews(
  db: Db,
  workspace: number,
  { period, reaches }: { period: Period; reaches: readonly Reach[] },
): Promise<ReviewFacts[]> {
  const { rows } = await sql<Omit<ReviewFacts, 'content' | 'machine'> & { content: unknown; machine: unknown }>`
    WITH ${partsInReach(workspace, period, reaches)}
    SELECT DISTINCT ON (r.conversation_id, r.author_id) r.id, r.conversation_id AS conversation, r.author_id AS agent,
      coalesce(p.reach, '') AS reach, r.content, r.scorecard_version_id AS "versionId", r.score,
      coalesce((SELECT json_object_agg(s.quality, s.score) FROM scores s WHERE s.workspace_id = ${workspace}
        AND s.assessment_id = p.assessment AND s.verdict <> 'no-opportunity'), '{}') AS machine
    FROM reviews r JOIN parts p ON p.conversation = r.conversation_id AND p.author = r.author_id
    WHERE r.workspace_id = ${workspace} AND r.state = 'finished' AND r.drawn = 'random'
    ORDER BY r.conversation_id, r.author_id, r.finished_at, r.id`.execute(db);
  return rows.map((row) => ({
    ...row,
    content: reviewContent.parse(row.content),
    machine: scoresByQuality.parse(row.machine),
  }));
}

export interface MomentFacts {
  quality: QualityId;
  conversation: number;
  agent: number;
  reach: string;
  verdict: ScoreVerdict;
  machine: number;
  seconds: number | null;
}

/** Judged moments of decks, the first judgement of each score. */
export async function listJudgedMoments(
  db: Db,
  workspace: number,
  { period, reaches }: { period: Period; reaches: readonly Reach[] },
): Promise<MomentFacts[]> {
  const { rows } = await sql<Omit<MomentFacts, 'quality' | 'verdict'> & { quality: string; verdict: string }>`
    WITH ${partsInReach(workspace, period, reaches)}
    SELECT DISTINCT ON (k.conversation_id, k.author_id, k.quality) k.quality, k.conversation_id AS conversation,
      k.author_id AS agent, coalesce(p.reach, '') AS reach, k.human_verdict AS verdict, s.score AS machine, k.seconds
    FROM check_cards k
    JOIN parts p ON p.conversation = k.conversation_id AND p.author = k.author_id
    JOIN scores s ON s.workspace_id = ${workspace} AND s.assessment_id = p.assessment AND s.quality = k.quality
      AND s.verdict <> 'no-opportunity'
    WHERE k.workspace_id = ${workspace} AND k.human_verdict IS NOT NULL
    ORDER BY k.conversation_id, k.author_id, k.quality, k.answered_at`.execute(db);
  return rows.map((row) => ({
    ...row,
    quality: qualityId.parse(row.quality),
    verdict: scoreVerdict.parse(row.verdict),
  }));
}

export interface BlindReading {
  agent: number;
  content: ReviewContent;
  machine: MachineReading[];
  versionId: number;
}

/** First revisions of random reviews with the machine's reading beside them: what was said before it was seen. */
export async function listBlindReadings(db: Db, workspace: number, period: Period): Promise<BlindReading[]> {
  const { rows } = await sql<{ agent: number; content: unknown; machine: unknown; versionId: number }>`
    WITH ${partsInReach(workspace, period, [])}
    SELECT r.author_id AS agent, r.content, r.machine, r.scorecard_version_id AS "versionId"
    FROM reviews r JOIN parts p ON p.conversation = r.conversation_id AND p.author = r.author_id
    WHERE r.workspace_id = ${workspace} AND r.drawn = 'random' AND r.revision = 1 AND r.state <> 'draft'
    ORDER BY r.id`.execute(db);
  return rows.map(({ agent, content, machine, versionId }) => ({
    ...{ agent, versionId, content: reviewContent.parse(content), machine: machineReading.array().parse(machine) },
  }));
}

/**
 * The machine's score of every part on this scorecard, counted as `weighCategories` counts: critical categories below
 * half set their group, or everything, to 0.
 */
export async function listAutoScores(
  db: Db,
  workspace: number,
  { period, content }: { period: Period; content: ScorecardContent },
): Promise<{ conversation: number; agent: number; score: number }[]> {
  const groupOf = new Map(content.groups.flatMap(({ id, categories }) => categories.map((one) => [one.id, id])));
  const categories = listCategories(content).flatMap(({ id, kind, weight, critical }) =>
    kind.type === 'quality' ? [{ quality: kind.quality, weight, critical, part: groupOf.get(id) ?? '' }] : [],
  );
  const { rows } = await sql<{ conversation: number; agent: number; score: number }>`
    WITH ${partsInReach(workspace, period, [])},
    rated AS (SELECT * FROM json_to_recordset(${JSON.stringify(categories)}::json)
      AS r(quality text, weight double precision, critical text, part text)),
    summed AS (
      SELECT p.assessment, p.conversation, p.author, r.part, sum(r.weight) AS weight,
        CASE WHEN bool_or(r.critical = 'group' AND s.score < 50) THEN 0 ELSE sum(r.weight * s.score) END AS total,
        bool_or(r.critical = 'review' AND s.score < 50) AS zeroed
      FROM parts p
      JOIN scores s ON s.workspace_id = ${workspace} AND s.assessment_id = p.assessment AND s.verdict <> 'no-opportunity'
        AND ${isUncontested(workspace)}
      JOIN rated r ON r.quality = s.quality
      GROUP BY p.assessment, p.conversation, p.author, r.part
    )
    SELECT conversation, author AS agent,
      CASE WHEN bool_or(coalesce(zeroed, false)) THEN 0 ELSE sum(total) / sum(weight) END AS score
    FROM summed GROUP BY assessment, conversation, author ORDER BY conversation, author`.execute(db);
  return rows;
}
