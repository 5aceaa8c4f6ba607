import { z } from 'zod';
import { driverOutcome, driversAnswer } from '../drivers.ts';
import { defineEndpoint } from '../endpoint.ts';

export const getDrivers = defineEndpoint({
  name: 'getDrivers',
  method: 'GET',
  path: '/api/v1/drivers',
  summary: 'Which qualities go together with an outcome, how sure that is, and what would make it surer',
  access: 'reader',
  query: z.object({
    outcome: driverOutcome.optional().describe('The first one that can say something, unless said'),
  }),
  response: z.object({
    drivers: driversAnswer.nullable(),
    outcomes: z
      .array(z.object({ outcome: driverOutcome, known: z.int(), basis: driversAnswer.shape.basis }))
      .describe('Every outcome with how many conversations tell it'),
    refreshing: z.boolean(),
  }),
});
