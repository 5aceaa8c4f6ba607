import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { judgeOpinion, judgeProposal, judgeProposalResult, judgeResult, judgeState } from '../judge.ts';
import { mostPromptTrials, promptToTry, promptTrial, promptTrialDraw } from '../prompt-trial.ts';
import { qualityId } from '../quality.ts';

export const getJudge = defineEndpoint({
  name: 'getJudge',
  method: 'GET',
  path: '/api/v1/judge',
  summary: 'Whether a language model may be asked for its opinion, where it is, what would leave, and today’s budget',
  access: 'reader',
  response: judgeState,
});

export const judgeConversation = defineEndpoint({
  name: 'judgeConversation',
  method: 'POST',
  path: '/api/v1/conversations/:conversationId/judge',
  summary: 'Ask the judge about one quality; the local score is in the answer whatever becomes of it',
  access: 'admin',
  params: z.object({ conversationId: z.string() }),
  body: z.object({
    quality: qualityId,
    agentId: z.string().optional().describe('Whose replies; absent: the first agent’s'),
  }),
  response: judgeResult,
});

export const listJudgeOpinions = defineEndpoint({
  name: 'listJudgeOpinions',
  method: 'GET',
  path: '/api/v1/conversations/:conversationId/judge',
  summary: 'What judges have said about this conversation as it now reads, newest first; asks nobody',
  access: 'reader',
  params: z.object({ conversationId: z.string() }),
  response: z.object({ opinions: z.array(judgeOpinion) }),
});

const onReview = '/api/v1/reviews/:reviewId/judge' as const;

export const listJudgeProposals = defineEndpoint({
  name: 'listJudgeProposals',
  method: 'GET',
  path: onReview,
  summary: 'What judges proposed for the categories of a finished review; for everybody who may read it; asks nobody',
  access: 'member',
  params: z.object({ reviewId: z.string() }),
  response: z.object({ proposals: z.array(judgeProposal) }),
});

export const proposeRating = defineEndpoint({
  name: 'proposeRating',
  method: 'POST',
  path: onReview,
  summary:
    'Ask the judge what it proposes for one category with a prompt; the review stays as it is whatever comes of it',
  access: 'reviewer',
  params: z.object({ reviewId: z.string() }),
  body: z.object({ categoryId: z.string() }),
  response: judgeProposalResult,
});

export const drawPromptTrial = defineEndpoint({
  name: 'drawPromptTrial',
  method: 'POST',
  path: '/api/v1/prompt-trials/draw',
  summary: 'A few scored conversations at random on which to try a prompt; asks no judge and stores nothing',
  access: 'lead',
  body: z.object({ count: z.int().min(1).max(mostPromptTrials).default(3), seed: z.int().optional() }),
  response: promptTrialDraw,
});

export const tryPrompt = defineEndpoint({
  name: 'tryPrompt',
  method: 'POST',
  path: '/api/v1/prompt-trials',
  summary:
    'Ask the judge by a prompt about one conversation, within the day’s budget; neither prompt nor answer is stored, nothing counts it',
  access: 'lead',
  body: promptToTry,
  response: promptTrial,
});
