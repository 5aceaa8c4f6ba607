/** News that helpdesks send by themselves, the moment something happens. */
import { z } from 'zod';

/** They sign what they send, so it can be taken at its word. */
export const signingKinds = ['chatwoot', 'libredesk', 'zendesk', 'intercom', 'help-scout', 'zammad'] as const;
/** They sign nothing: their call is a ring at the door, and the connection goes and looks for itself. */
export const ringingKinds = ['freshdesk', 'request-tracker'] as const;
export const webhookKinds = [...signingKinds, ...ringingKinds] as const;
export const webhookKind = z.enum(webhookKinds);
export type WebhookKind = z.infer<typeof webhookKind>;

export const webhookReceiver = z.object({
  id: z.string(),
  kind: webhookKind,
  state: z.enum(['on', 'paused']),
  source: z
    .string()
    .describe('Names the origin of its conversations; the same as that of a connection to the same helpdesk'),
  path: z.string().describe('Below the public address of Rapport; the helpdesk sends there'),
  setUp: z.string().describe('Where to enter address and secret in the helpdesk'),
  brings: z
    .enum(['news', 'ring'])
    .describe(
      'ring: nothing of what is sent is read; the connection of this origin looks right away instead of in its turn',
    ),
  secretFrom: z
    .enum(['helpdesk', 'either'])
    .describe('helpdesk: it makes the secret itself, which is then entered here'),
  received: z.int().describe('Signed news, or rings with the right secret, so far'),
  refused: z.int().describe('Wrong or missing signatures or secrets, replays'),
  lastReceivedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type WebhookReceiver = z.infer<typeof webhookReceiver>;

/** What became of one call of a helpdesk. */
export const webhookVerdicts = [
  'stored',
  'nothing-to-keep',
  'known',
  'rang',
  'rang-already',
  'nobody-looks',
  'paused',
  'unreadable',
  'unsigned',
  'wrong',
  'too-old',
] as const;
export const webhookVerdict = z.enum(webhookVerdicts);
export type WebhookVerdict = z.infer<typeof webhookVerdict>;

export const webhookCall = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  verdict: webhookVerdict,
  bytes: z.int().describe('Of its body'),
});
export type WebhookCall = z.infer<typeof webhookCall>;
