import { z } from 'zod';
import { contact, contactGiven } from '../contact.ts';
import { defineEndpoint } from '../endpoint.ts';

const params = z.object({ contactId: z.string() });

export const listContacts = defineEndpoint({
  name: 'listContacts',
  method: 'GET',
  path: '/api/v1/contacts',
  summary: 'The caller’s own contacts in person and by phone, newest first',
  access: 'member',
  query: z.object({ after: z.string().optional().describe('Id of the last one of the page before') }),
  response: z.object({ contacts: z.array(contact), next: z.string().nullable() }),
});

export const listPersonContacts = defineEndpoint({
  name: 'listPersonContacts',
  method: 'GET',
  path: '/api/v1/people/:authorId/contacts',
  summary: 'The newest contacts one person wrote down: for themselves and those responsible for their work',
  access: 'member',
  params: z.object({ authorId: z.string() }),
  response: z.object({ contacts: z.array(contact) }),
});

export const logContact = defineEndpoint({
  name: 'logContact',
  method: 'POST',
  path: '/api/v1/contacts',
  summary: 'Write down a contact of one’s own; it is masked like every text and never scored',
  access: 'member',
  body: contactGiven,
  response: contact,
  status: 201,
});

export const changeContact = defineEndpoint({
  name: 'changeContact',
  method: 'PUT',
  path: '/api/v1/contacts/:contactId',
  summary: 'Change a contact of one’s own',
  access: 'member',
  params,
  body: contactGiven,
  response: contact,
});

export const notePromise = defineEndpoint({
  name: 'notePromise',
  method: 'PUT',
  path: '/api/v1/contacts/:contactId/promise',
  summary:
    'Note that the promise of a contact was kept, or is open after all: of one’s own, or as a lead of those one is responsible for',
  access: 'member',
  params,
  body: z.object({ kept: z.boolean() }),
  response: contact,
});

export const removeContact = defineEndpoint({
  name: 'removeContact',
  method: 'DELETE',
  path: '/api/v1/contacts/:contactId',
  summary: 'Take a contact away, with its promise and goodwill: one’s own, or as an administrator anybody’s',
  access: 'member',
  params,
  response: z.object({ removed: z.boolean() }),
});
