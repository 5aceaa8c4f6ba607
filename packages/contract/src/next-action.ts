/** What to do next: at most three things, each with what it would bring, what it costs and the page on which it begins. */
import { z } from 'zod';
import { driverOutcome } from './drivers.ts';
import { estimate } from './estimate.ts';

export const actionKinds = ['coach', 'rising', 'surer', 'rule', 'reason', 'gap', 'promises', 'read'] as const;
export const actionKind = z
  .enum(actionKinds)
  .describe(
    'coach: a quality; rising: a reason or rule that comes up surely more often; surer: what makes the answer surer; rule, reason, gap: one that nobody looks after; promises: no sign yet that they were kept; read: missed moments',
  );
export type ActionKind = z.infer<typeof actionKind>;

/** Pages on which an action can begin; `$name` is filled from `params`. */
export const actionPaths = [
  '/coaching/new',
  '/practice',
  '/guides/$quality',
  '/check',
  '/first-run',
  '/reasons',
  '/articles/gaps',
  '/conversations',
  '/conversations/$conversationId',
] as const;

const words = z.record(z.string(), z.string());

export const nextAction = z.object({
  kind: actionKind,
  title: z.string().describe('What'),
  who: z.string().describe('Whom it is for; never one person'),
  because: z.string().describe('Why it is here, with the number it rests on and its range'),
  gain: estimate.nullable().describe('Change of the outcome over all conversations, a share 0–1; null: unknown yet'),
  gainOf: driverOutcome.nullable(),
  gainWords: z.string().describe('The gain in words; or why it is unknown yet'),
  effort: z.string(),
  button: z.string().describe('A verb that names the result'),
  go: z.object({ path: z.enum(actionPaths), params: words, search: words }),
});
export type NextAction = z.infer<typeof nextAction>;

/** More than three nobody begins. */
export const mostActions = 3;

export const nextActions = z.object({
  actions: z.array(nextAction).max(mostActions).describe('What is surely worth it first'),
  quiet: z
    .object({ next: z.string(), at: z.iso.datetime().nullable() })
    .nullable()
    .describe('When nothing is to be done: what comes next, and when'),
});
export type NextActions = z.infer<typeof nextActions>;
