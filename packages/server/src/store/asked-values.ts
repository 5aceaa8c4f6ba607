/**
 * Answers that stand beside the rating: would you recommend us (NPS), and how easy was it (CES). Sources, pushes and CSV
 * columns put them under names of their own into `outcomes`; here is the one reading of them as SQL, over the table
 * `conversations AS c`.
 */
import type { ConversationFilter } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';

/** Names under which teams hand in what they asked, in small letters without signs. */
const names = {
  nps: ['nps', 'npsscore', 'netpromoterscore'],
  ces: ['ces', 'cesscore', 'customereffort', 'customereffortscore', 'effortscore'],
  hardest: ['ceshardest'],
  easiest: ['ceseasiest'],
} as const;

/** A number that was handed in under one of these names; null where there is none. */
const given = (of: readonly string[]): RawBuilder<number | null> => sql`(
  SELECT (g.value #>> '{}')::double precision FROM jsonb_each(c.outcomes) g
  WHERE regexp_replace(lower(g.key), '[^a-z]', '', 'g') = ANY(${[...of]}::text[]) AND jsonb_typeof(g.value) = 'number'
  ORDER BY g.key LIMIT 1)`;

export const givenRecommend = given(names.nps);
export const givenEffort = given(names.ces);
/** The ends of the scale of effort, where whoever handed it in said them. */
export const effortHardest = given(names.hardest);
export const effortEasiest = given(names.easiest);

/** Most conversations have none of it, and then nothing needs to be taken apart. */
export const whereGiven = (value: RawBuilder<number | null>): RawBuilder<number | null> =>
  sql`(CASE WHEN c.outcomes <> '{}' THEN ${value} END)`;
const where = (condition: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`(c.outcomes <> '{}' AND coalesce(${condition}, false))`;

/** From hardest 0 to easiest 1; null without a scale. */
const ease = sql`((${givenEffort} - ${effortHardest}) / nullif(${effortEasiest} - ${effortHardest}, 0))`;
/** The upper part of the scale, as for ratings: 4 of 5, 5 of 7. */
export const easyFrom = 0.65;

export const askedConditions: Record<NonNullable<ConversationFilter['asked']>, RawBuilder<boolean>> = {
  promoter: where(sql`${givenRecommend} BETWEEN 9 AND 10`),
  passive: where(sql`${givenRecommend} > 6 AND ${givenRecommend} < 9`),
  detractor: where(sql`${givenRecommend} BETWEEN 0 AND 6`),
  easy: where(sql`${ease} BETWEEN ${easyFrom} AND 1`),
  'not-easy': where(sql`${ease} >= 0 AND ${ease} < ${easyFrom}`),
};
