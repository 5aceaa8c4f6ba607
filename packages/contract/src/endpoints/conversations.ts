import { z } from 'zod';
import { conversationDetail, conversationRow } from '../conversation-page.ts';
import { defineEndpoint } from '../endpoint.ts';
import { conversationFilter, savedView } from '../view.ts';

export const listConversations = defineEndpoint({
  name: 'listConversations',
  method: 'GET',
  path: '/api/v1/conversations',
  summary: 'One page of conversations under a filter, with the total',
  access: 'reader',
  query: conversationFilter.extend({
    after: z.string().optional().describe('Cursor of the page before'),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  response: z.object({
    rows: z.array(conversationRow),
    next: z.string().nullable(),
    total: z.int(),
    totalIsExact: z.boolean(),
  }),
});

export const getConversation = defineEndpoint({
  name: 'getConversation',
  method: 'GET',
  path: '/api/v1/conversations/:conversationId',
  summary: 'One conversation with its transcript, evidence, feelings, promises and goodwill; an agent’s own, too',
  access: 'member',
  params: z.object({ conversationId: z.string() }),
  response: conversationDetail,
});

export const listViews = defineEndpoint({
  name: 'listViews',
  method: 'GET',
  path: '/api/v1/views',
  summary: 'Built-in and saved views with their counts',
  access: 'reader',
  response: z.object({ views: z.array(savedView) }),
});

export const saveView = defineEndpoint({
  name: 'saveView',
  method: 'POST',
  path: '/api/v1/views',
  summary: 'Save a filter under a name',
  access: 'reader',
  body: z.object({ name: z.string().trim().min(1).max(60), filter: conversationFilter }),
  response: savedView,
  status: 201,
});

export const removeView = defineEndpoint({
  name: 'removeView',
  method: 'DELETE',
  path: '/api/v1/views/:viewId',
  summary: 'Forget a saved view; no conversation is touched',
  access: 'reader',
  params: z.object({ viewId: z.string() }),
  response: z.object({ removed: z.boolean() }),
});

export const exportData = defineEndpoint({
  name: 'exportData',
  method: 'GET',
  path: '/api/v1/exports/:what',
  summary: 'Conversations, scores or checks as CSV or JSON lines',
  access: 'reader',
  params: z.object({ what: z.enum(['conversations', 'scores', 'checks']) }),
  query: z.object({ format: z.enum(['csv', 'jsonl']).optional() }),
  response: z.string(),
  answers: 'download',
});
