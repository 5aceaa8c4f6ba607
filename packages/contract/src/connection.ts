/** A live connection to the place where a team's conversations are: what it needs, how it stands, what it has read. */
import { z } from 'zod';

export const sourceKinds = [
  'zendesk',
  'intercom',
  'chatwoot',
  'libredesk',
  'zammad',
  'request-tracker',
  'freshdesk',
  'help-scout',
] as const;
export const sourceKind = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKind>;

export const sourceField = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string().describe('Where it is found'),
  example: z.string().describe('Shown in the empty field'),
  secret: z.boolean().describe('Sealed when it is stored, and never shown again'),
  usual: z.string().optional().describe('What it is for nearly everybody'),
});
export type SourceField = z.infer<typeof sourceField>;

/** What a kind of source needs, in the words of its form. */
export const sourceOffer = z.object({
  kind: sourceKind,
  name: z.string(),
  needs: z.string().describe('Which rights the key must have'),
  reads: z.string(),
  limits: z.string().describe('What cannot be read, or only late'),
  addressHint: z.string(),
  usualAddress: z.string().optional(),
  fields: z.array(sourceField),
});
export type SourceOffer = z.infer<typeof sourceOffer>;

export const connectionStates = ['running', 'paused', 'failing'] as const;
export const connectionState = z.enum(connectionStates);
export type ConnectionState = z.infer<typeof connectionState>;

/** Why something could not be done, in three parts. */
export const connectionReason = z.object({
  code: z.string(),
  what: z.string(),
  wayOut: z.string(),
});
export type ConnectionReason = z.infer<typeof connectionReason>;

export const connection = z.object({
  id: z.string(),
  kind: sourceKind,
  name: z.string(),
  address: z.string(),
  origin: z.string().describe('Names the origin of its conversations, wherever they are shown or filtered'),
  settings: z.record(z.string(), z.string()).describe('Without secrets'),
  hasSecret: z.boolean(),
  state: connectionState,
  reason: connectionReason.nullable().describe('Why it fails, or waits'),
  historyFrom: z.iso.datetime().nullable().describe('Conversations changed before are left where they are; null: all'),
  historyDone: z.boolean().describe('False while conversations from before the connection are still being read'),
  historyReadTo: z.string().nullable().describe('How far reading the past has come, in words'),
  lastReadAt: z.iso.datetime().nullable().describe('When it last had everything'),
  nextTryAt: z.iso.datetime().nullable(),
  counts: z.object({
    conversations: z.int(),
    messages: z.int().describe('New ones, each counted once'),
    changed: z.int().describe('Messages that were stored and read differently later'),
    gone: z.int().describe('Conversations the source has deleted or merged, taken away here too'),
    refused: z.int().describe('Messages that could not be read'),
  }),
  problems: z.array(z.object({ code: z.string(), reason: z.string(), count: z.int(), messages: z.int() })),
  createdAt: z.iso.datetime(),
});
export type Connection = z.infer<typeof connection>;

/** What is typed into the form. An empty secret keeps the stored one, unless the address leads to another host. */
export const connectionDraft = z.object({
  kind: sourceKind,
  name: z.string().trim().min(1).max(80),
  address: z.string().trim().min(1).max(500),
  fields: z.record(z.string().max(40), z.string().max(4000)),
  historyDays: z.int().min(0).max(36500).nullable().describe('How many days back are read; null: everything there is'),
  origin: z.string().trim().min(1).max(60).optional().describe('As in an earlier import, to go on with that one'),
});
export type ConnectionDraft = z.infer<typeof connectionDraft>;

export const connectionTrial = z.object({
  works: z.boolean(),
  account: z.string().nullable().describe('Whom the other side takes us for'),
  remarks: z.array(z.string()),
  reason: connectionReason.nullable(),
});
export type ConnectionTrial = z.infer<typeof connectionTrial>;
