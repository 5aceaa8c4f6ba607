import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';

export const exportPerson = defineEndpoint({
  name: 'exportPerson',
  method: 'GET',
  path: '/api/v1/person-export',
  summary: 'Everything kept about one person, as a zip: a page to read, and JSON for programs',
  access: 'admin',
  query: z.object({
    identity: z
      .string()
      .max(2000)
      .regex(/^[\w:-]+(,[\w:-]+)*$/)
      .describe('As found; several with commas for a person with several names'),
  }),
  response: z.string(),
  answers: 'download',
});

export const exportMyData = defineEndpoint({
  name: 'exportMyData',
  method: 'GET',
  path: '/api/v1/my-data',
  summary: 'Everything kept about whoever asks, as a zip: a page to read, and JSON for programs',
  access: 'member',
  response: z.string(),
  answers: 'download',
});
