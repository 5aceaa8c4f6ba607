import { z } from 'zod';
import { checkDeck } from '../check.ts';
import { defineEndpoint } from '../endpoint.ts';
import { verdicts } from '../quality.ts';

export const startCheck = defineEndpoint({
  name: 'startCheck',
  method: 'POST',
  path: '/api/v1/checks',
  summary: 'Draw ten moments at random within qualities, probability stored; or go on with the open ten',
  access: 'reviewer',
  body: z.object({ fresh: z.boolean().optional() }),
  response: checkDeck,
});

export const getCheck = defineEndpoint({
  name: 'getCheck',
  method: 'GET',
  path: '/api/v1/checks/latest',
  summary: 'The newest deck, or none',
  access: 'reader',
  response: z.object({ deck: checkDeck.nullable() }),
});

export const answerCheck = defineEndpoint({
  name: 'answerCheck',
  method: 'POST',
  path: '/api/v1/checks/:deckId/cards/:cardId',
  summary: 'Your verdict on one moment; the machine’s is shown in the answer. It cannot be changed after that',
  access: 'reviewer',
  params: z.object({ deckId: z.string(), cardId: z.string() }),
  body: z.object({
    verdict: z.enum([...verdicts, 'no-opportunity']),
    seconds: z.number().min(0).max(86400).optional(),
  }),
  response: checkDeck,
});
