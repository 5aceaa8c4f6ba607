/** How conversations come to be reviewed: by chance with a stored probability, or flagged and kept apart. */
import { z } from 'zod';
import { estimate } from './estimate.ts';
import { qualityId } from './quality.ts';

export const drawKinds = ['random', 'worst-moments', 'outliers', 'low-rating'] as const;
export const drawKind = z.enum(drawKinds).describe('random enters rates; the others are flagged and never do');
export type DrawKind = z.infer<typeof drawKind>;

export const replaceReasons = ['not-service', 'wrong-agent', 'unreadable', 'conflict-of-interest', 'other'] as const;
export const replaceReason = z.enum(replaceReasons);
export type ReplaceReason = z.infer<typeof replaceReason>;

export const reviewDraw = z.object({
  id: z.string(),
  kind: drawKind,
  seed: z.int().describe('The same seed and frame draw the same conversations'),
  wanted: z.int().describe('Per agent for a random draw; in all for a flagged one'),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  drawnBy: z.string(),
  drawnAt: z.iso.datetime(),
  frame: z
    .array(
      z.object({
        agentId: z.string(),
        agent: z.string(),
        eligible: z.int().describe('Conversations that could have been drawn'),
        drawn: z.int(),
        replaced: z.int(),
        probability: z.number().nullable().describe('Chance of each eligible conversation; null when flagged'),
        belowFloor: z.boolean().describe('Too few conversations for numbers on this agent alone'),
      }),
    )
    .describe('Whose conversations stood in the draw'),
  done: z.int(),
  open: z.int(),
});
export type ReviewDraw = z.infer<typeof reviewDraw>;

export const reviewerProgress = z.object({
  personId: z.string(),
  name: z.string(),
  goalPerWeek: z.int().nullable(),
  doneThisWeek: z.int(),
  open: z.int(),
  late: z.int(),
  done: z.int(),
  moments: z.int().describe('Single moments judged'),
  medianSeconds: z.number().nullable().describe('Time per finished review'),
});
export type ReviewerProgress = z.infer<typeof reviewerProgress>;

export const qualityResult = z.object({
  quality: qualityId,
  rate: estimate.describe('Share of conversations that met it: machine on all, corrected with random reviews'),
  reviews: z.int().describe('Random whole reviews behind it'),
  moments: z.int().describe('Random single moments behind it'),
  conversations: z.int().describe('Conversations that called for it and could have been drawn'),
});
export type QualityResult = z.infer<typeof qualityResult>;

export const reviewResults = z.object({
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  sentence: z.string(),
  iqs: estimate.describe('Mean of people’s random reviews, 0–100'),
  aqs: estimate.describe('Mean of the machine’s scores on the same scorecard, 0–100'),
  qualities: z.array(qualityResult),
  reviewed: z.object({
    random: z.int(),
    flagged: z.int(),
    chosen: z.int(),
    disputed: z.int(),
    moments: z.int(),
    replaced: z.int(),
  }),
  coverage: z.object({ reviewed: z.int(), eligible: z.int() }),
  agreement: estimate.describe('Share of categories on which a reviewer and the machine said the same, blind'),
  hours: z.number().describe('Time spent on finished reviews and moments'),
  leftOut: z.int().describe('Agents without a random review: not in the numbers'),
  scorecard: z.string(),
});
export type ReviewResults = z.infer<typeof reviewResults>;

export const reviewSettings = z.object({
  anonymous: z.boolean().describe('Agents read "a reviewer" instead of a name'),
});
export type ReviewSettings = z.infer<typeof reviewSettings>;
