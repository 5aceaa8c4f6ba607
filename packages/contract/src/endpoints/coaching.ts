/** Coaching: what a lead plans and writes, and what the coached agent sees, answers and acknowledges. */
import { z } from 'zod';
import {
  coachingExample,
  coachingOutlook,
  coachingPerson,
  coachingPlan,
  coachingPlanBody,
  coachingPlanRow,
} from '../coaching.ts';
import { defineEndpoint } from '../endpoint.ts';
import { qualityId, verdict } from '../quality.ts';
import { evidence } from '../score.ts';

const ofPlan = z.object({ planId: z.string() });
const ofSession = ofPlan.extend({ authorId: z.string(), number: z.coerce.number().int().min(1).max(10_000) });
const ofOwnSession = ofPlan.extend({ number: z.coerce.number().int().min(1).max(10_000) });
const words = z.string().trim().max(8000);

const sessionBody = z.object({
  heldAt: z.iso.datetime(),
  minutes: z.int().min(1).max(600),
  goal: words,
  habit: words,
  notes: words,
  nextSteps: words,
  pins: z
    .array(
      evidence.extend({ conversationId: z.string(), verdict: verdict.nullable(), note: z.string().trim().max(500) }),
    )
    .max(12),
});

export const listCoachingPeople = defineEndpoint({
  name: 'listCoachingPeople',
  method: 'GET',
  path: '/api/v1/coaching/people',
  summary: 'Who can be coached: agents whose service the caller may see, by name; and when there are conversations',
  access: 'lead',
  response: z.object({
    people: z.array(coachingPerson),
    period: z.object({ from: z.iso.datetime().nullable(), to: z.iso.datetime().nullable() }),
    notice: z.string().nullable().describe('What must be filled in before anybody can be coached, or null'),
  }),
});

export const foreseeCoaching = defineEndpoint({
  name: 'foreseeCoaching',
  method: 'POST',
  path: '/api/v1/coaching/outlook',
  summary: 'Before a plan begins: can a verdict ever be reached, by when, or never and why; nothing is stored',
  access: 'lead',
  body: coachingPlanBody,
  response: coachingOutlook,
});

export const createCoachingPlan = defineEndpoint({
  name: 'createCoachingPlan',
  method: 'POST',
  path: '/api/v1/coaching/plans',
  summary: 'Begin a plan; its reason, the weeks that led to the choice and what was foreseen are kept with it',
  access: 'lead',
  body: coachingPlanBody,
  response: coachingPlan,
  status: 201,
});

export const listCoachingPlans = defineEndpoint({
  name: 'listCoachingPlans',
  method: 'GET',
  path: '/api/v1/coaching/plans',
  summary: 'Plans for people whose service the caller may see, the newest first',
  access: 'lead',
  response: z.object({ plans: z.array(coachingPlanRow) }),
});

export const getCoachingPlan = defineEndpoint({
  name: 'getCoachingPlan',
  method: 'GET',
  path: '/api/v1/coaching/plans/:planId',
  summary: 'One plan with its trend, effect, sessions and threads',
  access: 'lead',
  params: ofPlan,
  response: coachingPlan,
});

export const closeCoachingPlan = defineEndpoint({
  name: 'closeCoachingPlan',
  method: 'POST',
  path: '/api/v1/coaching/plans/:planId/close',
  summary: 'Close a plan with a word on what was learned; it stays readable',
  access: 'lead',
  params: ofPlan,
  body: z.object({ words: z.string().trim().min(1).max(4000) }),
  response: coachingPlan,
});

export const listCoachingExamples = defineEndpoint({
  name: 'listCoachingExamples',
  method: 'GET',
  path: '/api/v1/coaching/plans/:planId/examples/:authorId',
  summary: 'The newest moments of a coached person that can be pinned to a session, met and missed ones',
  access: 'lead',
  params: ofPlan.extend({ authorId: z.string() }),
  query: z.object({ quality: qualityId.optional() }),
  response: z.object({ examples: z.array(coachingExample) }),
});

export const writeCoachingSession = defineEndpoint({
  name: 'writeCoachingSession',
  method: 'POST',
  path: '/api/v1/coaching/plans/:planId/people/:authorId/sessions',
  summary: 'Write down a session: goal, habit, notes, next steps, and examples in their exact words',
  access: 'lead',
  params: ofPlan.extend({ authorId: z.string() }),
  body: sessionBody,
  response: coachingPlan,
  status: 201,
});

export const changeCoachingSession = defineEndpoint({
  name: 'changeCoachingSession',
  method: 'PUT',
  path: '/api/v1/coaching/plans/:planId/people/:authorId/sessions/:number',
  summary: 'Change a session that nobody has acknowledged yet; after that it stands',
  access: 'lead',
  params: ofSession,
  body: sessionBody,
  response: coachingPlan,
});

export const acknowledgeAsCoach = defineEndpoint({
  name: 'acknowledgeAsCoach',
  method: 'POST',
  path: '/api/v1/coaching/plans/:planId/people/:authorId/sessions/:number/acknowledge',
  summary: 'The coach stands by what is written; from now on it stays as it is',
  access: 'lead',
  params: ofSession,
  body: z.object({}),
  response: coachingPlan,
});

export const writeToAgent = defineEndpoint({
  name: 'writeToAgent',
  method: 'POST',
  path: '/api/v1/coaching/plans/:planId/people/:authorId/messages',
  summary: 'Write to a coached person in the thread of the plan',
  access: 'lead',
  params: ofPlan.extend({ authorId: z.string() }),
  body: z.object({ words: z.string().trim().min(1).max(4000) }),
  response: coachingPlan,
  status: 201,
});

export const listMyCoaching = defineEndpoint({
  name: 'listMyCoaching',
  method: 'GET',
  path: '/api/v1/coaching/mine',
  summary: 'Plans the caller is coached in',
  access: 'member',
  response: z.object({ plans: z.array(coachingPlanRow) }),
});

export const getMyCoaching = defineEndpoint({
  name: 'getMyCoaching',
  method: 'GET',
  path: '/api/v1/coaching/mine/:planId',
  summary: 'The caller’s own part of a plan: own trend, sessions and thread, and nobody else’s',
  access: 'member',
  params: ofPlan,
  response: coachingPlan,
});

export const acknowledgeMySession = defineEndpoint({
  name: 'acknowledgeMySession',
  method: 'POST',
  path: '/api/v1/coaching/mine/:planId/sessions/:number/acknowledge',
  summary: 'The coached person has read it, and says in their own words how it was',
  access: 'member',
  params: ofOwnSession,
  body: z.object({ words: z.string().trim().max(2000) }),
  response: coachingPlan,
});

export const writeToCoach = defineEndpoint({
  name: 'writeToCoach',
  method: 'POST',
  path: '/api/v1/coaching/mine/:planId/messages',
  summary: 'Write to the coach in the thread of the plan',
  access: 'member',
  params: ofPlan,
  body: z.object({ words: z.string().trim().min(1).max(4000) }),
  response: coachingPlan,
  status: 201,
});
