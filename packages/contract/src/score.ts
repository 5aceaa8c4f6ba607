/** Moments, quality scores and what else one reading of a conversation finds. */
import { z } from 'zod';
import { customerEmotion } from './act.ts';
import { noScoreReason, type QualityId, qualityId, qualityIds, scoreVerdict, verdict } from './quality.ts';

export const evidence = z.object({
  messageId: z.string(),
  start: z.int().min(0).describe('UTF-16 offset into the message text'),
  end: z.int().min(0).describe('UTF-16 offset, exclusive'),
  quote: z.string().describe('Always text.slice(start, end)'),
});
export type Evidence = z.infer<typeof evidence>;

export const moment = z.object({
  quality: qualityId,
  trigger: evidence.nullable().describe('The words that called for the quality'),
  response: evidence.nullable().describe('The author’s words that met it or hurt; null when nothing answered'),
  verdict: verdict,
  confidence: z.number().min(0).max(1),
  weight: z
    .number()
    .min(0)
    .describe('How much this moment counts in the overall verdict: later, more painful, more consequential'),
  rule: z.string().describe('Id of the named rule that judged it'),
  why: z.string().describe('One plain sentence'),
});
export type Moment = z.infer<typeof moment>;

export const qualityScore = z.object({
  score: z
    .number()
    .min(0)
    .max(100)
    .nullable()
    .describe('Share of moments met, partly counting half; null with a reason'),
  verdict: scoreVerdict,
  reason: noScoreReason.optional(),
  confidence: z.number().min(0).max(1),
  moments: z.array(moment),
});
export type QualityScore = z.infer<typeof qualityScore>;

export const agentAssessment = z.object({
  agent: z.string().describe('The author’s name exactly as in the messages'),
  agentId: z.string().optional().describe('The author’s stable id, where the source has one'),
  qualities: z.object(
    Object.fromEntries(qualityIds.map((id) => [id, qualityScore])) as Record<QualityId, typeof qualityScore>,
  ),
});
export type AgentAssessment = z.infer<typeof agentAssessment>;

/** `kept-noted`: of one that was written down by hand, by somebody who says so; no text shows it. */
export const promiseStates = ['open', 'kept-in-text', 'kept-noted', 'broken-said-customer', 'no-sign-yet'] as const;
export type PromiseState = (typeof promiseStates)[number];

export const isKept = (state: PromiseState): boolean => state === 'kept-in-text' || state === 'kept-noted';

export const promiseFound = z.object({
  agent: z.string(),
  said: evidence,
  what: z.string().describe('The promised thing, in the agent’s own words'),
  dueAt: z.iso.datetime().nullable().describe('When it falls due, if the words say so'),
  dueWords: z.string().nullable(),
  state: z.enum(promiseStates).describe('What the text shows; text alone never proves a breach'),
  sign: evidence.nullable().describe('The words that show it was kept, or that the customer says it was not'),
});
export type PromiseFound = z.infer<typeof promiseFound>;

export const goodwillFound = z.object({
  agent: z.string(),
  said: evidence,
  amountCents: z
    .int()
    .min(0)
    .nullable()
    .describe('Integer minor units; 0 for a gesture without money; null if not said'),
  currency: z.string().nullable(),
});
export type GoodwillFound = z.infer<typeof goodwillFound>;

export const careSteps = [
  'hello',
  'acknowledged',
  'apologised',
  'explored',
  'fix-offered',
  'choice',
  'refused',
  'promise',
  'goodwill',
  'checked',
  'warm-close',
] as const;
export const careStep = z.object({
  step: z.enum(careSteps),
  messageId: z.string(),
  at: z.iso.datetime().nullable(),
  agent: z.string(),
  outOfOrder: z.boolean().describe('True for a fix before any acknowledgement of a voiced problem'),
});
export type CareStep = z.infer<typeof careStep>;

export const signalKinds = [
  'repeated',
  'chased',
  'asked-for-manager',
  'threatened-to-leave',
  'denied-resolved',
  'confirmed-resolved',
  'thanked',
] as const;
export const signal = z
  .object({ kind: z.enum(signalKinds), said: evidence })
  .describe('What the customer did, that later answers can be judged by');
export type Signal = z.infer<typeof signal>;

export const notScoredReasons = [
  'bot-only',
  'no-agent-reply',
  'no-customer',
  'language',
  'too-little-text',
  'too-long',
] as const;
export type NotScoredReason = (typeof notScoredReasons)[number];

export const conversationScore = z.object({
  conversationId: z.string(),
  agents: z.array(agentAssessment),
  customerEmotion: z.array(customerEmotion),
  promises: z.array(promiseFound),
  goodwill: z.array(goodwillFound),
  orderOfCare: z.array(careStep),
  signals: z.array(signal),
  exceptional: z.boolean().describe('All moments met, at least one beyond what was asked, the customer delighted'),
  notScored: z.enum(notScoredReasons).nullable().describe('Why no agent was scored at all, or null'),
  language: z.string().nullable().describe('Main language of the public text, where it could be told'),
  scorerVersion: z.string(),
});
export type ConversationScore = z.infer<typeof conversationScore>;
