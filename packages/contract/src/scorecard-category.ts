/** One thing a person rates in a review: what it asks, on which scale, how much it counts, and who may judge it. */
import { z } from 'zod';
import { agentActs, customerActs } from './act.ts';
import { channel } from './conversation.ts';
import { qualityId } from './quality.ts';
import { signalKinds } from './score.ts';

export const scalePoints = [2, 3, 4, 5] as const;
export type ScalePoints = (typeof scalePoints)[number];

/** What the points are called unless the team says otherwise; from the lowest to the highest. */
export const scaleLabels: Record<ScalePoints, readonly string[]> = {
  2: ['Missed', 'Met'],
  3: ['Missed', 'Partly', 'Met'],
  4: ['Missed', 'Mostly missed', 'Mostly met', 'Met'],
  5: ['Missed', 'Mostly missed', 'Partly', 'Mostly met', 'Met'],
};

export const ratingScale = z
  .object({
    points: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    labels: z.array(z.string().max(40)).describe('From the lowest to the highest point'),
  })
  .refine(({ points, labels }) => labels.length === points, { message: 'A scale has one label for each point' });
export type RatingScale = z.infer<typeof ratingScale>;

export const scaleOf = (points: ScalePoints): RatingScale => ({ points, labels: [...scaleLabels[points]] });

const id = z.string().min(1).max(60).describe('Stable through all versions of the scorecard');
const words = (most: number) => z.string().max(most);

const causeLeaf = z.object({ id, name: words(80) });
const causeBranch = causeLeaf.extend({ children: z.array(causeLeaf).max(20) });
export const rootCause = causeLeaf
  .extend({ children: z.array(causeBranch).max(20) })
  .describe('A reason under a rating; a tree of up to three tiers');
export type RootCause = z.infer<typeof rootCause>;

export const ruleWindows = ['next-reply', 'next-three-replies', 'conversation'] as const;
export type RuleWindow = (typeof ruleWindows)[number];
export const categoryRule = z.object({
  openedBy: z
    .enum(customerActs)
    .nullable()
    .describe('What the customer does that calls for it; null: every conversation'),
  acts: z.array(z.enum(agentActs)).min(1).max(10).describe('Any of these by the agent answers it'),
  wanted: z.boolean().describe('True: met when such an act is found; false: met when none is'),
  within: z.enum(ruleWindows).describe('How soon, counted in the agent’s replies after the opening'),
});
export type CategoryRule = z.infer<typeof categoryRule>;

/** Letters of a prompt to the judge; it is sent with every question. */
export const mostPromptLetters = 2000;

export const categoryKind = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('quality'), quality: qualityId }),
    z.object({ type: z.literal('own') }),
    z.object({ type: z.literal('rule'), rule: categoryRule }),
    z.object({ type: z.literal('examples') }),
    z.object({ type: z.literal('prompt'), prompt: words(mostPromptLetters).describe('In the team’s own words') }),
  ])
  .describe(
    'Who judges it beside people: the scorer, nobody, a rule over acts, a model of the team’s own reviews, or the optional judge by a prompt',
  );
export type CategoryKind = z.infer<typeof categoryKind>;
export type CategoryKindType = CategoryKind['type'];

export const categoryCondition = z
  .object({
    channels: z.array(channel).max(10),
    tags: z.array(words(80)).max(20),
    signals: z.array(z.enum(signalKinds)).max(10),
  })
  .describe('When the category is asked: each list that is not empty must have one that fits; all empty: always');
export type CategoryCondition = z.infer<typeof categoryCondition>;

export const criticalScopes = ['review', 'group'] as const;

export const category = z.object({
  id,
  name: words(80),
  said: words(300).describe('The question or phrase a reviewer reads'),
  kind: categoryKind,
  scale: ratingScale,
  weight: z.number().positive().max(100).describe('Relative importance; only the share of the sum matters'),
  critical: z.enum(criticalScopes).nullable().describe('What a rating below half of the scale sets to 0, if anything'),
  allowNa: z.boolean().describe('May be rated "not applicable", which leaves it out of the score'),
  naWhen: words(300).describe('In words: when it does not apply'),
  rootCauses: z.array(rootCause).max(20).describe('Asked for when the rating is not the highest'),
  guidance: z
    .array(words(600))
    .max(5)
    .describe('What each point of the scale means, from the lowest; may be shorter than the scale or empty'),
  examples: z
    .object({ met: z.array(words(600)).max(10), missed: z.array(words(600)).max(10) })
    .describe('What such a reply reads like'),
  condition: categoryCondition,
});
export type Category = z.infer<typeof category>;

export interface ConditionFacts {
  channel: CategoryCondition['channels'][number];
  tags: readonly string[];
  signals: readonly CategoryCondition['signals'][number][];
}

/** Whether a category is asked of a conversation at all. Tags are compared without regard to capitals. */
export function conditionHolds(condition: CategoryCondition, facts: ConditionFacts): boolean {
  const tags = new Set(facts.tags.map((tag) => tag.toLowerCase()));
  return (
    (condition.channels.length === 0 || condition.channels.includes(facts.channel)) &&
    (condition.tags.length === 0 || condition.tags.some((tag) => tags.has(tag.toLowerCase()))) &&
    (condition.signals.length === 0 || condition.signals.some((kind) => facts.signals.includes(kind)))
  );
}
