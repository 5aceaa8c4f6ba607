/** How conversations ended: what customers answered when asked, and, apart from it, what was seen without asking. */
import { z } from 'zod';
import { channel } from './conversation.ts';
import { estimate } from './estimate.ts';
import { qualityId } from './quality.ts';

export const askedMeasures = ['csat', 'nps', 'ces'] as const;
export type AskedMeasure = (typeof askedMeasures)[number];

export const askedScale = z.object({
  min: z.number().nullable().describe('Null where the source does not say'),
  max: z.number().nullable(),
  easiest: z.number().optional().describe('Of effort: the end of the scale that is easy, where that was said'),
  mean: estimate.describe('On this very scale, never converted'),
  answers: z.array(z.object({ value: z.number(), n: z.int() })).describe('The answers as given, lowest first'),
});

export const askedOutcome = z.object({
  measure: z.enum(askedMeasures),
  answered: z.int(),
  of: z.int().describe('All scored conversations: sources seldom say who was asked'),
  summary: estimate.describe(
    'csat: share in the upper part of the scale; nps: promoters − detractors, −1…1; ces: mean on its own scale',
  ),
  scales: z.array(askedScale).describe('One for each scale that came; they are never added together'),
  unread: z.int().describe('Answers that are no number on a known scale'),
});
export type AskedOutcome = z.infer<typeof askedOutcome>;

export const seenOutcomes = z.object({
  feelingFirst: estimate.describe('Customer’s feeling in their first message, −1…1, as the machine reads it'),
  feelingLast: estimate,
  feelingChange: estimate.describe('Last − first, only where the customer wrote more than once'),
  resolved: estimate.describe('Share that the source says is resolved'),
  wroteAgain: estimate.describe(
    'Share whose customer wrote again within `wroteAgainDays`; only who was watched so long',
  ),
});
export type SeenOutcomes = z.infer<typeof seenOutcomes>;

export const channelOutcomes = z.object({
  channel: channel,
  conversations: z.int(),
  rated: z.int(),
  satisfied: estimate,
  seen: seenOutcomes,
  qualities: z.array(z.object({ quality: qualityId, met: estimate })).describe('Share met of those called for'),
});
export type ChannelOutcomes = z.infer<typeof channelOutcomes>;

export const outcomesAnswer = z.object({
  asOf: z.iso.datetime().nullable(),
  conversations: z.int().describe('Scored ones'),
  agents: z.int(),
  asked: z.array(askedOutcome).describe('Only measures of which there is an answer'),
  seen: seenOutcomes,
  wroteAgainDays: z.int(),
  channels: z.array(channelOutcomes).describe('Most conversations first'),
  headline: z.object({ marked: z.string(), rest: z.string() }),
  sentence: z.string(),
  scorerVersion: z.string(),
});
export type OutcomesAnswer = z.infer<typeof outcomesAnswer>;
