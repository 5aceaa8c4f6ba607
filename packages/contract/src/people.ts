/** A person's own page, thanks, and how a team's hard conversations are shared out. Nobody is ranked anywhere. */
import { z } from 'zod';
import { estimate } from './estimate.ts';
import { qualityId, verdict } from './quality.ts';

const period = z.object({ from: z.iso.datetime().nullable(), to: z.iso.datetime().nullable() });

export const spokenWords = z.object({
  quote: z.string().describe('Exactly as written'),
  messageId: z.string(),
  conversationId: z.string(),
  at: z.iso.datetime().nullable(),
});
export type SpokenWords = z.infer<typeof spokenWords>;

export const personMoment = z.object({
  quality: qualityId,
  verdict: verdict,
  why: z.string(),
  called: spokenWords.nullable().describe('The customer’s words that called for it'),
  reply: spokenWords.nullable().describe('The person’s own words'),
  conversationId: z.string(),
});
export type PersonMoment = z.infer<typeof personMoment>;

export const personStandings = ['great', 'open', 'cannot-tell'] as const;
export const personQuality = z.object({
  quality: qualityId,
  phrase: z.string().describe('What this person’s replies are said to do'),
  met: estimate.describe('Share met of those called for, over this person’s own conversations'),
  mark: z.number().describe('What the range is held against, 0–1'),
  markIs: z.enum(['fixed', 'team']).describe('A fixed mark, the same for everybody; or where the team is'),
  standing: z
    .enum(personStandings)
    .describe('great or open only where the whole range says so, with false discovery controlled over all qualities'),
  why: z.string().describe('One sentence: what the range says, or why nothing is said'),
});
export type PersonQuality = z.infer<typeof personQuality>;

export const coursePoint = z.object({
  from: z.iso.datetime().describe('Start of the first week, a Monday, UTC'),
  met: estimate,
  lower: z.number().nullable().describe('Usual ups and downs, lower limit; null without a band'),
  upper: z.number().nullable(),
  change: z.enum(['above', 'below']).nullable().describe('Beyond the usual ups and downs'),
});
export type CoursePoint = z.infer<typeof coursePoint>;

export const personCourse = z.object({
  quality: qualityId,
  weeksPerPoint: z.int().min(1).describe('Weeks are put together until a point rests on enough calls'),
  points: z.array(coursePoint),
  center: z.number().nullable(),
  verdict: z.enum(['risen', 'fallen', 'usual', 'cannot-tell']),
  sentence: z.string(),
});
export type PersonCourse = z.infer<typeof personCourse>;

export const thanksFound = spokenWords.extend({
  customer: z.string(),
  authorId: z.string(),
  author: z.string().describe('Who was thanked: who wrote the last reply before it'),
});
export type ThanksFound = z.infer<typeof thanksFound>;

export const kudos = z.object({
  id: z.string(),
  conversationId: z.string(),
  messageId: z.string(),
  quote: z.string().describe('Exactly as it stood when it was quoted'),
  saidBy: z.enum(['customer', 'agent']),
  note: z.string(),
  givenBy: z.string(),
  givenAt: z.iso.datetime(),
  authorId: z.string(),
  author: z.string(),
  own: z.boolean().describe('Given by whoever asks, who may take it back'),
});
export type Kudos = z.infer<typeof kudos>;

export const writtenHeadline = z.object({ before: z.string(), marked: z.string(), after: z.string() });

export const personPage = z.object({
  authorId: z.string(),
  name: z.string(),
  own: z.boolean().describe('The person’s own page'),
  conversations: z.int(),
  period: period,
  headline: writtenHeadline,
  summary: z.string(),
  compared: z.string().describe('How this person is compared with the team, or why not'),
  qualities: z.array(personQuality).describe('Empty below the floor of conversations'),
  great: z.array(personMoment).describe('One met moment for each quality that is great'),
  open: z
    .array(z.object({ quality: qualityId, try: z.string(), moment: personMoment.nullable() }))
    .describe('What to try for each quality that is still open'),
  examples: z.array(personMoment).describe('Met moments of this person’s own to learn from'),
  teamExamples: z
    .array(z.object({ quality: qualityId, reply: z.string(), called: z.string().nullable() }))
    .describe(
      'Met moments of colleagues where a quality is still open: without names, and no way back to whose they are',
    ),
  course: personCourse.nullable(),
  workingOn: qualityId.nullable().describe('What one is being coached in; told on one’s own page only'),
  thanks: z.array(thanksFound),
  thanksTotal: z.int(),
  kudos: z.array(kudos),
});
export type PersonPage = z.infer<typeof personPage>;

