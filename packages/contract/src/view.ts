/** Filters over conversations, and the views people save of them. Every field is an allow-listed column. */
import { z } from 'zod';
import { channel } from './conversation.ts';
import { weekParts } from './hours.ts';
import { qualityId, scoreVerdict } from './quality.ts';
import { signalKinds } from './score.ts';
import { timeZone } from './time-zone.ts';

export const conversationSorts = ['newest', 'oldest', 'most-to-learn', 'unhappiest'] as const;
export const conversationFilter = z.object({
  q: z.string().max(200).optional().describe('Words that occur in the conversation'),
  channel: channel.optional(),
  agentId: z.string().optional(),
  teamId: z
    .string()
    .max(20)
    .optional()
    .describe(
      'Scores of this team’s people; without a quality or level: conversations that one of them answered first',
    ),
  source: z.string().optional(),
  importId: z.string().max(20).optional().describe('Only conversations that one import held'),
  quality: qualityId.optional(),
  verdict: scoreVerdict.optional(),
  followed: z.enum(['yes', 'no']).optional().describe('With quality and verdict: did trouble follow the moment?'),
  signal: z.enum([...signalKinds, 'wrote-again']).optional(),
  rated: z.enum(['satisfied', 'unsatisfied', 'none']).optional(),
  asked: z
    .enum(['promoter', 'passive', 'detractor', 'easy', 'not-easy'])
    .optional()
    .describe('What the customer answered when asked to recommend (NPS) or about effort (CES)'),
  resolved: z.enum(['yes', 'no']).optional().describe('As the source says'),
  feeling: z.enum(['lifted', 'fell', 'very-upset-at-start', 'unhappy-at-end']).optional(),
  begun: z
    .enum(weekParts)
    .optional()
    .describe('Scored, and begun in this part of the week; `from` and `to` then bound the first message'),
  zone: timeZone.optional().describe('With begun: by whose clock; UTC unless said'),
  flag: z.enum(['fix-first', 'exceptional', 'open-promise', 'goodwill', 'unsure', 'not-scored']).optional(),
  reason: z
    .string()
    .max(120)
    .regex(/^(?:problem|rule):.+$/)
    .optional()
    .describe('Grouped under this reason: its kind, a colon and its key'),
  from: z.iso.datetime().optional().describe('Last message not before this'),
  to: z.iso.datetime().optional(),
  sort: z.enum(conversationSorts).optional(),
});
export type ConversationFilter = z.infer<typeof conversationFilter>;

export const savedView = z.object({
  id: z.string(),
  name: z.string().min(1).max(60),
  filter: conversationFilter,
  builtIn: z.boolean(),
  count: z.int().nullable(),
});
export type SavedView = z.infer<typeof savedView>;
