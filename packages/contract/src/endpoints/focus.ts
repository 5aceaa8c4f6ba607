import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { focus } from '../focus.ts';

export const getFocus = defineEndpoint({
  name: 'getFocus',
  method: 'GET',
  path: '/api/v1/focus',
  summary: 'What to work on first, or why that cannot be told yet',
  access: 'reader',
  response: z.object({ focus: focus.nullable(), refreshing: z.boolean() }),
});
