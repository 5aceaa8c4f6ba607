/** Coaching plans with their people: why these, from which weeks, and what was foreseen. */
import {
  type CoachingPlanBody,
  type CoachingReason,
  coachingReasons,
  type QualityId,
  qualityId,
  RapportError,
} from '@rapport/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { numberOf } from './conversation-filter.ts';
import type { Db } from './open-store.ts';

export interface StoredPlan {
  id: number;
  quality: QualityId;
  reason: CoachingReason;
  reasonWords: string;
  selectedFrom: Date;
  selectedTo: Date;
  startsAt: Date;
  goalShare: number;
  goalAt: Date;
  coach: string;
  outlook: string;
  createdAt: Date;
  closedAt: Date | null;
  closedWords: string | null;
  authors: number[];
}

const keptOutlook = z.object({ sentence: z.string() });

/** The newest first. */
export async function listPlans(db: Db, workspace: number, planId: string | null = null): Promise<StoredPlan[]> {
  const one = planId === null ? sql`true` : sql`p.id = ${numberOf(planId)}`;
  const { rows } = await sql<
    Omit<StoredPlan, 'quality' | 'reason' | 'outlook'> & Record<'quality' | 'reason', string> & { outlook: unknown }
  >`
    SELECT p.id, p.quality, p.reason, p.reason_words AS "reasonWords", p.selected_from AS "selectedFrom",
      p.selected_to AS "selectedTo", p.starts_at AS "startsAt", p.goal_share AS "goalShare", p.goal_at AS "goalAt",
      p.coach_name AS coach, p.outlook, p.created_at AS "createdAt", p.closed_at AS "closedAt",
      p.closed_words AS "closedWords",
      (SELECT array_agg(w.author_id ORDER BY w.author_id) FROM coaching_people w
        WHERE w.workspace_id = ${workspace} AND w.plan_id = p.id) AS authors
    FROM coaching_plans p WHERE p.workspace_id = ${workspace} AND ${one}
    ORDER BY p.id DESC LIMIT 500`.execute(db);
  return rows.map((row) => ({
    ...row,
    quality: qualityId.parse(row.quality),
    reason: z.enum(coachingReasons).parse(row.reason),
    outlook: keptOutlook.parse(row.outlook).sentence,
  }));
}

/** What somebody is being coached in just now, as the newest plan says it; null: in nothing. */
export async function findCoachedQuality(db: Db, workspace: number, author: number): Promise<QualityId | null> {
  const { rows } = await sql<{ quality: string }>`
    SELECT p.quality FROM coaching_people w
    JOIN coaching_plans p ON p.workspace_id = ${workspace} AND p.id = w.plan_id AND p.closed_at IS NULL
    WHERE w.workspace_id = ${workspace} AND w.author_id = ${author} ORDER BY p.id DESC LIMIT 1`.execute(db);
  return rows[0] === undefined ? null : qualityId.parse(rows[0].quality);
}

/** One answer for what is not there and for what somebody may not see. */
export function noSuchPlan(): RapportError {
  return new RapportError('not-found', {
    what: 'There is no such plan.',
    wayOut: 'The list shows the plans there are.',
  });
}

export interface NewPlan extends Omit<CoachingPlanBody, 'people'> {
  /** Each with the counts that led to the choice. */
  people: readonly { author: number; figures: unknown }[];
  outlook: { sentence: string };
  by: { id: string; name: string };
  now: Date;
}

export async function savePlan(db: Db, workspace: number, plan: NewPlan): Promise<string> {
  const { id } = await db
    .insertInto('coaching_plans')
    .values({
      ...{ workspace_id: workspace, quality: plan.quality, reason: plan.reason, reason_words: plan.reasonWords },
      ...{ selected_from: plan.selectedFrom, selected_to: plan.selectedTo, starts_at: plan.startsAt },
      ...{ goal_share: plan.goalShare, goal_at: plan.goalAt, outlook: JSON.stringify(plan.outlook) },
      ...{ coach_id: plan.by.id, coach_name: plan.by.name, created_by: plan.by.id, created_at: plan.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('coaching_people')
    .values(
      plan.people.map(({ author, figures }) => ({
        ...{ workspace_id: workspace, plan_id: id, author_id: author, figures: JSON.stringify(figures) },
      })),
    )
    .execute();
  return String(id);
}

/** @throws RapportError `conflict` when it is closed already */
export async function closePlan(
  db: Db,
  workspace: number,
  { planId, words, now }: { planId: number; words: string; now: Date },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('coaching_plans')
    .set({ closed_at: now, closed_words: words })
    .where('workspace_id', '=', workspace)
    .where('id', '=', planId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  throw new RapportError('conflict', {
    what: 'This plan is closed already.',
    why: 'What was learned from it stands there.',
    wayOut: 'Begin a new plan to go on.',
  });
}

/** Agents who may be coached, by name: people, not mailboxes or bots. */
export async function listCoachable(db: Db, workspace: number, sees: readonly number[] | null): Promise<number[]> {
  const seen = sees === null ? sql`true` : sql`id = ANY(${[...sees]}::bigint[])`;
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM authors WHERE workspace_id = ${workspace} AND role = 'agent' AND NOT is_team AND ${seen}
    ORDER BY alias_number, id LIMIT 5000`.execute(db);
  return rows.map(({ id }) => id);
}
