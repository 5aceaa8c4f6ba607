/** What people and the machine would make of a scorecard: how far people agree on it, and what a draft would change. */
import { z } from 'zod';
import { estimate } from './estimate.ts';

export const categoryAgreement = z.object({
  categoryId: z.string(),
  agreement: estimate.describe('Of people who rated the same service blind, beyond luck (Krippendorff’s α)'),
  raters: z.int().describe('People behind it'),
});
export type CategoryAgreement = z.infer<typeof categoryAgreement>;

export const scorecardPreview = z.object({
  read: z.int().describe('Conversations read, drawn at random'),
  of: z.int().describe('Scored conversations they were drawn from'),
  parts: z.int().describe('Agents’ parts in them that the draft gives a score'),
  seed: z.int().describe('Of the draw, so that it can be repeated'),
  published: estimate.nullable().describe('The machine’s score by the version in use, 0–100; null: none is in use'),
  draft: estimate.describe('The same by the draft'),
  difference: estimate.nullable().describe('Draft minus version in use, over the very same parts'),
  peopleOnly: z.array(z.string()).describe('Names of categories that no machine reads; they are in neither number'),
});
export type ScorecardPreview = z.infer<typeof scorecardPreview>;
