/** What was masked and is kept, sealed, beside the message: off unless an owner switches it on. */
import { z } from 'zod';
import { maskCounts } from './intake.ts';

/** Never cards, keys and passwords, or national ids: whoever answers customers needs none of them again. */
export const keptKinds = ['email', 'phone', 'iban'] as const;
export const keptKind = z.enum(keptKinds);
export type KeptKind = z.infer<typeof keptKind>;

/** A closed list, because the log holds no words of people. */
export const revealReasonWords = {
  'customer-asked': 'To answer the customer',
  'wrongly-masked': 'It seems to have been masked by mistake',
  safety: 'Fraud or danger',
  legal: 'A request of a court or an authority',
} as const;
export type RevealReason = keyof typeof revealReasonWords;
// The keys of the object above are exactly the reasons; Object.keys forgets that.
export const revealReason = z.enum(Object.keys(revealReasonWords) as [RevealReason, ...RevealReason[]]);

export const keptWordsState = z.object({
  keeps: z.boolean(),
  kept: z.record(keptKind, z.int()).describe('Places that can be revealed, by kind'),
  masked: maskCounts.describe('Everything that was masked when storing, by kind'),
});
export type KeptWordsState = z.infer<typeof keptWordsState>;

export const maskedPlace = z.object({
  messageId: z.string(),
  start: z.int().describe('Offset of the bracket in the stored text'),
  kind: keptKind,
  before: z.string().describe('Words before it, to find it by'),
  after: z.string(),
});
export type MaskedPlace = z.infer<typeof maskedPlace>;
