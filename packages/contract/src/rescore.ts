/** Scoring again with a newer scorer: how far it got, and which version the pages read meanwhile. */
import { z } from 'zod';

export const rescoreStates = ['running', 'paused', 'finding', 'done', 'replaced'] as const;

export const rescoreRun = z.object({
  id: z.string(),
  scorerVersion: z.string().describe('The version it scores with'),
  state: z
    .enum(rescoreStates)
    .describe('finding: all is scored, the focus is worked out; replaced: a still newer scorer began anew'),
  toScore: z.int().describe('Conversations another version had scored when it began'),
  scored: z.int(),
  note: z.string().nullable().describe('Why it stopped without being asked to'),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type RescoreRun = z.infer<typeof rescoreRun>;

export const scoringState = z.object({
  scorerVersion: z.string().describe('The version this server scores with'),
  focusVersion: z.string().describe('The version whose scores the focus is read from'),
  behind: z.int().describe('Conversations whose shown scores come from another version and that a rescore would take'),
  leftOut: z.int().describe('Scored conversations that are not in the focus: another version than its own read them'),
  rescore: rescoreRun.nullable().describe('The one that is going on or waits to go on, or null'),
});
export type ScoringState = z.infer<typeof scoringState>;
