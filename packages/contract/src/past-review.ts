/** Reviews a team made elsewhere. How they were chosen is unknown, so no rate ever reads them. */
import { z } from 'zod';
import { estimate } from './estimate.ts';
import { qualityId } from './quality.ts';

export const pastReviewFields = [
  'conversation',
  'reviewee',
  'reviewer',
  'category',
  'rating',
  'scale',
  'comment',
  'date',
] as const;
export type PastReviewField = (typeof pastReviewFields)[number];
export const requiredPastReviewFields = ['conversation', 'category', 'rating'] as const;

export const pastReviewColumns = z
  .partialRecord(z.enum(pastReviewFields), z.string().max(500))
  .describe('Which column of the file holds what');
export type PastReviewColumns = z.infer<typeof pastReviewColumns>;

/** For files that do not say: the whole file is on this scale. `guess` looks at the ratings of each category. */
export const saidScales = ['guess', '0-1', '1-2', '1-3', '1-4', '1-5', '0-5', '0-10', '0-100'] as const;
export const saidScale = z.enum(saidScales);
export type SaidScale = z.infer<typeof saidScale>;

export const pastReview = z.object({
  line: z.int().describe('Of the file, from 1'),
  conversation: z.string(),
  reviewee: z.string().describe('Empty where the file names nobody'),
  reviewer: z.string().describe('Empty where the file names nobody'),
  category: z.string(),
  score: z.number().min(0).max(100).nullable().describe('(chosen − lowest) / (highest − lowest); null: not applicable'),
  scaleLowest: z.number(),
  scaleHighest: z.number(),
  comment: z.string(),
  at: z.iso.datetime().nullable(),
});
export type PastReview = z.infer<typeof pastReview>;

export const pastReviewProblem = z.object({
  line: z.int(),
  column: z.string().nullable().describe('Null: the row as a whole'),
  reason: z.string(),
  wayOut: z.string(),
  row: z.string().describe('As in the file, masked, so that nothing is lost'),
});
export type PastReviewProblem = z.infer<typeof pastReviewProblem>;

export const pastReviewsLook = z.object({
  columns: z.array(
    z.object({
      column: z.string(),
      field: z.enum(pastReviewFields).nullable(),
      sure: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
  missing: z.array(z.enum(requiredPastReviewFields)).describe('What no column was found for'),
  dayFirst: z.boolean().nullable().describe('1/2/2026: day first? Null when no such dates are there'),
  scales: z.array(z.object({ category: z.string(), lowest: z.number(), highest: z.number(), said: z.boolean() })),
  rows: z.int(),
  readable: z.int(),
  reviews: z.array(pastReview).describe('The first twenty, as they would be kept'),
  problems: z.array(pastReviewProblem).describe('The first twenty rows that cannot be read'),
});
export type PastReviewsLook = z.infer<typeof pastReviewsLook>;

export const pastReviewImport = z.object({
  id: z.string(),
  fileName: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  rows: z.int(),
  kept: z.int(),
  known: z.int().describe('Were there already, from a file before'),
  refused: z.int(),
});
export type PastReviewImport = z.infer<typeof pastReviewImport>;

export const pastReviewsSummary = z.object({
  mayImport: z.boolean().describe('Whether who asks may bring and remove files'),
  imports: z.array(pastReviewImport),
  ratings: z.int(),
  found: z.int().describe('Of them, ratings of conversations that are here'),
  categories: z.array(
    z.object({
      category: z.string(),
      quality: qualityId.nullable().describe('The quality of that name'),
      ratings: z.int(),
      people: estimate.describe('Agreement of people who rated the same, beyond luck (Krippendorff’s α)'),
      machine: estimate.describe('Agreement of people and the scorer, beyond luck'),
      higher: estimate.describe('How many points the scorer stands above people'),
    }),
  ),
  reviewers: z
    .array(
      z.object({
        reviewer: z.string(),
        ratings: z.int(),
        severity: estimate.describe('Points above (+) or below (−) the others who rated the same'),
      }),
    )
    .describe('By name'),
});
export type PastReviewsSummary = z.infer<typeof pastReviewsSummary>;
