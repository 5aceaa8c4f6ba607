import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { rescoreRun, scoringState } from '../rescore.ts';

const rescoreParams = z.object({ rescoreId: z.string() });

export const startRescore = defineEndpoint({
  name: 'startRescore',
  method: 'POST',
  path: '/api/v1/rescores',
  summary:
    'Score again, with the scorer of this server, what another version scored. Both versions stay in the trend. Goes on with one that is open; nothing to do answers null',
  access: 'admin',
  response: z.object({ rescore: rescoreRun.nullable() }),
  status: 202,
});

export const getScoring = defineEndpoint({
  name: 'getScoring',
  method: 'GET',
  path: '/api/v1/scoring',
  summary: 'Which version scored what, which one the focus is read from, and how far a rescore got',
  access: 'reader',
  response: scoringState,
});

export const pauseRescore = defineEndpoint({
  name: 'pauseRescore',
  method: 'POST',
  path: '/api/v1/rescores/:rescoreId/pause',
  summary: 'Stop scoring again after the conversations under way; nothing is lost',
  access: 'admin',
  params: rescoreParams,
  response: rescoreRun,
});

export const resumeRescore = defineEndpoint({
  name: 'resumeRescore',
  method: 'POST',
  path: '/api/v1/rescores/:rescoreId/resume',
  summary: 'Go on where it stopped',
  access: 'admin',
  params: rescoreParams,
  response: rescoreRun,
});
