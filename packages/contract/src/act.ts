/** What a sentence does. The lists are closed; a sentence may carry several acts or none. */
import { z } from 'zod';

export const agentActs = [
  'greet',
  'acknowledge-feeling',
  'apologise',
  'own',
  'ask',
  'restate',
  'inform',
  'instruct',
  'offer-solution',
  'offer-alternative',
  'promise',
  'give-goodwill',
  'refuse',
  'transfer',
  'ask-to-wait',
  'thank',
  'personal-touch',
  'check-resolved',
  'offer-more-help',
  'farewell',
  'hedge',
  'blame',
  'dismiss',
  'rush',
  'mirror-hostility',
  'jargon',
  'negative-framing',
] as const;
export type AgentAct = (typeof agentActs)[number];

export const customerActs = [
  'greet',
  'state-problem',
  'ask',
  'answer',
  'complain',
  'repeat',
  'confused',
  'escalate',
  'threaten-to-leave',
  'chase',
  'confirm-resolved',
  'deny-resolved',
  'thank',
  'feedback',
  'personal-fact',
  'insult',
  'farewell',
] as const;
export type CustomerAct = (typeof customerActs)[number];

export type Act = AgentAct | CustomerAct;
export const acts: readonly Act[] = [...new Set<Act>([...agentActs, ...customerActs])];
export const act = z.enum(acts as [Act, ...Act[]]).describe('What a sentence does');

export const emotionLabels = [
  'angry',
  'frustrated',
  'disappointed',
  'worried',
  'sad',
  'confused',
  'impatient',
  'neutral',
  'hopeful',
  'relieved',
  'pleased',
  'grateful',
] as const;
export const emotionLabel = z.enum(emotionLabels).describe('The customer’s feeling, from what they wrote');
export type EmotionLabel = z.infer<typeof emotionLabel>;

/** Estimated for customers only; there is no such thing for an agent's text, anywhere. */
export const customerEmotion = z.object({
  messageId: z.string().describe('Id of the customer’s message as in its source'),
  valence: z.number().min(-1).max(1).describe('−1 very unhappy … 1 very glad'),
  label: emotionLabel,
});
export type CustomerEmotion = z.infer<typeof customerEmotion>;
