/** A conversation: the whole exchange on one matter, with its messages in order. */
import { z } from 'zod';

export const channels = ['email', 'chat', 'phone', 'social', 'messaging', 'web-form', 'in-person', 'other'] as const;
export const channel = z.enum(channels).describe('Closed list; any other word of a source becomes "other"');
export type Channel = z.infer<typeof channel>;

/** Channels as they are said. */
export const channelNames: Record<Channel, string> = {
  email: 'e-mail',
  chat: 'chat',
  phone: 'phone',
  social: 'social',
  messaging: 'messaging',
  'web-form': 'web form',
  'in-person': 'in person',
  other: 'other',
};

export const authorRoles = ['customer', 'agent', 'bot', 'system'] as const;
export const authorRole = z
  .enum(authorRoles)
  .describe('Who wrote it. Only agents are scored; only customers have emotion');
export type AuthorRole = z.infer<typeof authorRole>;

export const messageSigns = ['list', 'bulk', 'auto-reply', 'auto-generated', 'bounce', 'spam', 'forward'] as const;
export type MessageSign = (typeof messageSigns)[number];

export const message = z.object({
  id: z
    .string()
    .describe('Id within its conversation, as in the source; made from the position where the source has none'),
  at: z.iso.datetime().nullable().describe('UTC instant, or null where the source gives none'),
  role: authorRole,
  roleGuessed: z.boolean().optional().describe('True when the source did not say who this is'),
  author: z.string().describe('Display name as in the source'),
  authorId: z.string().optional().describe('Stable id of the author in the source'),
  authorEmail: z.string().optional(),
  authorIsTeam: z
    .boolean()
    .optional()
    .describe('True when a shared mailbox hides who wrote: counted for the team, never shown as a person'),
  signs: z
    .array(z.enum(messageSigns))
    .optional()
    .describe('What the headers of a mail say about it; machines and mailings are told from people by them'),
  text: z.string().describe('Exactly as in the source; every offset points into this string, in UTF-16 units'),
  visibility: z.enum(['public', 'internal']).describe('Internal notes are never scored'),
});
export type Message = z.infer<typeof message>;

export const outcomeValue = z.union([z.boolean(), z.number(), z.null()]);

export const conversation = z.object({
  id: z.string().describe('Id as in the source; unique within it'),
  channel: channel,
  channelRaw: z.string().optional().describe('The word the source used'),
  subject: z.string(),
  customer: z.string().nullable().describe('Who was served: id or name as in the source'),
  assignee: z.string().nullable().describe('Who holds it now; context only, never scored for others’ words'),
  status: z.string().nullable(),
  tags: z.array(z.string()),
  resolved: z.boolean().nullable(),
  csatRaw: z.string().nullable().describe('The answer as given; null when nobody answered'),
  csatMax: z.number().nullable().describe('Top of the scale, where the source says so'),
  csatComment: z.string().optional().describe('What the customer wrote beside the answer'),
  csatAgentId: z.string().optional().describe('Id of the agent the answer is about, where the source says so'),
  followUpOf: z.string().optional().describe('Id of the earlier conversation that this one takes up again'),
  language: z.string().nullable(),
  outcomes: z.record(z.string(), outcomeValue).describe('Named outcomes of the team’s own'),
  messages: z.array(message),
});
export type Conversation = z.infer<typeof conversation>;

/** Whose replies are judged: the author of a public message in the role of an agent, never the assignee. */
export const isScorable = (one: Pick<Message, 'role' | 'visibility'>): boolean =>
  one.role === 'agent' && one.visibility === 'public';
