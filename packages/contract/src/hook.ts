/** Signed news that Rapport sends to other systems. Ids and numbers only: never a customer's words. */
import { z } from 'zod';

export const hookEvents = [
  'conversations.scored',
  'import.done',
  'source.failing',
  'notice.made',
  'hook.test',
] as const;
export const hookEvent = z.enum(hookEvents);
export type HookEvent = z.infer<typeof hookEvent>;

export const hook = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(hookEvent),
  state: z.enum(['on', 'off']),
  reason: z.string().nullable().describe('Why it was switched off'),
  failures: z.int().describe('In a row'),
  createdAt: z.iso.datetime(),
});
export type Hook = z.infer<typeof hook>;

export const hookDelivery = z.object({
  id: z.string(),
  event: hookEvent,
  state: z.enum(['waiting', 'delivered', 'failed']),
  tries: z.int(),
  status: z.int().nullable().describe('Of the last answer'),
  trouble: z.string().nullable(),
  createdAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
});
export type HookDelivery = z.infer<typeof hookDelivery>;
