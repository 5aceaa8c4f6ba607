import { z } from 'zod';
import { authorRole } from '../conversation.ts';
import { conversationDetail } from '../conversation-page.ts';
import { defineEndpoint } from '../endpoint.ts';
import { intakeProblem, planSpeaker } from '../intake.ts';

/** About an hour of talk. What is longer goes through an import, whose worker keeps nobody waiting. */
export const mostPasted = 50_000;

export const lookAtTranscript = defineEndpoint({
  name: 'lookAtTranscript',
  method: 'POST',
  path: '/api/v1/transcripts/look',
  summary: 'Read and score a pasted chat or call; nothing of it is stored or logged',
  access: 'member',
  body: z.object({
    text: z.string().min(1).max(mostPasted),
    kind: z
      .enum(['chat', 'call'])
      .describe('An agent answers a call, a customer opens a chat; and how soon an answer is due'),
    speakers: z
      .array(z.object({ name: z.string(), role: authorRole }))
      .optional()
      .describe('Who is who, where the guess is wrong'),
    timeZone: z.string().optional().describe('IANA zone of its times; UTC unless said'),
  }),
  response: z.object({
    headline: z.string().describe('One sentence on what it was taken for'),
    speakers: z.array(planSpeaker),
    problems: z.array(intakeProblem).describe('What could not be read, with its line'),
    accepted: z.int().describe('Messages read'),
    rejected: z.int(),
    conversations: z.array(conversationDetail).describe('Without an id: they are nowhere'),
  }),
});
