/** A review: one person's filled scorecard on one agent's part in one conversation, read blind. */
import { z } from 'zod';
import { channel } from './conversation.ts';
import { transcriptMessage } from './conversation-page.ts';
import { qualityId, type Verdict, verdict } from './quality.ts';
import { evidence } from './score.ts';
import { rating, scorecardVersion } from './scorecard.ts';

export const reviewKinds = ['assigned', 'self', 'peer'] as const;
export const reviewKind = z
  .enum(reviewKinds)
  .describe('assigned: by a reviewer; self: by whoever wrote the replies; peer: by another agent');
export type ReviewKind = z.infer<typeof reviewKind>;

export const drawnWays = ['random', 'flagged', 'chosen'] as const;
export const drawnWay = z
  .enum(drawnWays)
  .describe(
    'By chance, because of what the machine or the customer said, or by a person; only random ones enter rates',
  );
export type DrawnWay = z.infer<typeof drawnWay>;

export const reviewStates = ['draft', 'finished', 'disputed', 'revised'] as const;
export const reviewState = z
  .enum(reviewStates)
  .describe('disputed: out of averages until decided; revised: a newer revision stands in its place');
export type ReviewState = z.infer<typeof reviewState>;

/** Most of what one review may hold; far above what a person writes. */
const words = (most: number) => z.string().max(most);
const personId = z.string().min(1).max(100);

export const reviewRating = rating.extend({
  chosen: rating.shape.chosen.optional().describe('Point of the scale; null: not applicable; absent: not rated yet'),
  rootCauses: z.array(words(60)).max(20).describe('Ids of the reasons chosen under the rating'),
  quotes: z.array(evidence).max(20),
  comment: words(4000),
});
export type ReviewRating = z.infer<typeof reviewRating>;

export const reviewContent = z.object({
  ratings: z.array(reviewRating).max(200),
  note: words(8000).describe('What would help the agent most; the agent reads it'),
});
export type ReviewContent = z.infer<typeof reviewContent>;

export const emptyReviewContent: ReviewContent = { ratings: [], note: '' };

/** The machine's reading as it was when the person finished; kept, so that neither overwrites the other. */
export const machineReading = z.object({
  categoryId: z.string(),
  quality: qualityId.nullable().describe('Null: a category of the team’s own'),
  score: z.number().min(0).max(100).nullable(),
  verdict: verdict.nullable().describe('Null: nothing called for it, as the machine reads it'),
  confidence: z.number().min(0).max(1),
  why: z.string(),
  quote: evidence.nullable(),
});
export type MachineReading = z.infer<typeof machineReading>;

export const readingsThatFit = ['machine', 'mine', 'rule-unclear'] as const;
export type ReadingThatFits = (typeof readingsThatFit)[number];

export const reviewComment = z.object({
  id: z.string(),
  by: z.string().describe('Shown name; "a reviewer" where reviewers stay unnamed'),
  mine: z.boolean(),
  text: z.string(),
  at: z.iso.datetime(),
  mentions: z.array(z.string()).describe('Names of who was called by it'),
});

export const assignmentStates = ['open', 'done', 'replaced'] as const;

export const reviewTask = z
  .object({
    assignmentId: z.string(),
    reviewId: z.string().nullable().describe('Null until somebody opened it'),
    state: z.enum(assignmentStates),
    conversationId: z.string(),
    customer: z.string(),
    agent: z.string(),
    channel,
    kind: reviewKind,
    drawn: drawnWay,
    why: z.string().describe('Why this one, in a few words; never what the machine scored'),
    reviewerId: personId,
    reviewer: z.string(),
    dueAt: z.iso.datetime().nullable(),
    started: z.boolean(),
  })
  .describe('One conversation to be read by one person');
export type ReviewTask = z.infer<typeof reviewTask>;

/** What the change in a range bought: the pass rate of one quality with and without one review. */
export const reviewWorth = z.object({
  quality: qualityId,
  before: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  after: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  reviews: z.int().describe('Random reviews of the quality behind the newer range'),
  moreForThreePoints: z.int().nullable().describe('How many more would bring it within 3 points either way'),
});
export type ReviewWorth = z.infer<typeof reviewWorth>;

export const reviewComparison = z.object({
  scorerVersion: z.string().nullable(),
  machine: z.array(machineReading),
  alike: z.int(),
  compared: z.int(),
  said: z.array(z.object({ categoryId: z.string(), fits: z.enum(readingsThatFit) })),
  worth: reviewWorth.nullable(),
});

export const reviewDetail = z.object({
  id: z.string(),
  assignmentId: z.string().nullable(),
  kind: reviewKind,
  drawn: drawnWay,
  probability: z.number().gt(0).max(1).nullable(),
  why: z.string(),
  state: reviewState,
  revision: z.int().min(1),
  revisionReason: z.string().nullable(),
  scorecard: z.object({ id: z.string(), name: z.string(), version: scorecardVersion }),
  asked: z.array(z.string()).describe('Ids of the categories that are asked of this conversation'),
  conversation: z.object({
    id: z.string(),
    customer: z.string(),
    channel,
    subject: z.string(),
    startedAt: z.iso.datetime().nullable(),
    messages: z.array(
      transcriptMessage.pick({ id: true, at: true, role: true, author: true, text: true, visibility: true }),
    ),
    csat: z
      .object({ value: z.number(), min: z.number(), max: z.number() })
      .nullable()
      .describe('Hidden until finished'),
  }),
  agentId: z.string(),
  agent: z.string(),
  reviewer: z.string(),
  mine: z.boolean().describe('Whether the caller is its reviewer'),
  aboutMe: z.boolean(),
  content: reviewContent,
  savedAt: z.iso.datetime(),
  saves: z.int().describe('Counts the saves of a draft, so that an older page cannot undo a newer one'),
  finishedAt: z.iso.datetime().nullable(),
  seconds: z.number().min(0),
  score: z.number().min(0).max(100).nullable(),
  comparison: reviewComparison.nullable().describe('Null until it is finished: the machine stays hidden'),
  acknowledgedAt: z.iso.datetime().nullable(),
  comments: z.array(reviewComment),
});
export type ReviewDetail = z.infer<typeof reviewDetail>;

export const reviewRow = z.object({
  id: z.string(),
  conversationId: z.string(),
  customer: z.string(),
  agent: z.string(),
  reviewer: z.string(),
  kind: reviewKind,
  drawn: drawnWay,
  state: reviewState,
  score: z.number().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  acknowledgedAt: z.iso.datetime().nullable(),
});
export type ReviewRow = z.infer<typeof reviewRow>;

/** The level a score of 0–100 stands for, so that a scale of any length can be set beside the machine's verdict. */
export function levelOfScore(score: number): Verdict {
  if (score >= metFrom) return 'met';
  return score <= 100 - metFrom ? 'missed' : 'partly';
}

/** 4 of 5 points; of three points only the highest. */
export const metFrom = 75;

/** What each reason for taking a conversation out means. */
export const replaceReasonWords = {
  'not-service': 'not service at all',
  'wrong-agent': 'not this agent’s service',
  unreadable: 'cannot be read or judged',
  'conflict-of-interest': 'too close to me',
  other: 'another reason',
} as const;
