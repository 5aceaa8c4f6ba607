import { z } from 'zod';
import { changes } from '../changes.ts';
import { defineEndpoint } from '../endpoint.ts';

export const getChanges = defineEndpoint({
  name: 'getChanges',
  method: 'GET',
  path: '/api/v1/changes',
  summary: 'What really changed in the newest week against the weeks before; nothing where the data end two weeks ago',
  access: 'reader',
  response: z.object({
    changes: changes.nullable().describe('Null before the first answer'),
  }),
});
