/** The answer to "what should we work on first", with what it rests on and how sure it is. */
import { z } from 'zod';
import { estimate } from './estimate.ts';
import { qualityId } from './quality.ts';

export const focusTiers = ['stands-out', 'unsure', 'too-few'] as const;

export const focusQuality = z.object({
  quality: qualityId,
  opportunities: z.int().describe('Assessments (conversation × author) that called for it'),
  met: estimate.describe('Share of those in which it was met, 0–1, clustered by agent'),
  missed: estimate.describe('Share of those in which it was missed, 0–1, clustered by agent'),
  afterMissed: estimate.describe('Of the missed, the share after which trouble followed'),
  afterMet: estimate.describe('Of the met, the share after which trouble followed'),
  difference: estimate.describe('afterMissed − afterMet, clustered by agent'),
  tier: z.enum(focusTiers),
  sentence: z.string().describe('What the numbers allow to say, and no more'),
  missedCount: z.int(),
  metCount: z.int(),
  leads: z.boolean().describe('May this quality ever lead the page? Those called for in every conversation may not'),
});
export type FocusQuality = z.infer<typeof focusQuality>;

export const readingTip = z.object({
  conversationId: z.string(),
  quality: qualityId,
  sentence: z.string().describe('What to see in it'),
  quote: z.string(),
});
export type ReadingTip = z.infer<typeof readingTip>;

export const ladderSteps = [
  'nothing',
  'one',
  'some',
  'thirty',
  'two-hundred-observed',
  'two-hundred-ratings',
  'four-hundred-reviews',
] as const;
export const ladder = z.object({
  step: z.enum(ladderSteps),
  conversations: z.int(),
  agents: z.int(),
  observed: z
    .int()
    .describe('Conversations with something observed: wrote again, chased, asked for a manager, denied it was solved'),
  ratings: z.int(),
  reviews: z.int(),
  trust: z.string().describe('What can already be trusted'),
  next: z.string().describe('The cheapest way to the next step'),
  limits: z.array(z.string()).default([]).describe('What more data cannot cure'),
});
export type Ladder = z.infer<typeof ladder>;

export const focus = z.object({
  headline: z
    .object({ marked: z.string(), rest: z.string() })
    .describe('`marked` is the key phrase that gets the marker'),
  summary: z.string(),
  standsOut: z.boolean(),
  qualities: z.array(focusQuality),
  reading: z.array(readingTip).describe('Conversations to read first'),
  figures: z.object({
    satisfied: estimate,
    satisfiedRated: z.int(),
    feeling: estimate.describe('Closing minus opening feeling of the customer, −2…2'),
    wroteAgain: estimate.describe('Share whose customer had to write again within 7 days'),
  }),
  ladder: ladder,
  period: z.object({ from: z.iso.datetime().nullable(), to: z.iso.datetime().nullable() }),
  asOf: z.iso.datetime().nullable().describe('The last message of the data: nothing is "now" after it'),
  conversations: z.int(),
  agents: z.int(),
  messages: z.int(),
  notScored: z.array(z.object({ reason: z.string(), conversations: z.int() })),
  method: z.array(z.string()).describe('How we know, step by step'),
  caveats: z.array(z.string()),
  scorerVersion: z.string(),
});
export type Focus = z.infer<typeof focus>;
