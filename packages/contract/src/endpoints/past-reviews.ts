import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { pastReviewImport, pastReviewProblem, pastReviewsLook, pastReviewsSummary, saidScale } from '../past-review.ts';
import { scorecard } from '../scorecard.ts';

const file = z.object({
  fileName: z.string().min(1).max(300),
  columns: z.string().max(8000).optional().describe('Which column holds what, as JSON; absent: as guessed'),
  scale: saidScale.optional().describe('Where the file names no scale'),
  dayFirst: z.enum(['yes', 'no']).optional(),
});

export const lookAtPastReviews = defineEndpoint({
  name: 'lookAtPastReviews',
  method: 'POST',
  path: '/api/v1/past-reviews/look',
  summary: 'What a CSV of past reviews holds, as it would be read; nothing is stored',
  access: 'admin',
  query: file,
  accepts: 'bytes',
  response: pastReviewsLook,
});

export const importPastReviews = defineEndpoint({
  name: 'importPastReviews',
  method: 'POST',
  path: '/api/v1/past-reviews',
  summary: 'Keep past reviews; rows that are there already are counted, rows that cannot be read are kept as they are',
  access: 'admin',
  query: file,
  accepts: 'bytes',
  response: z.object({ import: pastReviewImport, problems: z.array(pastReviewProblem) }),
  status: 201,
});

export const getPastReviews = defineEndpoint({
  name: 'getPastReviews',
  method: 'GET',
  path: '/api/v1/past-reviews',
  summary: 'What was brought, how far people agree with each other and with the scorer, how strict each reviewer was',
  access: 'lead',
  response: pastReviewsSummary,
});

export const listPastReviewProblems = defineEndpoint({
  name: 'listPastReviewProblems',
  method: 'GET',
  path: '/api/v1/past-reviews/:importId/problems',
  summary: 'Rows of one file that could not be read, with line, reason and way out',
  access: 'admin',
  params: z.object({ importId: z.string() }),
  response: z.object({ problems: z.array(pastReviewProblem) }),
});

export const removePastReviews = defineEndpoint({
  name: 'removePastReviews',
  method: 'DELETE',
  path: '/api/v1/past-reviews/:importId',
  summary: 'Remove everything one file brought',
  access: 'admin',
  params: z.object({ importId: z.string() }),
  response: z.object({ removed: z.int() }),
});

export const importScorecard = defineEndpoint({
  name: 'importScorecard',
  method: 'POST',
  path: '/api/v1/scorecards/import',
  summary: 'A new scorecard with a draft from a CSV of categories: group, category, scale, weight, critical',
  access: 'lead',
  query: z.object({ name: z.string().trim().min(1).max(80) }),
  accepts: 'bytes',
  response: z.object({ scorecard, problems: z.array(pastReviewProblem) }),
  status: 201,
});
