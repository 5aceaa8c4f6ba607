/** Conversations that a program sends by itself, one or many at a time. */
import { z } from 'zod';

export const pushProblem = z.object({
  index: z.int().describe('Place of the conversation in what was sent, from 0'),
  conversation: z.string().nullable().describe('Its id, where it has one'),
  field: z.string().nullable().describe('Such as messages[2].text'),
  code: z.string(),
  severity: z.enum(['refused', 'warning']).describe('What is refused is not stored; a warning is, with a doubt'),
  reason: z.string(),
  wayOut: z.string(),
  messages: z.int().describe('How many messages were refused by it'),
});
export type PushProblem = z.infer<typeof pushProblem>;

/** What was said when a push was received; the same again for the same idempotency key. */
export const pushReceipt = z.object({
  id: z.string(),
  source: z.string(),
  receivedAt: z.iso.datetime(),
  conversations: z.int().describe('Accepted, in whole or in part'),
  messages: z.int().describe('Accepted; from here on they are never lost'),
  refusedMessages: z.int(),
  problems: z.array(pushProblem),
});
export type PushReceipt = z.infer<typeof pushReceipt>;

export const pushStates = ['waiting', 'stored', 'scored', 'failed'] as const;

export const pushStatus = pushReceipt.extend({
  state: z.enum(pushStates).describe('waiting: safe, not yet in lists · stored: in lists, not yet scored'),
  storedAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
});
export type PushStatus = z.infer<typeof pushStatus>;
