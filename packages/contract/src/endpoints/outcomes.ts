import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { outcomesAnswer } from '../outcomes.ts';

export const getOutcomes = defineEndpoint({
  name: 'getOutcomes',
  method: 'GET',
  path: '/api/v1/outcomes',
  summary: 'How conversations ended: asked (CSAT, NPS, CES with their scales) and seen, never mixed, also by channel',
  access: 'reader',
  response: z.object({ outcomes: outcomesAnswer.nullable().describe('Null before the first answer') }),
});
