import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { reasonCare, reasonKey, reasonKind, reasonsAnswer } from '../reasons.ts';
import { ofTeam, whose } from '../whose.ts';

export const getReasons = defineEndpoint({
  name: 'getReasons',
  method: 'GET',
  path: '/api/v1/reasons',
  summary: 'Reasons behind bad experiences and rules that cost, with quotes, trend, owners and whether a fix helped',
  access: 'reader',
  query: z.object({ team: ofTeam }),
  response: z.object({
    reasons: reasonsAnswer.nullable().describe('Null before the first answer, and for a team that has none'),
    whose,
    care: z.array(reasonCare).describe('What people said of groups, also of those that are no group any more'),
  }),
});

export const careForReason = defineEndpoint({
  name: 'careForReason',
  method: 'PUT',
  path: '/api/v1/reasons/:kind/:key',
  summary: 'Say who looks after a reason, and since when it is fixed',
  access: 'lead',
  params: z.object({ kind: reasonKind, key: reasonKey }),
  body: z.object({
    owner: z.string().trim().min(1).max(80).nullable().describe('Null: nobody'),
    fixedAt: z.iso.datetime().nullable().describe('Null: not fixed'),
  }),
  response: z.object({ care: reasonCare }),
});
