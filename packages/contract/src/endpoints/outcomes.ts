import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { outcomesAnswer } from '../outcomes.ts';
import { ofTeam, whose } from '../whose.ts';

export const getOutcomes = defineEndpoint({
  name: 'getOutcomes',
  method: 'GET',
  path: '/api/v1/outcomes',
  summary: 'How conversations ended: asked (CSAT, NPS, CES with their scales) and seen, never mixed, also by channel',
  access: 'reader',
  query: z.object({ team: ofTeam }),
  response: z.object({ outcomes: outcomesAnswer.nullable().describe('Null before the first answer'), whose }),
});
