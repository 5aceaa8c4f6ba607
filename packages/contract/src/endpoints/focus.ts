import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { focus } from '../focus.ts';
import { ofTeam, whose } from '../whose.ts';

export const getFocus = defineEndpoint({
  name: 'getFocus',
  method: 'GET',
  path: '/api/v1/focus',
  summary: 'What to work on first, or why that cannot be told yet',
  access: 'reader',
  query: z.object({ team: ofTeam }),
  response: z.object({ focus: focus.nullable(), refreshing: z.boolean(), whose }),
});
