/** One import of one file, from the drop to the first answer. */
import { z } from 'zod';
import { intakePlan, maskCounts } from './intake.ts';

export const importStates = [
  'receiving',
  'looking',
  'needs-mapping',
  'reading',
  'who-is-who',
  'scoring',
  'finding',
  'done',
  'paused',
  'cancelled',
  'failed',
] as const;
export const importState = z.enum(importStates);
export type ImportState = z.infer<typeof importState>;

export const importRun = z.object({
  id: z.string(),
  fileName: z.string(),
  fileBytes: z.number(),
  source: z.string().describe('Names the origin, so that id "1" of two exports does not collide'),
  state: importState,
  plan: intakePlan.nullable(),
  counts: z.object({
    bytesRead: z.number(),
    bytesTotal: z.number(),
    units: z.int().describe('Rows (CSV) or messages (JSONL, JSON) seen'),
    accepted: z.int(),
    updated: z.int().describe('Accepted units that changed something already stored'),
    duplicate: z.int(),
    rejected: z.int(),
    conversations: z.int(),
    toScore: z.int(),
    scored: z.int(),
    masked: maskCounts,
    notScored: z.array(z.object({ reason: z.string(), conversations: z.int() })),
  }),
  period: z.object({ from: z.iso.datetime().nullable(), to: z.iso.datetime().nullable() }),
  problems: z.int(),
  failure: z.string().nullable().describe('What happened, what is safe, the way out'),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  scoringStartedAt: z.iso.datetime().nullable(),
});
export type ImportRun = z.infer<typeof importRun>;
