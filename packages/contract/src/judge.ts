/** The optional judge: a language model of the admin's choice, whose opinion stands beside the local score, never in its place. */
import { z } from 'zod';
import { qualityId, scoreVerdict } from './quality.ts';
import { evidence, qualityScore } from './score.ts';

export const judgeProviders = ['openai-compatible', 'anthropic'] as const;
export const judgeProvider = z.enum(judgeProviders).describe('Which way of asking the configured server understands');
export type JudgeProvider = z.infer<typeof judgeProvider>;

export const judgeMoment = z.object({
  trigger: evidence.nullable().describe('The customer’s words that called for the quality'),
  response: evidence.nullable().describe('The agent’s own words that answered; null when nothing did'),
  verdict: scoreVerdict,
  why: z.string().describe('One sentence of the model, as plain text'),
});
export type JudgeMoment = z.infer<typeof judgeMoment>;

/** What a judge said of one agent's replies in one conversation. */
export const judgeSaid = z.object({
  agentId: z.string(),
  agent: z.string(),
  score: z
    .number()
    .min(0)
    .max(100)
    .nullable()
    .describe('Worked out by Rapport from the verdicts; null: no opportunity'),
  verdict: scoreVerdict,
  moments: z.array(judgeMoment),
  provider: judgeProvider,
  host: z.string().describe('Where it was asked'),
  model: z.string(),
  rubricVersion: z.string().describe('Names the instructions it judged by'),
  judgedAt: z.iso.datetime(),
});
export type JudgeSaid = z.infer<typeof judgeSaid>;

export const judgeOpinion = judgeSaid.extend({ quality: qualityId });
export type JudgeOpinion = z.infer<typeof judgeOpinion>;

export const judgeProposal = judgeSaid.extend({
  categoryId: z.string(),
  chosen: z.int().min(1).max(5).nullable().describe('The nearest point of the category’s scale; null: not applicable'),
});
export type JudgeProposal = z.infer<typeof judgeProposal>;

/** The point of a scale that lies nearest to a score of 0–100; between two, the lower one. */
export const nearestPoint = (score: number, points: number): number =>
  Math.ceil((score / 100) * (points - 1) - 0.5) + 1;

export const judgeTroubleKinds = [
  'off',
  'no-budget',
  'too-long',
  'nothing-to-judge',
  'unreachable',
  'timeout',
  'asked-to-wait',
  'server-error',
  'key-refused',
  'request-refused',
  'redirect',
  'answer-too-large',
  'answer-cut-short',
  'not-json',
  'wrong-shape',
  'forged-quote',
  'wrong-author',
  'contradiction',
  'stopped',
] as const;
export type JudgeTroubleKind = (typeof judgeTroubleKinds)[number];

export const judgeTrouble = z.object({
  kind: z.enum(judgeTroubleKinds),
  sentence: z.string().describe('What happened, in plain words'),
});

export const judgeState = z.object({
  on: z.boolean(),
  provider: judgeProvider.nullable(),
  host: z.string().nullable().describe('Where customer text goes when somebody asks; null: nowhere'),
  model: z.string().nullable(),
  rubricVersion: z.string(),
  leavesMachine: z.boolean().describe('False also for a judge on this very machine'),
  whatLeaves: z.string(),
  budget: z
    .object({
      unit: z.enum(['calls', 'tokens']),
      perDay: z.int(),
      used: z.int().describe('Today, by all servers and workers together'),
      resetsAt: z.iso.datetime(),
    })
    .nullable(),
});
export type JudgeState = z.infer<typeof judgeState>;

export const judgeResult = z.object({
  agentId: z.string().nullable(),
  quality: qualityId,
  local: qualityScore.nullable().describe('The score of Rapport itself, untouched by whatever the judge says'),
  opinion: judgeOpinion.nullable(),
  trouble: judgeTrouble.nullable().describe('Why there is no opinion, or null'),
  fromStore: z.boolean().describe('True: the same was asked before, and nobody was called'),
});
export type JudgeResult = z.infer<typeof judgeResult>;

export const judgeProposalResult = z.object({
  categoryId: z.string(),
  proposal: judgeProposal.nullable(),
  trouble: judgeTrouble.nullable().describe('Why the category stays without a proposal, or null'),
  fromStore: z.boolean().describe('True: the same was asked before, and nobody was called'),
});
export type JudgeProposalResult = z.infer<typeof judgeProposalResult>;
