import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { webhookCall, webhookKind, webhookReceiver } from '../webhook.ts';

const one = z.object({ receiverId: z.string().max(60) });
/** Where the helpdesk makes the secret itself, as most do; else Rapport makes it up and shows it once. */
const ownSecret = z.string().min(8).max(500).optional();

export const receiveWebhook = defineEndpoint({
  name: 'receiveWebhook',
  method: 'POST',
  path: '/api/v1/webhooks/:receiverId',
  summary:
    'For helpdesks: signed news of conversations; or, where a helpdesk signs nothing, a ring with the secret in the header x-rapport-secret. Without a good one the answer is that of an unknown address',
  access: 'anyone',
  params: one,
  accepts: 'raw',
  response: z.object({ received: z.boolean() }),
  status: 202,
});

export const listWebhookReceivers = defineEndpoint({
  name: 'listWebhookReceivers',
  method: 'GET',
  path: '/api/v1/webhook-receivers',
  summary: 'Addresses to which helpdesks send their news, and how each stands',
  access: 'admin',
  response: z.object({ receivers: z.array(webhookReceiver) }),
});

export const createWebhookReceiver = defineEndpoint({
  name: 'createWebhookReceiver',
  method: 'POST',
  path: '/api/v1/webhook-receivers',
  summary: 'Make an address for the news of one helpdesk. The secret is shown this one time where Rapport makes it up',
  access: 'admin',
  body: z.object({
    kind: webhookKind,
    source: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/^[\w .:@/-]+$/, 'letters, digits and . : @ / - _'),
    secret: ownSecret,
  }),
  response: z.object({ receiver: webhookReceiver, secret: z.string().nullable() }),
  status: 201,
});

export const removeWebhookReceiver = defineEndpoint({
  name: 'removeWebhookReceiver',
  method: 'DELETE',
  path: '/api/v1/webhook-receivers/:receiverId',
  summary: 'Close the address; what came through it stays',
  access: 'admin',
  params: one,
  response: z.object({ removed: z.boolean() }),
});

export const switchWebhookReceiver = defineEndpoint({
  name: 'switchWebhookReceiver',
  method: 'POST',
  path: '/api/v1/webhook-receivers/:receiverId/state',
  summary: 'Pause it, or let it go on. While it is paused the helpdesk is told to try again later; nothing is accepted',
  access: 'admin',
  params: one,
  body: z.object({ state: z.enum(['on', 'paused']) }),
  response: webhookReceiver,
});

export const changeReceiverSecret = defineEndpoint({
  name: 'changeReceiverSecret',
  method: 'POST',
  path: '/api/v1/webhook-receivers/:receiverId/secret',
  summary: 'Another signing secret, from now on; shown this one time where Rapport makes it up',
  access: 'admin',
  params: one,
  body: z.object({ secret: ownSecret }),
  response: z.object({ receiver: webhookReceiver, secret: z.string().nullable() }),
});

export const listWebhookCalls = defineEndpoint({
  name: 'listWebhookCalls',
  method: 'GET',
  path: '/api/v1/webhook-receivers/:receiverId/calls',
  summary: 'The last 50 calls at this address, refused ones too, and what became of each; nothing of what they held',
  access: 'admin',
  params: one,
  response: z.object({ calls: z.array(webhookCall) }),
});
