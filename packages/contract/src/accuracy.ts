/** How far the scorer agrees with labelled text: measured once, shipped with the scorer, shown beside every score. */
import { z } from 'zod';
import { act } from './act.ts';
import { estimate } from './estimate.ts';
import { qualityId, scoreVerdict } from './quality.ts';

export const trustLevels = ['weak', 'fair', 'good', 'strong'] as const;
export const trustLevel = z.enum(trustLevels).describe('How far to trust a verdict, from the measured agreement');
export type TrustLevel = z.infer<typeof trustLevel>;

/** Agreement beyond luck from which each level is said; 0 is luck, 1 the same answer every time. */
export const trustFrom: Record<Exclude<TrustLevel, 'weak'>, number> = { fair: 0.3, good: 0.45, strong: 0.6 };

/** Follows "How far to trust this". */
export const trustWords: Record<TrustLevel, { name: string; advice: string }> = {
  weak: { name: 'weak', advice: 'read the moments, do not count them' },
  fair: { name: 'fair', advice: 'look at many together, never at one alone' },
  good: { name: 'good', advice: 'a real signal over many; read the moments before you act on one' },
  strong: { name: 'strong', advice: 'mostly as a second reader would say; still read before you judge a person' },
};

export const qualityAccuracy = z.object({
  quality: qualityId,
  trust: trustLevel,
  kappa: estimate.describe(
    'Agreement beyond luck with the labels, 0 luck to 1 identical: linear weighted kappa over missed, partly, met',
  ),
  blind: estimate
    .nullable()
    .describe('The same on the part the scorer was made on, each conversation read by models that had not seen it'),
  noOpportunityF1: estimate.describe('F1 of saying that nothing called for the quality'),
  missed: estimate.describe('Of the replies called missed, the share labelled missed'),
  notMet: estimate.describe('Of the replies called missed, the share labelled missed or partly'),
  saidMet: estimate.describe('Of the replies called met, the share labelled met'),
  confusion: z
    .array(z.object({ machine: scoreVerdict, label: scoreVerdict, n: z.int() }))
    .describe('How often each pair of verdicts came together; pairs that never did are left out'),
});
export type QualityAccuracy = z.infer<typeof qualityAccuracy>;

export const actAccuracy = z.object({
  side: z.enum(['agent', 'customer']),
  act: act,
  f1: estimate,
  precision: z.number(),
  recall: z.number(),
  calibrationError: z.number(),
});
export type ActAccuracy = z.infer<typeof actAccuracy>;

export const accuracyMeasure = z.object({
  what: z.string(),
  data: z.string().describe('Name of the set of labelled text'),
  kind: z.enum(['own', 'trained-on', 'transfer']).describe('transfer: nothing was learned from that set'),
  better: z.enum(['higher', 'lower']),
  floor: z.number().nullable().describe('What was asked for; null where nothing was'),
  estimate: estimate,
});
export type AccuracyMeasure = z.infer<typeof accuracyMeasure>;

const ratersAgree = { kappa: z.number(), actsF1: z.number(), valence: z.number() };

export const accuracy = z.object({
  scorerVersion: z.string().describe('The version that was measured'),
  measuredAt: z.iso.date(),
  commit: z.string(),
  conversations: z.int(),
  assessments: z.int(),
  sentences: z.int(),
  blindConversations: z.int(),
  ceiling: z
    .object({ ...ratersAgree, threads: z.object(ratersAgree).describe('On real public threads') })
    .describe('Agreement of two blind raters of the kind that made the labels: language models, not people'),
  kappa: estimate.describe('Mean over the qualities'),
  blindKappa: estimate.nullable(),
  qualities: z.array(qualityAccuracy),
  acts: z.array(actAccuracy),
  measures: z.array(accuracyMeasure),
  confidence: z
    .array(z.object({ said: z.number(), right: z.number(), n: z.int() }))
    .describe('Mean confidence beside the share of verdicts as labelled, from least sure to surest'),
});
export type Accuracy = z.infer<typeof accuracy>;

export const trustOf = (kappa: number | null): TrustLevel => {
  if (kappa === null || kappa < trustFrom.fair) return 'weak';
  if (kappa < trustFrom.good) return 'fair';
  return kappa < trustFrom.strong ? 'good' : 'strong';
};
