/** What the pages read: one row of the list, and one whole conversation. */
import { z } from 'zod';
import { authorRole, channel } from './conversation.ts';
import { qualityId, scoreVerdict } from './quality.ts';
import { careStep, goodwillFound, moment, promiseFound, qualityScore, signal } from './score.ts';

export const conversationRow = z.object({
  id: z.string(),
  sourceId: z.string(),
  source: z.string(),
  customer: z.string(),
  firstWords: z.string(),
  agents: z.array(z.string()),
  channel: channel,
  feelingFirst: z.number().nullable(),
  feelingLast: z.number().nullable(),
  heardSeconds: z
    .number()
    .nullable()
    .describe('From the first voiced trouble to the first acknowledgement; null: never or nothing to hear'),
  heard: z.enum(['yes', 'never', 'nothing-to-hear']),
  verdict: scoreVerdict.nullable().describe('Of the quality in the filter, or of the one most in need'),
  verdictQuality: qualityId.nullable(),
  verdictConfidence: z.number().nullable(),
  csat: z.object({ value: z.number(), min: z.number(), max: z.number() }).nullable(),
  signals: z.array(z.string()),
  exceptional: z.boolean(),
  lastAt: z.iso.datetime().nullable(),
  messages: z.int(),
});
export type ConversationRow = z.infer<typeof conversationRow>;

export const transcriptMessage = z.object({
  id: z.string().describe('Key within the conversation; evidence points to it'),
  at: z.iso.datetime().nullable(),
  role: authorRole,
  author: z.string(),
  text: z.string(),
  visibility: z.enum(['public', 'internal']),
  scored: z.boolean(),
  emotion: z.object({ valence: z.number(), label: z.string() }).nullable(),
});

export const conversationDetail = z.object({
  id: z.string(),
  sourceId: z.string(),
  source: z.string(),
  channel: channel,
  subject: z.string(),
  customer: z.string(),
  status: z.string().nullable(),
  tags: z.array(z.string()),
  csat: z.object({ value: z.number(), min: z.number(), max: z.number() }).nullable(),
  wroteAgain: z.boolean().nullable(),
  startedAt: z.iso.datetime().nullable(),
  lastAt: z.iso.datetime().nullable(),
  summary: z.string().describe('One plain sentence from the scores, never a judgement of a person'),
  messages: z.array(transcriptMessage),
  assessments: z.array(
    z.object({ agentId: z.string(), agent: z.string(), qualities: z.record(qualityId, qualityScore) }),
  ),
  moments: z.array(moment.extend({ agent: z.string() })),
  promises: z.array(promiseFound),
  mayNotePromise: z
    .boolean()
    .describe('Its promise was written down by hand, and whoever asks may note that it was kept'),
  goodwill: z.array(goodwillFound),
  orderOfCare: z.array(careStep),
  signals: z.array(signal),
  exceptional: z.boolean(),
  notScored: z.string().nullable(),
  scorerVersion: z.string().nullable(),
  earlier: z.array(z.object({ id: z.string(), subject: z.string(), lastAt: z.iso.datetime().nullable() })),
});
export type ConversationDetail = z.infer<typeof conversationDetail>;
