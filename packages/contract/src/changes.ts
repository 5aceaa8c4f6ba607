/** What changed since last week: the newest week of the data against the weeks before it. */
import { z } from 'zod';
import { estimate } from './estimate.ts';
import { qualityIds } from './quality.ts';

export const changeOutcomes = ['satisfied', 'resolved', 'wrote-again', 'feeling'] as const;
export type ChangeOutcome = (typeof changeOutcomes)[number];
export const changeSubjects = [...qualityIds, ...changeOutcomes] as const;
export const changeSubject = z
  .enum(changeSubjects)
  .describe('A quality (share met of those called for) or an outcome of conversations');
export type ChangeSubject = z.infer<typeof changeSubject>;

export const changeSigns = ['real', 'could-be-chance', 'cannot-tell'] as const;

export const changeRow = z.object({
  subject: changeSubject,
  week: z
    .object({ from: z.iso.datetime(), to: z.iso.datetime() })
    .describe('The newest week; for "wrote again" the newest that was watched for seven days'),
  last: estimate.describe('In that week'),
  before: estimate.describe('In the weeks before it'),
  difference: estimate.describe('last − before; agents and weeks allowed for'),
  sign: z.enum(changeSigns).describe('"real" only with false discovery controlled over everything compared'),
  isBetter: z.boolean().nullable().describe('Of a real change: is it one for the better?'),
  words: z.string().describe('"Real, up 9", "Could be chance" or "Cannot tell yet"'),
  sentence: z.string(),
});
export type ChangeRow = z.infer<typeof changeRow>;

export const changes = z.object({
  asOf: z.iso.datetime().nullable().describe('The last message of the data'),
  weeksBefore: z.int().describe('How many weeks the newest one is compared with'),
  rows: z.array(changeRow).describe('Real changes first; within a sign the order means nothing'),
  sentence: z.string().describe('The answer in one sentence, or why there is none'),
  scorerVersion: z.string(),
});
export type Changes = z.infer<typeof changes>;

/** Data that end longer ago than this have no "last week". */
export const newestWeekDays = 14;
