/** An agent contests a reading of their own service with a reading of their own and a reason; another person decides. */
import { z } from 'zod';
import { calibrationState } from './calibration.ts';
import { estimate } from './estimate.ts';
import { qualityId } from './quality.ts';

export const disputeStates = ['open', 'accepted', 'partly', 'rejected', 'withdrawn'] as const;
export const disputeState = z
  .enum(disputeStates)
  .describe('partly: another reading than both holds. Open, accepted and partly stay out of averages of the machine');
export type DisputeState = z.infer<typeof disputeState>;

/** Why somebody disagrees takes a sentence; a click alone says nothing to whoever decides. */
const sentence = z.string().trim().min(10).max(4000);

export const disputeOf = z.union([
  z
    .object({ about: z.literal('machine'), conversationId: z.string(), agentId: z.string(), quality: qualityId })
    .describe('A score of the machine'),
  z
    .object({ about: z.literal('review'), reviewId: z.string(), categoryId: z.string() })
    .describe('One category of a finished review'),
]);
export type DisputeOf = z.infer<typeof disputeOf>;

export const newDispute = z.object({
  of: disputeOf,
  proposed: z.string().min(1).max(40).describe('A verdict, "no-opportunity", or the number of a point of the scale'),
  reason: sentence,
});
export type NewDispute = z.infer<typeof newDispute>;

export const disputeDecision = z.object({
  state: z.enum(['accepted', 'partly', 'rejected']),
  decided: z.string().min(1).max(40).optional().describe('The reading that holds; needed where it is partly accepted'),
  words: sentence,
});
export type DisputeDecision = z.infer<typeof disputeDecision>;

/** A reading, and how the scale names it. */
const reading = z.object({ value: z.string(), name: z.string() });

export const dispute = z.object({
  id: z.string(),
  about: z.enum(['machine', 'review']),
  conversationId: z.string(),
  customer: z.string(),
  agentId: z.string(),
  agent: z.string(),
  quality: qualityId.nullable(),
  reviewId: z.string().nullable(),
  category: z.string().describe('Name of the quality, or of the category of the review'),
  choices: z.array(reading).describe('Every reading there is for it'),
  stood: reading,
  proposed: reading,
  reason: z.string(),
  quote: z.string().nullable().describe('Words the contested score rests on'),
  state: disputeState,
  openedAt: z.iso.datetime(),
  decided: reading.nullable(),
  words: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  calibration: z
    .object({ id: z.string(), name: z.string(), state: calibrationState })
    .nullable()
    .describe('The calibration that has taken it up; for who may read that one'),
  mine: z.boolean(),
  mayDecide: z.boolean().describe('May the caller decide? Never whoever opened it, nor the reviewer it is about'),
});
export type Dispute = z.infer<typeof dispute>;

export const disputeSummary = z.object({
  windowDays: z.int().min(1).max(365),
  open: z.int(),
  decided: z.int(),
  changed: estimate.describe('Share of decided ones that were accepted or partly accepted'),
});
