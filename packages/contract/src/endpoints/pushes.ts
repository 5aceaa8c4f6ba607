import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { pushReceipt, pushStatus } from '../push.ts';

export const pushConversations = defineEndpoint({
  name: 'pushConversations',
  method: 'POST',
  path: '/api/v1/conversations',
  summary:
    'Send one conversation, or a list of them, as in the JSON import; up to 1 MB. The answer comes when they are safe. A header "idempotency-key" makes sending twice the same as once',
  access: 'ingest',
  query: z.object({
    source: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/^[\w .:@/-]+$/, 'letters, digits and . : @ / - _')
      .default('push')
      .describe('Names the origin, so that id "1" of two systems does not collide'),
  }),
  accepts: 'raw',
  response: pushReceipt,
  status: 202,
});

export const getPush = defineEndpoint({
  name: 'getPush',
  method: 'GET',
  path: '/api/v1/pushes/:pushId',
  summary: 'How far one push has come; kept for a week',
  access: 'ingest',
  params: z.object({ pushId: z.string() }),
  response: pushStatus,
});
