import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { estimate } from '../estimate.ts';

export const getEarlyLook = defineEndpoint({
  name: 'getEarlyLook',
  method: 'GET',
  path: '/api/v1/imports/:importId/early-look',
  summary:
    'How often voiced trouble was acknowledged in what an import has scored so far: the range shrinks as it goes on',
  access: 'reader',
  params: z.object({ importId: z.string() }),
  response: z.object({
    looks: z
      .array(z.object({ conversations: z.int().describe('In which trouble was voiced'), acknowledged: estimate }))
      .describe('After a ninth, a third and all of what is scored so far; from twenty on'),
  }),
});
