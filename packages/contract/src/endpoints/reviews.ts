/** Doing reviews: the queue, the blind page, the comparison, and what the agent sees of it. */
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import {
  drawnWay,
  readingsThatFit,
  reviewContent,
  reviewDetail,
  reviewRow,
  reviewState,
  reviewTask,
} from '../review.ts';
import { replaceReason, reviewerProgress } from '../review-draw.ts';

const ofReview = z.object({ reviewId: z.string() });
const onReview = '/api/v1/reviews/:reviewId' as const;
const answer = z.object({ review: reviewDetail });

export const listMyReviewTasks = defineEndpoint({
  name: 'listMyReviewTasks',
  method: 'GET',
  path: '/api/v1/review-tasks/mine',
  summary: 'What you are to review, due first, and how far you are this week',
  access: 'member',
  response: z.object({ tasks: z.array(reviewTask), progress: reviewerProgress }),
});

export const listReviewTasks = defineEndpoint({
  name: 'listReviewTasks',
  method: 'GET',
  path: '/api/v1/review-tasks',
  summary: 'What everybody is to review, and how far each reviewer is',
  access: 'lead',
  response: z.object({ tasks: z.array(reviewTask), progress: z.array(reviewerProgress) }),
});

export const openReview = defineEndpoint({
  name: 'openReview',
  method: 'POST',
  path: '/api/v1/review-tasks/:assignmentId/open',
  summary: 'Begin or go on with an assigned review; the machine’s scores stay hidden until it is finished',
  access: 'member',
  params: z.object({ assignmentId: z.string() }),
  response: answer,
});

export const replaceReviewTask = defineEndpoint({
  name: 'replaceReviewTask',
  method: 'POST',
  path: '/api/v1/review-tasks/:assignmentId/replace',
  summary: 'Take a conversation out with its reason; a random one gets another of the same agent, drawn by chance',
  access: 'member',
  params: z.object({ assignmentId: z.string() }),
  body: z.object({ reason: replaceReason, words: z.string().max(500).default('') }),
  response: z.object({ next: z.string().nullable().describe('Id of the task drawn in its place, if any was left') }),
});

export const startSelfReview = defineEndpoint({
  name: 'startSelfReview',
  method: 'POST',
  path: '/api/v1/reviews/self',
  summary: 'Review your own part in a conversation, blind like any other',
  access: 'member',
  body: z.object({ conversationId: z.string() }),
  response: answer,
});

export const getReview = defineEndpoint({
  name: 'getReview',
  method: 'GET',
  path: onReview,
  summary: 'One review: for its reviewer, for whom it is about once it is finished, and for who leads them',
  access: 'member',
  params: ofReview,
  response: answer,
});

export const saveReviewDraft = defineEndpoint({
  name: 'saveReviewDraft',
  method: 'PUT',
  path: `${onReview}/draft`,
  summary: 'Keep the draft as it is; refused when a newer page has saved it since',
  access: 'member',
  params: ofReview,
  body: z.object({ saves: z.int(), content: reviewContent, seconds: z.number().min(0).max(86_400) }),
  response: z.object({ saves: z.int(), savedAt: z.iso.datetime() }),
});

export const finishReview = defineEndpoint({
  name: 'finishReview',
  method: 'POST',
  path: `${onReview}/finish`,
  summary: 'Finish: every category asked is rated or not applicable. It can never change again, only be revised',
  access: 'member',
  params: ofReview,
  body: z.object({ seconds: z.number().min(0).max(86_400) }),
  response: answer,
});

export const sayReading = defineEndpoint({
  name: 'sayReading',
  method: 'POST',
  path: `${onReview}/readings`,
  summary: 'Where you and the machine differ: which reading fits the rubric, or that the rule is unclear',
  access: 'member',
  params: ofReview,
  body: z.object({ categoryId: z.string(), fits: z.enum(readingsThatFit) }),
  response: answer,
});

export const reviseReview = defineEndpoint({
  name: 'reviseReview',
  method: 'POST',
  path: `${onReview}/revise`,
  summary: 'A new revision of a finished review, with the reason; the old one stays on record',
  access: 'member',
  params: ofReview,
  body: z.object({ reason: z.string().trim().min(3).max(500) }),
  response: answer,
});

export const addReviewComment = defineEndpoint({
  name: 'addReviewComment',
  method: 'POST',
  path: `${onReview}/comments`,
  summary: 'Say something about a finished review; members can be called by their name',
  access: 'member',
  params: ofReview,
  body: z.object({ text: z.string().trim().min(1).max(4000), mentions: z.array(z.string()).max(20).default([]) }),
  response: answer,
});

export const acknowledgeReview = defineEndpoint({
  name: 'acknowledgeReview',
  method: 'POST',
  path: `${onReview}/acknowledge`,
  summary: 'The agent has read the review',
  access: 'member',
  params: ofReview,
  response: answer,
});

export const listReviewsAboutMe = defineEndpoint({
  name: 'listReviewsAboutMe',
  method: 'GET',
  path: '/api/v1/reviews/about-me',
  summary: 'Finished reviews of your own service, newest first',
  access: 'member',
  response: z.object({ reviews: z.array(reviewRow), waiting: z.int().describe('Not yet acknowledged') }),
});

export const listReviews = defineEndpoint({
  name: 'listReviews',
  method: 'GET',
  path: '/api/v1/reviews',
  summary: 'Finished reviews behind a number, newest first',
  access: 'reader',
  query: z.object({
    drawn: drawnWay.optional(),
    state: reviewState.exclude(['draft']).optional(),
    quality: z.string().max(40).optional(),
    twice: z.literal('yes').optional().describe('Only of service that another person reviewed too'),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ reviews: z.array(reviewRow), total: z.int(), next: z.string().nullable() }),
});
