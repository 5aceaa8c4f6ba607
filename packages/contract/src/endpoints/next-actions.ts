import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { nextActions } from '../next-action.ts';
import { ofTeam } from '../whose.ts';

export const getNextActions = defineEndpoint({
  name: 'getNextActions',
  method: 'GET',
  path: '/api/v1/next-actions',
  summary: 'At most three things to do next: why, what each would bring with its range, what it costs',
  access: 'reader',
  query: z.object({ team: ofTeam }),
  response: nextActions,
});
