import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { webhookKind, webhookReceiver } from '../webhook.ts';

export const receiveWebhook = defineEndpoint({
  name: 'receiveWebhook',
  method: 'POST',
  path: '/api/v1/webhooks/:receiverId',
  summary:
    'For helpdesks: signed news of conversations. Without a good signature the answer is that of an unknown address',
  access: 'anyone',
  params: z.object({ receiverId: z.string().max(60) }),
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
    secret: z.string().min(8).max(500).optional().describe('Where the helpdesk makes the secret itself, as most do'),
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
  params: z.object({ receiverId: z.string().max(60) }),
  response: z.object({ removed: z.boolean() }),
});
