/** How long conversations are kept, how a person is erased, and the receipt that stays. */
import { z } from 'zod';
import { channel, channels } from './conversation.ts';

/** What is proposed where nobody has said anything yet. */
export const proposedDays = 180;
/** Days between saying a stricter rule and the first deletion by it: a mistake can be taken back. */
export const graceDays = 7;

const days = z.int().min(1).max(36_500).nullable().describe('Days; null: kept until somebody deletes it');

export const retentionRule = z.object({
  defaultDays: days,
  channelDays: z.partialRecord(channel, days).describe('Channels that differ from the default'),
  countedFrom: z
    .enum(['arrival', 'last-message'])
    .describe('arrival: from the later of last message and first import, so that history does not go at once'),
});
export type RetentionRule = z.infer<typeof retentionRule>;

/** Days by which conversations of a channel are kept; null: without end. */
export const daysOf = ({ defaultDays, channelDays }: RetentionRule, one: (typeof channels)[number]): number | null =>
  channelDays[one] === undefined ? defaultDays : channelDays[one];

/** Does the new rule delete anything the old one would keep? Then it begins after the days of grace. */
export function isStricter(next: RetentionRule, before: RetentionRule | null): boolean {
  if (before === null || (before.countedFrom === 'arrival' && next.countedFrom === 'last-message')) return true;
  return channels.some((one) => (daysOf(next, one) ?? Infinity) < (daysOf(before, one) ?? Infinity));
}

export const retentionPreview = z.object({
  stored: z.int().describe('Conversations there are'),
  conversations: z.int().describe('Conversations that would go today'),
  oldest: z.iso.datetime().nullable().describe('Newest message of the oldest of these'),
  olderByDate: z.int().describe('Conversations older than the limit by their own date, whenever they came'),
  byChannel: z.array(
    z.object({ channel, days, stored: z.int(), conversations: z.int(), oldest: z.iso.datetime().nullable() }),
  ),
});
export type RetentionPreview = z.infer<typeof retentionPreview>;

export const retentionRun = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  conversations: z.int(),
  people: z.int().describe('Customers of whom nothing was left'),
  byChannel: z.partialRecord(channel, z.int()),
});
export type RetentionRun = z.infer<typeof retentionRun>;

export const retention = z.object({
  rule: retentionRule.nullable().describe('Null: nobody has said anything, so nothing is ever deleted'),
  startsAt: z.iso.datetime().nullable().describe('Nothing is deleted before'),
  nextRunAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
  preview: retentionPreview.describe('By the rule in force; by the proposed one where there is none'),
  runs: z.array(retentionRun).describe('The newest ones first'),
});
export type Retention = z.infer<typeof retention>;

export const personKinds = ['customer', 'agent'] as const;

/** One name under which somebody is known here. A person may have several: one for each source, and an account. */
export const identity = z.object({
  id: z.string().describe('author:ID, customer-of:CONVERSATION, or member:ID'),
  kind: z.enum([...personKinds, 'member']),
  name: z.string(),
  source: z.string().nullable(),
  key: z.string().nullable().describe('Stable id in the source, as stored'),
  conversations: z.int(),
  messages: z.int(),
  active: z.boolean().describe('An account that can still sign in'),
});
export type Identity = z.infer<typeof identity>;

export const identityId = z.string().regex(/^(author|customer-of):\d{1,18}$|^member:[\w-]{1,64}$/);

/** Words by which the person is known in texts: names, addresses, numbers. */
export const erasedWords = z.array(z.string().trim().min(2).max(200)).max(30);

export const erasureWanted = z.object({
  kind: z.enum(personKinds),
  identityIds: z.array(identityId).min(1).max(50),
  words: erasedWords,
});
export type ErasureWanted = z.infer<typeof erasureWanted>;

export const erasurePreview = z.object({
  names: z.array(z.string()),
  confirm: z.string().describe('What has to be typed'),
  conversations: z.int().describe('Of a customer: conversations that go, with everything in them'),
  messages: z.int().describe('Messages in these'),
  messagesElsewhere: z.int().describe('Of a customer: own messages in conversations of others, which go too'),
  kept: z.int().describe('Of an agent: conversations that stay, under another name'),
  words: z.array(z.object({ words: z.string(), texts: z.int().describe('Texts of others in which they stand') })),
  stops: z.array(z.string()).describe('Why it cannot be done yet, in sentences; empty: it can'),
});
export type ErasurePreview = z.infer<typeof erasurePreview>;

/** What stays of an erasure: numbers, and nothing of the person. */
export const erasureReceipt = z.object({
  id: z.string(),
  kind: z.enum([...personKinds, 'replay']),
  state: z.enum(['asked', 'masking', 'done']),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  counts: z.record(z.string(), z.int()),
  marks: z.int().describe('Keyed hashes that keep the person from coming back'),
});
export type ErasureReceipt = z.infer<typeof erasureReceipt>;
