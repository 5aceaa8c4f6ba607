/** What a rule over acts finds in conversations that are here, before anybody is reviewed by it. */
import { z } from 'zod';
import { estimate } from './estimate.ts';
import { evidence } from './score.ts';

export const ruleTrial = z.object({
  read: z.int().describe('Conversations read, drawn at random'),
  of: z.int().describe('Scored conversations they were drawn from'),
  called: z.int().describe('Of those read, the ones in which something called for it'),
  moments: z.int(),
  met: estimate.describe('Share of moments met; conversations of one agent count as alike'),
  examples: z
    .array(
      z.object({
        conversationId: z.string(),
        verdict: z.enum(['met', 'missed']),
        trigger: evidence.nullable(),
        response: evidence.nullable(),
      }),
    )
    .describe('A few of each verdict, without names'),
  seed: z.int().describe('Of the draw, so that it can be repeated'),
});
export type RuleTrial = z.infer<typeof ruleTrial>;
