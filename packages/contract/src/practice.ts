/** Practice: a moment that was really missed, up to the reply; the agent writes theirs, the scorer answers in the page. */
import { z } from 'zod';
import { authorRole } from './conversation.ts';
import { qualityId, scoreVerdict } from './quality.ts';

export const practiceTurn = z.object({
  role: authorRole,
  author: z.string().describe('A shown name; in a moment of the team only "the customer" and "a colleague"'),
  text: z.string(),
});
export type PracticeTurn = z.infer<typeof practiceTurn>;

export const practiceMoment = z.object({
  id: z.string(),
  quality: qualityId,
  whose: z.enum(['own', 'team']),
  turns: z.array(practiceTurn).describe('The conversation up to the reply; the last is a customer’s'),
  trigger: z
    .object({ turn: z.int(), start: z.int(), end: z.int(), quote: z.string() })
    .nullable()
    .describe('What called for the quality, in one of the turns'),
  written: z.string().describe('What was really written, to be shown afterwards'),
  why: z.string().describe('What the machine said of it'),
  conversationId: z.string().nullable().describe('Only where the caller may read the whole conversation'),
});
export type PracticeMoment = z.infer<typeof practiceMoment>;

export const practiceKept = z.object({
  id: z.string(),
  quality: qualityId,
  turns: z.array(practiceTurn),
  reply: z.string(),
  verdict: scoreVerdict,
  why: z.string(),
  keptAt: z.iso.datetime(),
});
export type PracticeKept = z.infer<typeof practiceKept>;
