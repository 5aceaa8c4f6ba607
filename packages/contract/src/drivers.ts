/** Drivers: which quality goes together with an outcome, how sure that is, and what would make it surer. */
import { z } from 'zod';
import { channel } from './conversation.ts';
import { estimate, estimateReasons } from './estimate.ts';
import { qualityId, verdict } from './quality.ts';

/** What customers answer when asked: their rating (CSAT), whether they would recommend you (NPS), how easy it was (CES). */
export const askedOutcomes = ['satisfied', 'recommend', 'easy'] as const;
export const driverOutcomes = [...askedOutcomes, 'wrote-again', 'resolved', 'feeling'] as const;
export const driverOutcome = z
  .enum(driverOutcomes)
  .describe(
    'Asked: satisfied, would recommend, found it easy. Seen: did not have to write again, resolved, or the feeling from first to last message',
  );
export type DriverOutcome = z.infer<typeof driverOutcome>;

export type AskedDriverOutcome = (typeof askedOutcomes)[number];
/** The outcome as one that customers were asked for; null for what was seen without asking. */
export const asAsked = (outcome: DriverOutcome): AskedDriverOutcome | null =>
  askedOutcomes.find((one) => one === outcome) ?? null;

export interface OutcomeWords {
  /** On the switch. */
  name: string;
  /** In headlines: what one would like more of. */
  goal: string;
  /** "… in 100", after a number of customers or conversations. */
  many: string;
  /** The same of one. */
  one: string;
  /** What the number counts, in one sentence. */
  counts: string;
  /** True for a share; false for a change of feeling on its own scale. */
  isShare: boolean;
}

export const outcomeWords: Record<DriverOutcome, OutcomeWords> = {
  satisfied: {
    name: 'Satisfied, asked',
    goal: 'satisfied customers',
    many: 'satisfied customers',
    one: 'satisfied customer',
    counts: 'Customers who were asked and answered in the upper part of the scale (4 or 5 of 5).',
    isShare: true,
  },
  recommend: {
    name: 'Would recommend, asked',
    goal: 'customers who would recommend you',
    many: 'customers who would recommend you',
    one: 'customer who would recommend you',
    counts: 'Customers who were asked whether they would recommend you and answered 9 or 10 of 10.',
    isShare: true,
  },
  easy: {
    name: 'Found it easy, asked',
    goal: 'customers who found it easy',
    many: 'customers who found it easy',
    one: 'customer who found it easy',
    counts: 'Customers who were asked about their effort and answered in the easy part of the scale (5 to 7 of 7).',
    isShare: true,
  },
  'wrote-again': {
    name: 'Need not write again',
    goal: 'fewer customers writing again',
    many: 'customers without need to write again',
    one: 'customer without need to write again',
    counts: 'Customers who did not begin another conversation within seven days.',
    isShare: true,
  },
  resolved: {
    name: 'Resolved',
    goal: 'resolved conversations',
    many: 'resolved conversations',
    one: 'resolved conversation',
    counts: 'Conversations that your own system says are resolved.',
    isShare: true,
  },
  feeling: {
    name: 'Feeling, a hint',
    goal: 'a better feeling at the end',
    many: 'a better feeling at the end',
    one: 'a better feeling at the end',
    counts:
      'The feeling in the customer’s last message minus the one in their first, −2 to 2, as the machine reads it.',
    isShare: false,
  },
};

/** `against`: the whole range says less, not more. `hint`: ranges say more, but the machine’s own error is still inside. */
export const driverTiers = ['first', 'real', 'hint', 'against', 'unsure', 'refused'] as const;
export const driverTier = z.enum(driverTiers);
export type DriverTier = z.infer<typeof driverTier>;

export const fairSteps = [
  'side-by-side',
  'same-kind',
  'same-arrival',
  'same-agent',
  'other-qualities',
  'machine-error',
] as const;

