/** Missed moments as practice reads them, and the replies that their writers kept. */
import {
  type PracticeKept,
  practiceTurn,
  type QualityId,
  qualityId,
  RapportError,
  type ScoreVerdict,
  scoreVerdict,
} from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';

export interface MissedMoment {
  assessment: number;
  number: number;
  quality: QualityId;
  conversation: number;
  author: number;
  why: string;
  triggerMessage: string | null;
  triggerStart: number | null;
  triggerEnd: number | null;
  responseMessage: string | null;
}

const columns = sql`o.assessment_id AS assessment, o.number, o.quality, o.conversation_id AS conversation,
  o.author_id AS author, o.why, o.trigger_message_id AS "triggerMessage", o.trigger_start AS "triggerStart",
  o.trigger_end AS "triggerEnd", o.response_message_id AS "responseMessage"`;

/**
 * The newest missed moments of each quality asked for.
 * @param authors whose; null: anybody's
 */
export async function listMissedMoments(
  db: Db,
  workspace: number,
  { qualities, authors, most }: { qualities: readonly QualityId[]; authors: readonly number[] | null; most: number },
): Promise<MissedMoment[]> {
  const whose = authors === null ? sql`true` : sql`s.author_id = ANY(${[...authors]}::bigint[])`;
  const { rows } = await sql<MissedMoment>`
    SELECT ${columns}
    FROM unnest(${[...qualities]}::text[]) AS wanted (quality)
    CROSS JOIN LATERAL (
      SELECT s.assessment_id, s.worst_moment FROM scores s
      WHERE s.workspace_id = ${workspace} AND s.quality = wanted.quality AND s.verdict = 'missed'
        AND s.worst_moment IS NOT NULL AND ${whose}
      ORDER BY s.conversation_id DESC LIMIT ${most}
    ) AS newest
    JOIN moments o ON o.workspace_id = ${workspace} AND o.assessment_id = newest.assessment_id
      AND o.number = newest.worst_moment AND o.verdict = 'missed'
    ORDER BY o.quality COLLATE "C", o.assessment_id, o.number`.execute(db);
  return rows;
}

export async function hasMissedMoments(db: Db, workspace: number, authors: readonly number[]): Promise<boolean> {
  if (authors.length === 0) return false;
  const { rows } = await sql`
    SELECT 1 FROM scores WHERE workspace_id = ${workspace} AND verdict = 'missed'
      AND author_id = ANY(${[...authors]}::bigint[]) LIMIT 1`.execute(db);
  return rows.length > 0;
}

/** @param momentId as `momentIdOf` gives it; null where there is no such missed moment */
export async function findMissedMoment(db: Db, workspace: number, momentId: string): Promise<MissedMoment | null> {
  const [assessment = '', number = ''] = momentId.split('-');
  const { rows } = await sql<MissedMoment>`
    SELECT ${columns} FROM moments o WHERE o.workspace_id = ${workspace} AND o.verdict = 'missed'
      AND o.assessment_id = ${numberOf(assessment)} AND o.number = ${numberOf(number)}`.execute(db);
  return rows[0] ?? null;
}

export const momentIdOf = ({ assessment, number }: Pick<MissedMoment, 'assessment' | 'number'>): string =>
  `${assessment}-${number}`;

/** Names of everybody who serves here, so that a colleague who is only mentioned is not named either. */
export async function listAgentNames(db: Db, workspace: number): Promise<string[]> {
  const rows = await db
    .selectFrom('authors')
    .select('name')
    .where('workspace_id', '=', workspace)
    .where('role', '=', 'agent')
    .orderBy('id')
    .limit(5000)
    .execute();
  return rows.map(({ name }) => name);
}

/** The caller's own, newest first. */
export async function listKept(db: Db, workspace: number, personId: string): Promise<PracticeKept[]> {
  const rows = await db
    .selectFrom('practice_kept')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: String(row.id),
    quality: qualityId.parse(row.quality),
    turns: z.array(practiceTurn).parse(row.turns),
    reply: row.reply,
    verdict: scoreVerdict.parse(row.verdict),
    why: row.why,
    keptAt: row.kept_at.toISOString(),
  }));
}

export interface NewKept {
  personId: string;
  conversation: number;
  quality: QualityId;
  turns: PracticeKept['turns'];
  reply: string;
  verdict: ScoreVerdict;
  why: string;
  scorerVersion: string;
  now: Date;
}

export async function saveKept(db: Db, workspace: number, kept: NewKept): Promise<PracticeKept> {
  const { id } = await db
    .insertInto('practice_kept')
    .values({
      workspace_id: workspace,
      person_id: kept.personId,
      conversation_id: kept.conversation,
      quality: kept.quality,
      turns: JSON.stringify(kept.turns),
      reply: kept.reply,
      verdict: kept.verdict,
      why: kept.why,
      scorer_version: kept.scorerVersion,
      kept_at: kept.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { quality, turns, reply, verdict, why, now } = kept;
  return { id: String(id), quality, turns, reply, verdict, why, keptAt: now.toISOString() };
}

/** @throws RapportError `not-found`, also for what another person kept */
export async function removeKept(
  db: Db,
  workspace: number,
  { personId, keptId }: { personId: string; keptId: string },
): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('practice_kept')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', personId)
    .where('id', '=', numberOf(keptId))
    .executeTakeFirst();
  if (numDeletedRows === 0n) {
    throw new RapportError('not-found', { what: 'There is no such reply.', wayOut: 'The list shows what you kept.' });
  }
}
