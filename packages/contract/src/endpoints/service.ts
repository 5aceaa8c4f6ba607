import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { notServiceGroup, notServiceKind } from '../service.ts';

const answer = z.object({
  service: z.int().describe('Conversations of the import that are service'),
  groups: z.array(notServiceGroup).describe('Most frequent first; none when everything is service'),
});

export const listNotService = defineEndpoint({
  name: 'listNotService',
  method: 'GET',
  path: '/api/v1/imports/:importId/service',
  summary: 'Which conversations of an import are taken for no service: newsletters, bounces, invoices …, by kind',
  access: 'reader',
  params: z.object({ importId: z.string() }),
  query: z.object({ kind: notServiceKind.optional().describe('Gives more than five conversations of this kind') }),
  response: answer,
});

export const confirmNotService = defineEndpoint({
  name: 'confirmNotService',
  method: 'POST',
  path: '/api/v1/imports/:importId/service',
  summary: 'Say of a whole kind whether it is service; what is service is then scored',
  access: 'admin',
  params: z.object({ importId: z.string() }),
  body: z.object({ kind: notServiceKind, isService: z.boolean() }),
  response: answer,
});

export const setService = defineEndpoint({
  name: 'setService',
  method: 'PUT',
  path: '/api/v1/conversations/:conversationId/service',
  summary: 'Say of one conversation that it is service, or what else it is; it is scored, or its scores go',
  access: 'admin',
  params: z.object({ conversationId: z.string() }),
  body: z.object({ notService: notServiceKind.nullable() }),
  response: z.object({ conversationId: z.string(), notService: notServiceKind.nullable() }),
});
