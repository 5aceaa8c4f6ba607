/** Reasons behind bad experiences, and rules that cost: conversations grouped by what was said in them. */
import { z } from 'zod';
import { changeSigns } from './changes.ts';
import { estimate } from './estimate.ts';

export const reasonKinds = ['problem', 'rule'] as const;
export const reasonKind = z
  .enum(reasonKinds)
  .describe('problem: what customers brought up; rule: what they were refused, and by which rule');
export type ReasonKind = (typeof reasonKinds)[number];

export const reasonKey = z
  .string()
  .min(1)
  .max(100)
  .describe('The words that name the group, joined by "~"; the same words are the same group tomorrow');

export const reasonQuote = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  quote: z.string().describe('Exactly as it stands in the message'),
});

export const fixSigns = ['fell', 'no-clear-change', 'rose', 'watching'] as const;

export const reasonGroup = z.object({
  kind: reasonKind,
  key: reasonKey,
  name: z.string().describe('Its words as customers or agents mostly write them'),
  conversations: z.int(),
  share: estimate.describe('Of all scored conversations, clustered by agent'),
  weeks: z
    .array(z.object({ from: z.iso.datetime(), n: z.int(), of: z.int() }))
    .describe('Of the conversations that ended in each of the newest weeks, how many; oldest first'),
  trend: z
    .object({ difference: estimate, sign: z.enum(changeSigns), words: z.string() })
    .describe(
      'The share in the newest four weeks against the weeks before, false discovery controlled over all groups',
    ),
  quotes: z.array(reasonQuote).describe('A few of its sentences, newest first'),
  after: z
    .object({
      feelingLast: estimate.describe('The customer’s feeling in their last message, −1…1, as the machine reads it'),
      satisfied: estimate.describe('Of the customers who rated, the share that was satisfied'),
      wroteAgain: estimate.describe('Share that had to write again within seven days'),
    })
    .describe('How these conversations ended: hints, not causes'),
});
export type ReasonGroup = z.infer<typeof reasonGroup>;

export const reasonsAnswer = z.object({
  asOf: z.iso.datetime().nullable(),
  scored: z.int().describe('Scored conversations in all'),
  bad: z
    .object({
      conversations: z.int(),
      rated: z.int().describe('Of them rated in the lower part of the scale: asked'),
      inferred: z.int().describe('The others: unhappy at the end, or trouble in what the customer did; inferred'),
      grouped: z.int().describe('Of them those in a group'),
    })
    .describe('Bad experiences'),
  refused: z.object({ conversations: z.int(), grouped: z.int() }).describe('Conversations with a rule or a refusal'),
  lookedIn: z
    .object({ problem: z.number(), rule: z.number() })
    .default({ problem: 1, rule: 1 })
    .describe(
      'Share of the conversations, 0–1, in which groups were looked for, where there are too many sentences for all; placed in them are all',
    ),
  all: reasonGroup.shape.after.describe('The same of all scored conversations, to compare with'),
  problems: z.array(reasonGroup),
  rules: z.array(reasonGroup),
  headline: z.object({ marked: z.string(), rest: z.string() }),
  sentence: z.string(),
  scorerVersion: z.string(),
});
export type ReasonsAnswer = z.infer<typeof reasonsAnswer>;

/** What a person said of a group, and what came of it. */
export const reasonCare = z.object({
  kind: reasonKind,
  key: reasonKey,
  owner: z.string().nullable().describe('Who looks after it, as written by a person'),
  fixedAt: z.iso.datetime().nullable(),
  fix: z
    .object({
      sign: z.enum(fixSigns),
      estimate: estimate.describe('Change of its share of conversations with the fix'),
      sentence: z.string(),
    })
    .nullable()
    .describe('Whether it fell after the fix; null without one'),
});
export type ReasonCare = z.infer<typeof reasonCare>;
