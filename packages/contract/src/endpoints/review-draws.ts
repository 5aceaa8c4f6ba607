/** Leading reviews: draws, assignments, goals, results. */
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { reviewTask } from '../review.ts';
import { drawKind, reviewDraw, reviewResults, reviewSettings } from '../review-draw.ts';
import { evidence } from '../score.ts';

const day = z.iso.datetime();

export const drawReviews = defineEndpoint({
  name: 'drawReviews',
  method: 'POST',
  path: '/api/v1/review-draws',
  summary: 'Draw conversations to review: by chance, the same number per agent, or flagged and kept out of every rate',
  access: 'lead',
  body: z.object({
    kind: drawKind,
    wanted: z.int().min(1).max(200).describe('Per agent for a random draw; in all for a flagged one'),
    from: day.optional(),
    to: day.optional(),
    agentIds: z.array(z.string()).max(1000).optional().describe('Absent: everybody you may see'),
    reviewerIds: z.array(z.string().min(1).max(100)).min(1).max(50).describe('Who shares the work'),
    dueAt: day.optional(),
    scorecardId: z.string().optional().describe('Absent: the default scorecard'),
  }),
  response: z.object({ draw: reviewDraw }),
  status: 201,
});

export const listReviewDraws = defineEndpoint({
  name: 'listReviewDraws',
  method: 'GET',
  path: '/api/v1/review-draws',
  summary: 'Every draw with its frame, its seed and the chance of each conversation, newest first',
  access: 'lead',
  response: z.object({ draws: z.array(reviewDraw) }),
});

export const assignReview = defineEndpoint({
  name: 'assignReview',
  method: 'POST',
  path: '/api/v1/review-tasks',
  summary: 'Send one conversation to a reviewer; chosen by a person, so it enters no rate',
  access: 'lead',
  body: z.object({
    conversationId: z.string(),
    agentId: z.string(),
    reviewerId: z.string().min(1).max(100),
    why: z.string().trim().max(200).default(''),
    dueAt: day.optional(),
  }),
  response: z.object({ task: reviewTask }),
  status: 201,
});

export const reassignReview = defineEndpoint({
  name: 'reassignReview',
  method: 'POST',
  path: '/api/v1/review-tasks/:assignmentId/reassign',
  summary: 'Give an open review to somebody else, or another day; what was begun is kept with its writer',
  access: 'lead',
  params: z.object({ assignmentId: z.string() }),
  body: z.object({ reviewerId: z.string().min(1).max(100).optional(), dueAt: day.nullable().optional() }),
  response: z.object({ task: reviewTask }),
});

export const setReviewGoal = defineEndpoint({
  name: 'setReviewGoal',
  method: 'PUT',
  path: '/api/v1/review-goals/:personId',
  summary: 'How many reviews a person means to do in a week; null: no goal',
  access: 'lead',
  params: z.object({ personId: z.string().min(1).max(100) }),
  body: z.object({ perWeek: z.int().min(1).max(500).nullable() }),
  response: z.object({ perWeek: z.int().nullable() }),
});

export const listReviewers = defineEndpoint({
  name: 'listReviewers',
  method: 'GET',
  path: '/api/v1/reviewers',
  summary: 'Who can be given reviews, or be called in a comment',
  access: 'member',
  response: z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), me: z.boolean() })) }),
});

export const getReviewSettings = defineEndpoint({
  name: 'getReviewSettings',
  method: 'GET',
  path: '/api/v1/review-settings',
  summary: 'Whether agents read who reviewed them',
  access: 'member',
  response: reviewSettings,
});

export const changeReviewSettings = defineEndpoint({
  name: 'changeReviewSettings',
  method: 'PUT',
  path: '/api/v1/review-settings',
  summary: 'Whether agents read who reviewed them; from now on and for all reviews',
  access: 'admin',
  body: reviewSettings,
  response: reviewSettings,
});

export const getReviewResults = defineEndpoint({
  name: 'getReviewResults',
  method: 'GET',
  path: '/api/v1/review-results',
  summary: 'What the reviews say of the team: pass rates with ranges, IQS and AQS apart, coverage, agreement',
  access: 'reader',
  query: z.object({ from: day.optional(), to: day.optional() }),
  response: reviewResults,
});

const pin = z.object({
  id: z.string(),
  conversationId: z.string(),
  words: evidence.nullable(),
  note: z.string(),
  at: day,
});

export const listPins = defineEndpoint({
  name: 'listPins',
  method: 'GET',
  path: '/api/v1/pins',
  summary: 'What you have pinned, newest first; nobody else sees it',
  access: 'member',
  query: z.object({ conversationId: z.string().optional() }),
  response: z.object({ pins: z.array(pin) }),
});

export const addPin = defineEndpoint({
  name: 'addPin',
  method: 'POST',
  path: '/api/v1/pins',
  summary: 'Keep a conversation, or words of it, for later',
  access: 'member',
  body: z.object({
    conversationId: z.string(),
    words: evidence.optional(),
    note: z.string().trim().max(1000).default(''),
  }),
  response: z.object({ pin }),
  status: 201,
});

export const removePin = defineEndpoint({
  name: 'removePin',
  method: 'DELETE',
  path: '/api/v1/pins/:pinId',
  summary: 'Let go of a pin of your own',
  access: 'member',
  params: z.object({ pinId: z.string() }),
  response: z.object({ removed: z.literal(true) }),
});
