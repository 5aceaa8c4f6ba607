/** How often a quality was met when it was called for, over time, as each version of the scorer reads it. */
import { z } from 'zod';
import { estimate } from './estimate.ts';
import { qualityId } from './quality.ts';

export const trendSteps = ['week', 'month'] as const;
export type TrendStep = (typeof trendSteps)[number];

export const trendPoint = z.object({
  from: z.iso.datetime().describe('Start of the week (Monday) or month, UTC; a conversation counts where it ended'),
  met: estimate.describe('Share met of those called for, 0–1, clustered by agent'),
  n: z.int().describe('Assessments that called for it'),
});
export type TrendPoint = z.infer<typeof trendPoint>;

export const trendLine = z.object({
  scorerVersion: z.string(),
  firstUsedAt: z.iso.datetime(),
  inFocus: z.boolean().describe('Is the focus read from this version?'),
  points: z.array(trendPoint),
});
export type TrendLine = z.infer<typeof trendLine>;

export const trendChange = z.object({
  fromVersion: z.string(),
  toVersion: z.string(),
  at: z.iso.datetime().nullable().describe('First week or month that only the later version read, or null'),
  both: z.int().describe('Assessments in which both versions saw a call for it: the same words, read twice'),
  gained: z.int().describe('Of both: met only as the later version reads it'),
  lost: z.int().describe('Of both: met only as the earlier version reads it'),
  difference: estimate.describe('Met by the later minus met by the earlier version over those, clustered by agent'),
  onlyFrom: z.int().describe('Called for only in the eyes of the earlier version'),
  onlyTo: z.int().describe('Called for only in the eyes of the later version'),
});
export type TrendChange = z.infer<typeof trendChange>;

export const trend = z.object({
  quality: qualityId,
  by: z.enum(trendSteps),
  lines: z.array(trendLine).describe('Oldest version first'),
  changes: z.array(trendChange).describe('Between each version and the next'),
});
export type Trend = z.infer<typeof trend>;
