import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { evidence } from '../score.ts';
import { suggestion, suggestionKinds, suggestionStates } from '../suggestion.ts';

export const listSuggestions = defineEndpoint({
  name: 'listSuggestions',
  method: 'GET',
  path: '/api/v1/suggestions',
  summary: 'What was proposed: for members their own and everything answered, for leads all of it',
  access: 'member',
  response: z.object({
    suggestions: z.array(suggestion),
    mayAnswer: z.boolean().describe('May the caller assign and answer?'),
    owners: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .describe('Who may be given one, for who may answer; by name'),
  }),
});

export const proposeSuggestion = defineEndpoint({
  name: 'proposeSuggestion',
  method: 'POST',
  path: '/api/v1/suggestions',
  summary: 'Propose an article, a macro or a change of a rule, with the words that show why',
  access: 'member',
  body: z.object({
    kind: z.enum(suggestionKinds),
    title: z.string().trim().min(1).max(160),
    words: z.string().trim().min(1).max(4000),
    conversationId: z.string(),
    said: evidence.pick({ messageId: true, start: true, end: true, quote: true }),
  }),
  response: suggestion,
  status: 201,
});

export const answerSuggestion = defineEndpoint({
  name: 'answerSuggestion',
  method: 'PUT',
  path: '/api/v1/suggestions/:suggestionId',
  summary: 'Give a suggestion its owner, its state and its answer; an answer needs words',
  access: 'lead',
  params: z.object({ suggestionId: z.string() }),
  body: z.object({
    ownerId: z.string().min(1).max(100).describe('A member'),
    state: z.enum(suggestionStates),
    answer: z.string().trim().max(4000).nullable(),
  }),
  response: suggestion,
});