export const driverQuality = z.object({
  quality: qualityId,
  tier: driverTier,
  effect: estimate.describe(
    'Change of the outcome when the quality goes one step up (missed to partly, or partly to met): a share 0–1, or points of feeling',
  ),
  corrected: z.boolean().describe('True when human reviews took the machine’s own error out'),
  levels: z
    .array(
      z.object({
        verdict,
        conversations: z.int(),
        outcome: estimate.describe('The outcome among conversations at this level, side by side, nothing allowed for'),
      }),
    )
    .describe('Missed, partly, met'),
  fair: z
    .array(z.object({ step: z.enum(fairSteps), effect: estimate }))
    .describe('What happens to the answer as more is allowed for, from side by side on'),
  byChannel: z
    .object({
      channels: z
        .array(
          z.object({
            channel: channel,
            conversations: z.int().describe('With a known outcome, in which something called for it'),
            effect: estimate.describe('One step up, same agent, the machine’s own error still in it'),
            clear: z.boolean().describe('Surely not zero, over all qualities and channels together'),
          }),
        )
        .describe('Most conversations first'),
      differ: z.boolean().nullable().describe('Do channels surely differ? Null: fewer than two can be told'),
      sentence: z.string(),
    })
    .nullable()
    .default(null)
    .describe('Does it hold in each channel on its own?'),
  gain: estimate.nullable().describe('Of lifting everyone to what the better fifth does; null without human reviews'),
  chanceFirst: z.number().nullable().describe('Chance that this quality has the largest gain'),
  recommended: z.boolean(),
  opportunities: z.int().describe('Conversations with a known outcome that called for it'),
  reviews: z.int(),
  needs: z
    .object({
      outcomes: z
        .int()
        .nullable()
        .describe('Known outcomes in all from which a step of 5 in 100 could be told from nothing'),
      reviews: z.int().nullable().describe('Reviewed conversations in all that would take the machine’s error out'),
    })
    .describe('Computed from the ranges of today'),
  headline: z.object({ marked: z.string(), rest: z.string() }),
  sentence: z.string().describe('What the numbers allow to say, and no more'),
});
export type DriverQuality = z.infer<typeof driverQuality>;

export const articleView = z.object({
  article: z.int().describe('1–5'),
  says: z.string().describe('What this article says matters most'),
  qualities: z.array(qualityId).describe('The qualities here that come nearest to it'),
  yours: z.string().describe('What this team’s customers show of it'),
});
export type ArticleView = z.infer<typeof articleView>;

export const driversAnswer = z.object({
  outcome: driverOutcome,
  basis: z
    .enum(['none', 'uncorrected', 'corrected'])
    .describe('none: no comparison was possible; uncorrected: hints; corrected: set right with human reviews'),
  reason: z.enum(estimateReasons).nullable().describe('Why no comparison was possible'),
  headline: z.object({ marked: z.string(), rest: z.string() }),
  summary: z.string(),
  rate: estimate.describe('The outcome over all conversations in which it is known'),
  response: z
    .object({
      answered: z.int(),
      of: z.int(),
      weighted: estimate.describe('Answers weighted back to all customers'),
      bounds: z
        .object({ lower: z.number(), upper: z.number() })
        .nullable()
        .describe('If all who did not answer had said no, or all yes'),
      scales: z
        .array(z.object({ min: z.number().nullable(), max: z.number().nullable(), answers: z.int() }))
        .describe('The scales on which customers answered, as they came'),
    })
    .nullable()
    .describe('Only for what was asked'),
  qualities: z.array(driverQuality),
  articles: z.array(articleView),
  next: z
    .array(z.object({ sentence: z.string(), go: z.enum(['first-run', 'conversations', 'check']).nullable() }))
    .describe('The cheapest ways to a surer answer, best first, with the page that begins it'),
  allowedFor: z.array(z.string()),
  caveats: z.array(z.string()),
  known: z.int().describe('Conversations in which the outcome is known'),
  conversations: z.int(),
  agents: z.int(),
  period: z.object({ from: z.iso.datetime().nullable(), to: z.iso.datetime().nullable() }),
  scorerVersion: z.string(),
  seed: z.int(),
});
export type DriversAnswer = z.infer<typeof driversAnswer>;
