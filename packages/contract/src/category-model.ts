/** A small model that learns one category from a team's own reviews, and how well it does on reviews it has not seen. */
import { z } from 'zod';
import { act } from './act.ts';
import { estimate } from './estimate.ts';

/** With fewer reviews nothing is learned; both outcomes must be among them. */
export const fewestExamples = 30;
export const fewestOfEachOutcome = 5;

export const categoryModelStates = ['none', 'learning', 'too-few', 'no-better-than-luck', 'ready'] as const;
export const categoryModelAnswer = z.object({
  state: z
    .enum(categoryModelStates)
    .describe('none: nobody has asked; no-better-than-luck: kappa may be 0, so it judges nothing'),
  n: z.int().describe('Reviewed parts of agents in conversations that are here'),
  met: z.int(),
  missed: z.int().describe('Below three quarters of the scale'),
  accuracy: estimate
    .nullable()
    .describe('Share of reviews it calls as people did, each by a model that has not seen it'),
  kappa: estimate.nullable().describe('The same beyond luck'),
  commoner: z.number().min(0).max(1).nullable().describe('How often the commoner outcome alone would be right'),
  signs: z
    .array(z.object({ side: z.enum(['agent', 'customer']), act, towards: z.enum(['met', 'missed']) }))
    .describe('The acts that move it most; single words move it too and cannot be named'),
  seed: z.int().describe('Of the parts it was tried on'),
  learnedAt: z.iso.datetime().nullable(),
});
export type CategoryModelAnswer = z.infer<typeof categoryModelAnswer>;

export const nothingLearned: CategoryModelAnswer = {
  ...{ state: 'none', n: 0, met: 0, missed: 0, accuracy: null, kappa: null, commoner: null, signs: [], seed: 0 },
  learnedAt: null,
};
