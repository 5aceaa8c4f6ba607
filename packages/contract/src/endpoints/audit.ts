import { z } from 'zod';
import { auditEntry, auditWhats } from '../audit.ts';
import { defineEndpoint } from '../endpoint.ts';

const auditFilter = z.object({
  what: z.enum(auditWhats).optional(),
  personId: z.string().max(100).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});

export const listAudit = defineEndpoint({
  name: 'listAudit',
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'What was done and by whom, newest first',
  access: 'admin',
  query: auditFilter.extend({
    before: z.coerce.number().int().positive().optional().describe('Number to go on before'),
  }),
  response: z.object({ entries: z.array(auditEntry), next: z.int().nullable() }),
});

export const exportAudit = defineEndpoint({
  name: 'exportAudit',
  method: 'GET',
  path: '/api/v1/audit/export',
  summary: 'The log as CSV or JSON lines, oldest first, each entry with its hash',
  access: 'admin',
  query: auditFilter.extend({ format: z.enum(['csv', 'jsonl']).optional() }),
  response: z.string(),
  answers: 'download',
});
