/** What a judge says by a prompt of the team's own, tried on conversations that are here before anybody is rated by it. */
import { z } from 'zod';
import { channel } from './conversation.ts';
import { judgeSaid, judgeState, judgeTrouble } from './judge.ts';
import { mostPromptLetters } from './scorecard-category.ts';

/** Conversations at most in one draw: each is a question to the judge, and may cost money. */
export const mostPromptTrials = 10;

export const promptTrialDraw = z.object({
  parts: z.array(
    z.object({
      conversationId: z.string(),
      agentId: z.string(),
      customer: z.string(),
      channel,
      subject: z.string(),
    }),
  ),
  of: z.int().describe('Scored conversations they were drawn from'),
  seed: z.int().describe('Of the draw, so that it can be repeated'),
});
export type PromptTrialDraw = z.infer<typeof promptTrialDraw>;

export const promptToTry = z.object({
  name: z.string().trim().min(1).max(80).describe('Of the category'),
  prompt: z.string().trim().min(1).max(mostPromptLetters),
  points: z.int().min(2).max(5).describe('Of its scale'),
  conversationId: z.string(),
  agentId: z.string().optional().describe('Whose replies; absent: the first agent’s who was scored'),
});
export type PromptToTry = z.infer<typeof promptToTry>;

export const promptTrial = z.object({
  conversationId: z.string(),
  agentId: z.string(),
  said: judgeSaid.nullable().describe('With quotes that were found in the words; null: with the trouble why not'),
  chosen: z
    .int()
    .min(1)
    .max(5)
    .nullable()
    .describe('The nearest point of the scale; null: not applicable, or no answer'),
  trouble: judgeTrouble.nullable(),
  spent: z
    .object({ calls: z.int().min(0), tokens: z.int().min(0) })
    .describe(
      'By this question with its repeats; tokens are estimated on the dear side where the provider says nothing',
    ),
  budget: judgeState.shape.budget.describe('After it; null: no judge is set up'),
});
export type PromptTrial = z.infer<typeof promptTrial>;
