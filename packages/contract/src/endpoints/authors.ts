import { z } from 'zod';
import { author, ownDomain } from '../author.ts';
import { authorRole } from '../conversation.ts';
import { defineEndpoint } from '../endpoint.ts';

export const listAuthors = defineEndpoint({
  name: 'listAuthors',
  method: 'GET',
  path: '/api/v1/authors',
  summary:
    'Authors by number of messages, with guessed roles and likely bots. Customers only where their role is in doubt',
  access: 'reader',
  query: z.object({ importId: z.string().optional() }),
  response: z.object({
    authors: z.array(author).describe('At most 250 to look at and 250 in no doubt'),
    unlisted: z
      .record(authorRole, z.int())
      .describe('How many more there are of each role, as guessed and proposed; they wrote least'),
    customers: z.int().describe('Customers that are in no doubt, counted only'),
    customerExamples: z
      .array(author)
      .describe('Of these the ones with most conversations, at most five, where that they are customers is a guess'),
    ownDomains: z.array(ownDomain).describe('Domains agents write from, most used first'),
  }),
});

export const setAuthorRole = defineEndpoint({
  name: 'setAuthorRole',
  method: 'PUT',
  path: '/api/v1/authors/:authorId',
  summary: 'Correct who an author is; their conversations are scored again',
  access: 'admin',
  params: z.object({ authorId: z.string() }),
  body: z.object({ role: authorRole }),
  response: author,
});

export const mergeAuthors = defineEndpoint({
  name: 'mergeAuthors',
  method: 'POST',
  path: '/api/v1/authors/:authorId/names',
  summary:
    'Say that other authors are this same person; what they wrote is counted and scored as one. Can be taken back',
  access: 'admin',
  params: z.object({ authorId: z.string() }),
  body: z.object({ authorIds: z.array(z.string()).min(1).max(50) }),
  response: author,
});

export const splitAuthor = defineEndpoint({
  name: 'splitAuthor',
  method: 'DELETE',
  path: '/api/v1/authors/:authorId/names/:nameId',
  summary: 'Take a name back from a person: it is somebody of their own again, with all it had',
  access: 'admin',
  params: z.object({ authorId: z.string(), nameId: z.string() }),
  response: author,
});