export const personEntry = z.object({
  authorId: z.string(),
  name: z.string(),
  conversations: z.int(),
  own: z.boolean(),
});
export type PersonEntry = z.infer<typeof personEntry>;

export const hardKinds = ['upset', 'escalated', 'hostile'] as const;
export type HardKind = (typeof hardKinds)[number];
export const hardKindWords: Record<HardKind, string> = {
  upset: 'arrived very upset',
  escalated: 'asked for a manager or said they would leave',
  hostile: 'wrote in great anger',
};

export const loadShare = personEntry.extend({
  hard: z.int().describe('Conversations that were hard in any way'),
  kinds: z.record(z.enum(hardKinds), z.int()),
  share: estimate.describe('Hard ones of all this person had'),
  even: z
    .object({ expected: z.number(), lower: z.number(), upper: z.number() })
    .describe('Hard ones under even sharing'),
  carries: z.enum(['more', 'less', 'even']).describe('more or less only where luck does not explain it'),
  longestRun: z.int().describe('Hard ones one after the other'),
});
export type LoadShare = z.infer<typeof loadShare>;

export const teamLoad = z.object({
  people: z.array(loadShare).describe('By name; never by a number'),
  teamShare: estimate.describe('Hard ones of all'),
  even: z.object({
    verdict: z.enum(['even', 'uneven', 'cannot-tell']),
    p: z.number().nullable().describe('Chance of sharing at least this uneven under even sharing'),
    method: z.string(),
    seed: z.int().optional(),
  }),
  headline: writtenHeadline,
  sentence: z.string(),
});
export type TeamLoad = z.infer<typeof teamLoad>;

export const teamQuality = z.object({
  quality: qualityId,
  met: estimate,
  tier: z.enum(['strong', 'between', 'open', 'too-few']),
  apart: z
    .object({ above: z.int(), below: z.int(), compared: z.int() })
    .nullable()
    .describe('How many people are surely above or below the team, compared fairly; null where nobody may be compared'),
});
export type TeamQuality = z.infer<typeof teamQuality>;

export const teamPage = z.object({
  period: period,
  load: teamLoad,
  qualities: z.array(teamQuality),
  compared: z.string().describe('How people are compared, or why not'),
  notice: z.string().nullable().describe('Why nobody is shown by name here, or null'),
  thanks: z.array(thanksFound),
  kudos: z.array(kudos),
  thanksSince: z.iso
    .datetime()
    .nullable()
    .describe('Seven days before the last message; three weeks where that week was quiet'),
  unthanked: z
    .array(personEntry.extend({ worthIt: z.int() }))
    .describe('Whom nobody has thanked in three weeks, with how many outstanding conversations they had'),
});
export type TeamPage = z.infer<typeof teamPage>;

export const agentComparisonKept = z.object({
  quality: qualityId,
  team: z.number().nullable().describe('Share met by the team, 0–1, set right with random reviews'),
  agents: z
    .array(z.object({ authorId: z.string(), standing: z.enum(['above', 'below', 'not-apart']) }))
    .describe('Only who could be compared fairly; in no order'),
});
export type AgentComparisonKept = z.infer<typeof agentComparisonKept>;

export const loadCounts = z.object({
  scorerVersion: z.string(),
  people: z.array(
    z.object({
      authorId: z.int(),
      conversations: z.int(),
      hard: z.int(),
      kinds: z.record(z.enum(hardKinds), z.int()),
      longestRun: z.int(),
      outstanding: z.int().describe('Conversations flagged exceptional'),
      from: z.iso.datetime().nullable(),
      to: z.iso.datetime().nullable(),
    }),
  ),
});
export type LoadCounts = z.infer<typeof loadCounts>;
export type PersonLoad = LoadCounts['people'][number];
