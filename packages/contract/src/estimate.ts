/** The wire form of an estimate. `@rapport/statistics` owns the type; a type test there holds the two equal. */
import { z } from 'zod';

export const estimateReasons = [
  'no_data',
  'no_random_reviews',
  'reviews_not_random',
  'too_few_reviews',
  'one_rater',
  'no_variation',
  'too_few_rows',
  'outcome_constant',
  'collinear',
  'separated',
  'too_few_agents',
  'too_few_responses',
  'not_reached',
] as const;

export const estimate = z.object({
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  level: z.number(),
  inner: z.object({ lower: z.number(), upper: z.number() }).optional(),
  n: z.number(),
  effectiveN: z.number().optional(),
  method: z.string(),
  reason: z.enum(estimateReasons).optional(),
  warnings: z.array(z.string()),
  seed: z.number().optional(),
});
export type EstimateWire = z.infer<typeof estimate>;
