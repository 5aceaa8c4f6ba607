/** A contact in person or by phone, written down by the one who had it. A record, never scored. */
import { z } from 'zod';

export const contactChannels = ['in-person', 'phone', 'other'] as const;
export const contactOutcomes = ['yes', 'no', 'open'] as const;

export const contactGiven = z.object({
  channel: z.enum(contactChannels),
  customer: z.string().trim().max(120).describe('A free name; empty where nobody asked for one'),
  at: z.iso.datetime().describe('When it took place'),
  topic: z.string().trim().min(1).max(200),
  resolved: z.enum(contactOutcomes),
  words: z.string().trim().max(4000).describe('A few words of one’s own'),
  promise: z
    .union([z.null(), z.object({ what: z.string().trim().min(1).max(500), dueAt: z.iso.datetime().nullable() })])
    .describe('What was promised, and until when'),
  goodwill: z.union([
    z.null(),
    z.object({
      amountCents: z.int().min(0).max(100_000_000).describe('Integer minor units; 0 for a gesture without money'),
      currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as EUR'),
    }),
  ]),
  question: z.string().trim().max(1000).describe('What was left open; empty where nothing was'),
});
export type ContactGiven = z.infer<typeof contactGiven>;

export const contact = contactGiven.extend({
  promiseKept: z.boolean().describe('Somebody has noted that its promise was kept; false where there is none'),
  id: z.string().describe('Also the id of the conversation it stands as'),
  loggedAt: z.iso.datetime(),
  changedAt: z.iso.datetime().nullable(),
  own: z.boolean().describe('Written by whoever asks, who may change it'),
});
export type Contact = z.infer<typeof contact>;

/** Why no contact has a score, as every page says it. */
export const whyNeverScored =
  'It is what the agent remembers, in their own words. Nobody can see what was said, so there is nothing to score.';
