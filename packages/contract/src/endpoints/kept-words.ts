import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { keptKind, keptWordsState, maskedPlace, revealReason } from '../kept-words.ts';

const one = z.object({ conversationId: z.string() });

export const getKeptWords = defineEndpoint({
  name: 'getKeptWords',
  method: 'GET',
  path: '/api/v1/kept-words',
  summary: 'Whether masked words are kept, sealed, and how many',
  access: 'admin',
  response: keptWordsState,
});

export const setKeptWords = defineEndpoint({
  name: 'setKeptWords',
  method: 'PUT',
  path: '/api/v1/kept-words',
  summary: 'Keep what is masked from now on; or keep nothing, and forget at once what was kept',
  access: 'owner',
  body: z.object({ keeps: z.boolean() }),
  response: keptWordsState,
});

export const listMaskedPlaces = defineEndpoint({
  name: 'listMaskedPlaces',
  method: 'GET',
  path: '/api/v1/conversations/:conversationId/masked',
  summary: 'Masked places of one conversation that can be revealed',
  access: 'admin',
  params: one,
  response: z.object({ places: z.array(maskedPlace) }),
});

export const revealMasked = defineEndpoint({
  name: 'revealMasked',
  method: 'POST',
  path: '/api/v1/conversations/:conversationId/reveals',
  summary: 'Show one masked place, for a reason; who did it and why is logged',
  access: 'admin',
  params: one,
  body: z.object({
    messageId: z.string().max(1000),
    start: z.int().min(0),
    reason: revealReason,
    reference: z
      .string()
      .regex(/^[\w./#-]{0,40}$/, 'letters, digits and . / # - _')
      .default('')
      .describe('Number of a case or file elsewhere'),
  }),
  response: z.object({ kind: keptKind, words: z.string() }),
});
