import { z } from 'zod';
import { dispute, disputeDecision, disputeState, disputeSummary, newDispute } from '../dispute.ts';
import { defineEndpoint } from '../endpoint.ts';

export const listDisputes = defineEndpoint({
  name: 'listDisputes',
  method: 'GET',
  path: '/api/v1/disputes',
  summary: 'Disputes: for agents their own, for leads those of everybody whose service they see',
  access: 'member',
  query: z.object({ state: disputeState.optional(), conversationId: z.string().optional() }),
  response: z.object({ disputes: z.array(dispute), summary: disputeSummary, mayDecide: z.boolean() }),
});

export const openDispute = defineEndpoint({
  name: 'openDispute',
  method: 'POST',
  path: '/api/v1/disputes',
  summary: 'Contest a reading of your own service; it is out of averages until another person has decided',
  access: 'member',
  body: newDispute,
  response: dispute,
  status: 201,
});

export const withdrawDispute = defineEndpoint({
  name: 'withdrawDispute',
  method: 'POST',
  path: '/api/v1/disputes/:disputeId/withdraw',
  summary: 'Take back your own dispute that nobody has decided yet',
  access: 'member',
  params: z.object({ disputeId: z.string() }),
  response: dispute,
});

export const decideDispute = defineEndpoint({
  name: 'decideDispute',
  method: 'POST',
  path: '/api/v1/disputes/:disputeId/decision',
  summary: 'Decide a dispute, with words to the agent; never your own, and never one about your own review',
  access: 'lead',
  params: z.object({ disputeId: z.string() }),
  body: disputeDecision,
  response: dispute,
});

export const setDisputeWindow = defineEndpoint({
  name: 'setDisputeWindow',
  method: 'PUT',
  path: '/api/v1/dispute-window',
  summary: 'For how many days a reading can be contested after the agent could see it',
  access: 'admin',
  body: z.object({ windowDays: z.int().min(1).max(365) }),
  response: z.object({ windowDays: z.int() }),
});
