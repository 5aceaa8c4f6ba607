import { z } from 'zod';
import { conversationRow } from '../conversation-page.ts';
import { defineEndpoint } from '../endpoint.ts';
import { teamHours } from '../hours.ts';
import { kudos, personEntry, personPage, teamPage } from '../people.ts';
import { qualityId, scoreVerdict } from '../quality.ts';
import { timeZone } from '../time-zone.ts';

export const listPeople = defineEndpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/api/v1/people',
  summary: 'Whose pages the caller may open: their own, and those of the people they are responsible for',
  access: 'member',
  response: z.object({
    people: z.array(personEntry).describe('By name'),
    notice: z.string().nullable().describe('What must be filled in before others see such pages, or null'),
  }),
});

export const getPerson = defineEndpoint({
  name: 'getPerson',
  method: 'GET',
  path: '/api/v1/people/:authorId',
  summary: 'A person’s own page: strengths first, own trend, examples, thanks',
  access: 'member',
  params: z.object({ authorId: z.string() }),
  query: z.object({ quality: qualityId.optional().describe('Whose course is wanted; chosen unless said') }),
  response: personPage,
});

export const listPersonConversations = defineEndpoint({
  name: 'listPersonConversations',
  method: 'GET',
  path: '/api/v1/people/:authorId/conversations',
  summary: 'One page of a person’s own conversations, newest first, with the total',
  access: 'member',
  params: z.object({ authorId: z.string() }),
  query: z.object({
    quality: qualityId.optional(),
    verdict: scoreVerdict.optional(),
    after: z.string().optional().describe('Cursor of the page before'),
  }),
  response: z.object({
    name: z.string(),
    own: z.boolean(),
    rows: z.array(conversationRow),
    next: z.string().nullable(),
    total: z.int(),
    totalIsExact: z.boolean(),
  }),
});

export const getTeam = defineEndpoint({
  name: 'getTeam',
  method: 'GET',
  path: '/api/v1/team',
  summary: 'How hard conversations are shared out, how often the team meets each quality, and whom customers thanked',
  access: 'reader',
  response: teamPage,
});

export const getTeamHours = defineEndpoint({
  name: 'getTeamHours',
  method: 'GET',
  path: '/api/v1/team/hours',
  summary: 'When conversations come in the last 13 weeks, and how hard they are when they do; of everybody together',
  access: 'reader',
  query: z.object({ zone: timeZone.default('UTC').describe('By whose clock, such as Europe/Berlin') }),
  response: z.object({ hours: teamHours.nullable().describe('Null before anything dated was scored') }),
});

export const giveKudos = defineEndpoint({
  name: 'giveKudos',
  method: 'POST',
  path: '/api/v1/conversations/:conversationId/kudos',
  summary: 'Thank an author of a conversation with words that stand in it',
  access: 'member',
  params: z.object({ conversationId: z.string() }),
  body: z.object({
    authorId: z.string().optional().describe('Whom; absent: whoever wrote the quoted message'),
    messageId: z.string(),
    quote: z.string().min(1).max(500).describe('Must stand in the message exactly so'),
    note: z.string().trim().max(500).default(''),
  }),
  response: kudos,
  status: 201,
});

export const takeBackKudos = defineEndpoint({
  name: 'takeBackKudos',
  method: 'DELETE',
  path: '/api/v1/kudos/:kudosId',
  summary: 'Take back thanks you gave',
  access: 'member',
  params: z.object({ kudosId: z.string() }),
  response: z.object({ removed: z.boolean() }),
});
