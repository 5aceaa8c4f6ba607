import { type Moment, qualityIds, type ScoreVerdict } from '@rapport/contract';
import { overallVerdict, scoreOf } from '@rapport/qualities';
import { sql } from 'kysely';
import type { Db } from '../open-store.ts';
import { type Check, type CheckResult, inChunks, resultOf } from './check.ts';

/** Every score follows from what is stored beside it. */
export const scoreChecks: readonly Check[] = [
  {
    name: 'only-service-scored',
    promise: 'what is no service has no score, and says why',
    async find(db, workspace) {
      const { rows } = await sql<{ id: string; broken: boolean }>`
        SELECT 'conversation ' || c.id AS id, c.not_scored IS DISTINCT FROM c.not_service
          OR EXISTS (SELECT FROM assessments s WHERE s.workspace_id = ${workspace} AND s.conversation_id = c.id) AS broken
        FROM conversations c
        WHERE c.workspace_id = ${workspace} AND c.not_service IS NOT NULL AND NOT c.needs_scoring`.execute(db);
      return resultOf(
        rows.length,
        rows.filter(({ broken }) => broken).map(({ id }) => id),
      );
    },
  },
  {
    name: 'scores-recompute',
    promise: 'each assessment has all fourteen scores and its version, and each score follows from its moments',
    find: (db, workspace) => inChunks((after, result) => checkChunk(db, workspace, after, result)),
  },
];

const assessmentsAtOnce = 2000;

interface ScoreRow {
  assessment: number;
  quality: string;
  score: number | null;
  verdict: ScoreVerdict;
}

type MomentRow = Pick<Moment, 'verdict' | 'weight'> & { assessment: number; quality: string };

async function checkChunk(db: Db, workspace: number, after: number, result: CheckResult): Promise<number | null> {
  const { rows: assessments } = await sql<{ id: number; version: string }>`
    SELECT id, scorer_version AS version FROM assessments WHERE workspace_id = ${workspace} AND id > ${after}
    ORDER BY id LIMIT ${assessmentsAtOnce}`.execute(db);
  const last = assessments.at(-1)?.id;
  if (last === undefined) return null;
  const range = sql`workspace_id = ${workspace} AND assessment_id > ${after} AND assessment_id <= ${last}`;
  const { rows: scores } = await sql<ScoreRow>`
    SELECT assessment_id AS assessment, quality, score, verdict FROM scores WHERE ${range}`.execute(db);
  const { rows: moments } = await sql<MomentRow>`
    SELECT assessment_id AS assessment, quality, verdict, weight FROM moments WHERE ${range}
    ORDER BY assessment_id, number`.execute(db);
  const momentsOf = new Map<string, MomentRow[]>();
  for (const one of moments) {
    const key = `${one.assessment} ${one.quality}`;
    const its = momentsOf.get(key);
    if (its === undefined) momentsOf.set(key, [one]);
    else its.push(one);
  }
  const perAssessment = new Map<number, number>();
  for (const { assessment, quality, score, verdict } of scores) {
    perAssessment.set(assessment, (perAssessment.get(assessment) ?? 0) + 1);
    const its = momentsOf.get(`${assessment} ${quality}`);
    if (!follows(its, score, verdict)) result.violations.push(`score ${quality} of assessment ${assessment}`);
  }
  for (const { id, version } of assessments) {
    if (version === '' || perAssessment.get(id) !== qualityIds.length) result.violations.push(`assessment ${id}`);
  }
  result.checked += scores.length;
  return last;
}

/** The scorer's own functions, on what was stored; they read verdict and weight alone. */
function follows(moments: readonly MomentRow[] | undefined, score: number | null, verdict: ScoreVerdict): boolean {
  if (moments === undefined) return score === null && verdict === 'no-opportunity';
  const read = moments as unknown as readonly Moment[];
  return score === Math.round(scoreOf(read) * 10) / 10 && verdict === overallVerdict(read);
}
