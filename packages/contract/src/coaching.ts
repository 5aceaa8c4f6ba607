/** A coaching plan: for whom and why, what was foreseen, its sessions, its thread, and what came of it. */
import { z } from 'zod';
import { estimate } from './estimate.ts';
import { qualityId, verdict } from './quality.ts';
import { evidence } from './score.ts';

export const coachingReasons = ['low-scores', 'drawn-by-lot', 'volunteered', 'other'] as const;
export type CoachingReason = (typeof coachingReasons)[number];

/** In the plan an instant is the beginning of its day, UTC. */
export const coachingPlanBody = z.object({
  quality: qualityId,
  people: z.array(z.string()).min(1).max(50).describe('Ids of the authors who are coached'),
  reason: z.enum(coachingReasons),
  reasonWords: z.string().trim().max(1000).describe('Why these people; needed for "other"'),
  selectedFrom: z.iso.datetime().describe('The weeks that led to the choice: part of neither before nor after'),
  selectedTo: z.iso.datetime(),
  startsAt: z.iso.datetime(),
  goalShare: z.number().gt(0).max(1).describe('Share met of those called for'),
  goalAt: z.iso.datetime().describe('The effect is read once, from conversations before this instant'),
});
export type CoachingPlanBody = z.infer<typeof coachingPlanBody>;

export const coachingPerson = z.object({ authorId: z.string(), name: z.string() });

export const coachingOutlook = z.object({
  sentence: z.string().describe('Can a verdict ever be reached, by when, or never and why'),
  because: z
    .enum(['one-person', 'nobody-to-compare', 'too-few-agents', 'no-history', 'too-few-calls'])
    .nullable()
    .describe('Why no verdict can be reached by the day of the goal; null where it can'),
  weeksNeeded: z.number().nullable(),
  smallestRise: z.number().nullable().describe('In points of 100'),
  others: z.int().describe('Colleagues to compare with, named nowhere'),
  seed: z.int(),
  people: z.array(
    coachingPerson.extend({
      window: estimate.describe('Share met in the weeks that led to the choice'),
      before: estimate.describe('Share met before those weeks, up to a year'),
    }),
  ),
});
export type CoachingOutlook = z.infer<typeof coachingOutlook>;

export const coachingPin = evidence.extend({
  conversationId: z.string(),
  author: z.string(),
  at: z.iso.datetime().nullable(),
  verdict: verdict.nullable().describe('As the machine read it when it was pinned'),
  note: z.string(),
});
export type CoachingPin = z.infer<typeof coachingPin>;

const acknowledged = z.object({ at: z.iso.datetime(), words: z.string() }).nullable();

export const coachingSession = z.object({
  number: z.int(),
  heldAt: z.iso.datetime(),
  minutes: z.int(),
  goal: z.string(),
  habit: z.string(),
  notes: z.string(),
  nextSteps: z.string(),
  pins: z.array(coachingPin),
  coachAcknowledged: acknowledged,
  agentAcknowledged: acknowledged,
});
export type CoachingSession = z.infer<typeof coachingSession>;

export const coachingMessage = z.object({
  number: z.int(),
  side: z.enum(['coach', 'agent']),
  name: z.string(),
  words: z.string(),
  writtenAt: z.iso.datetime(),
});
export type CoachingMessage = z.infer<typeof coachingMessage>;

export const coachingWeek = z.object({
  from: z.iso.datetime().describe('Weeks are counted from the start of the plan'),
  met: z.int(),
  n: z.int(),
  period: z.enum(['before', 'selection', 'after']),
  usual: z.object({ lower: z.number(), upper: z.number() }).nullable().describe('The usual range; null: too few weeks'),
});
export type CoachingWeek = z.infer<typeof coachingWeek>;

/** One person's part of a plan: their own trend, sessions and thread. */
export const coachingPart = coachingPerson.extend({
  weeks: z.array(coachingWeek),
  before: estimate,
  after: estimate,
  change: estimate.describe('Since the start minus before, 0–1, widened by how the weeks scatter'),
  recent: estimate.describe('Share met in the last four weeks before the goal’s day, or until now'),
  sessions: z.array(coachingSession),
  messages: z.array(coachingMessage),
});
export type CoachingPart = z.infer<typeof coachingPart>;

const coachingGroup = z.object({
  people: z.int(),
  before: estimate,
  after: estimate,
  change: estimate.describe('Since minus before, each person counted once, 0–1; alone it says nothing of why'),
});

export const coachingStates = ['planned', 'running', 'due', 'closed'] as const;

export const coachingPlanRow = z.object({
  id: z.string(),
  quality: qualityId,
  people: z.array(coachingPerson),
  coach: z.string(),
  startsAt: z.iso.datetime(),
  goalShare: z.number(),
  goalAt: z.iso.datetime(),
  state: z.enum(coachingStates).describe('Due: conversations from after the day of the goal are here'),
  sessions: z.int(),
  toAcknowledge: z.int().describe('Sessions the reader has not acknowledged yet'),
});
export type CoachingPlanRow = z.infer<typeof coachingPlanRow>;

export const coachingPlan = coachingPlanRow.extend({
  reason: z.enum(coachingReasons),
  reasonWords: z.string(),
  selectedFrom: z.iso.datetime(),
  selectedTo: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  writtenLate: z.boolean().describe('It was written down after it had begun'),
  outlook: z.string().describe('What was foreseen when it was written down'),
  headline: z.object({ marked: z.string(), rest: z.string() }),
  summary: z.array(z.string()),
  effect: z
    .object({
      coached: coachingGroup,
      others: coachingGroup,
      owed: estimate.describe('Owed to the coaching: the difference of the two changes, 0–1'),
      verdict: z.enum(['worked', 'no-clear-effect', 'worse', 'withheld']).nullable().describe('Null until it is due'),
    })
    .nullable()
    .describe('Null for one person, and for what an agent reads of their own'),
  parts: z.array(coachingPart),
  closedAt: z.iso.datetime().nullable(),
  closedWords: z.string().nullable(),
  until: z.iso.datetime().nullable().describe('The newest conversation there is'),
});
export type CoachingPlan = z.infer<typeof coachingPlan>;

/** A moment that can be pinned to a session. */
export const coachingExample = evidence.extend({
  conversationId: z.string(),
  at: z.iso.datetime().nullable(),
  verdict,
  why: z.string(),
});
export type CoachingExample = z.infer<typeof coachingExample>;
