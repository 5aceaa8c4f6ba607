import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { practiceKept, practiceMoment } from '../practice.ts';
import { qualityId } from '../quality.ts';

export const listPracticeMoments = defineEndpoint({
  name: 'listPracticeMoments',
  method: 'GET',
  path: '/api/v1/practice/moments',
  summary: 'Missed moments to practise on: one’s own, or the team’s without names of people',
  access: 'member',
  query: z.object({
    quality: qualityId.optional(),
    whose: z.enum(['own', 'team']).optional().describe('Own where there are any, else the team’s'),
    seed: z.coerce.number().int().min(0).max(4_294_967_295).optional().describe('The same seed gives the same order'),
  }),
  response: z.object({
    whose: z.enum(['own', 'team']),
    hasOwn: z.boolean().describe('Has the caller missed moments of their own?'),
    seed: z.int(),
    moments: z.array(practiceMoment),
  }),
});

export const listPracticeKept = defineEndpoint({
  name: 'listPracticeKept',
  method: 'GET',
  path: '/api/v1/practice/kept',
  summary: 'The replies the caller kept; nobody else sees them',
  access: 'member',
  response: z.object({ kept: z.array(practiceKept) }),
});

export const keepPractice = defineEndpoint({
  name: 'keepPractice',
  method: 'POST',
  path: '/api/v1/practice/kept',
  summary: 'Keep a practised reply for oneself; without this call nothing of it is stored',
  access: 'member',
  body: z.object({ momentId: z.string().max(40), reply: z.string().trim().min(1).max(20_000) }),
  response: practiceKept,
  status: 201,
});

export const removePractice = defineEndpoint({
  name: 'removePractice',
  method: 'DELETE',
  path: '/api/v1/practice/kept/:keptId',
  summary: 'Forget a kept reply',
  access: 'member',
  params: z.object({ keptId: z.string() }),
  response: z.object({ removed: z.boolean() }),
});
