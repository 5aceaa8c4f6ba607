import { z } from 'zod';
import { changes } from '../changes.ts';
import { defineEndpoint } from '../endpoint.ts';
import { ofTeam, whose } from '../whose.ts';

export const getChanges = defineEndpoint({
  name: 'getChanges',
  method: 'GET',
  path: '/api/v1/changes',
  summary: 'What really changed in the newest week against the weeks before; nothing where the data end two weeks ago',
  access: 'reader',
  query: z.object({ team: ofTeam }),
  response: z.object({ changes: changes.nullable().describe('Null before the first answer'), whose }),
});
