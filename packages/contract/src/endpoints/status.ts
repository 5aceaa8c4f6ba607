import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { ladder } from '../focus.ts';
import { scoringState } from '../rescore.ts';

export const status = z.object({
  version: z.string(),
  scorerVersion: z.string(),
  scoring: scoringState,
  conversations: z.int(),
  seen: z
    .object({ conversations: z.int(), more: z.boolean().describe('Counted no further') })
    .describe('Conversations that the caller may see'),
  messages: z.int(),
  agents: z.int(),
  scored: z.int(),
  sample: z.boolean().describe('True when only the sample team is here'),
  sampleMixed: z.boolean().describe('True when it stands among a team’s own: then no number is true'),
  agentNamesShown: z.boolean().describe('False until the agents’ rights form is filled; then lists say "Agent 1"'),
  period: z.object({ from: z.iso.datetime().nullable(), to: z.iso.datetime().nullable() }),
  ladder: ladder.nullable(),
  openImports: z.array(z.object({ id: z.string(), state: z.string() })),
});
export type Status = z.infer<typeof status>;

export const getStatus = defineEndpoint({
  name: 'getStatus',
  method: 'GET',
  path: '/api/v1/status',
  summary: 'What is stored, how much of it is scored, and which step of the ladder the team stands on',
  access: 'reader',
  response: status,
});
