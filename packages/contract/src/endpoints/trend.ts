import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { qualityId } from '../quality.ts';
import { trend, trendSteps } from '../trend.ts';
import { ofTeam, whose } from '../whose.ts';

export const getTrend = defineEndpoint({
  name: 'getTrend',
  method: 'GET',
  path: '/api/v1/trend',
  summary: 'How often one quality was met when called for, by week or month, as each version of the scorer reads it',
  access: 'reader',
  query: z.object({
    team: ofTeam,
    quality: qualityId,
    by: z.enum(trendSteps).optional().describe('Weeks up to half a year of data, months beyond, unless said'),
  }),
  response: trend.extend({ whose }),
});
