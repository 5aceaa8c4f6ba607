import { z } from 'zod';
import { connection, connectionDraft, connectionTrial, sourceOffer } from '../connection.ts';
import { defineEndpoint } from '../endpoint.ts';
import { intakeProblem } from '../intake.ts';

const one = z.object({ connectionId: z.string() });

export const listSourceOffers = defineEndpoint({
  name: 'listSourceOffers',
  method: 'GET',
  path: '/api/v1/sources',
  summary: 'Every helpdesk that can be connected, with what its form asks for',
  access: 'admin',
  response: z.object({
    sources: z.array(sourceOffer),
    privateHosts: z.array(z.string()).describe('Hosts on private networks that may be asked'),
  }),
});

export const listConnections = defineEndpoint({
  name: 'listConnections',
  method: 'GET',
  path: '/api/v1/connections',
  summary: 'The connected sources: how each stands and what it has read',
  access: 'admin',
  response: z.object({ connections: z.array(connection) }),
});

export const tryConnection = defineEndpoint({
  name: 'tryConnection',
  method: 'POST',
  path: '/api/v1/connections/trial',
  summary: 'Ask the other side once, with what is typed; nothing is stored',
  access: 'admin',
  body: connectionDraft.extend({
    connectionId: z.string().optional().describe('Whose stored secrets are used where a field is left empty'),
  }),
  response: connectionTrial,
});

export const createConnection = defineEndpoint({
  name: 'createConnection',
  method: 'POST',
  path: '/api/v1/connections',
  summary: 'Connect a source: its past is read, then what changes, about every minute',
  access: 'admin',
  body: connectionDraft,
  response: connection,
  status: 201,
});

export const changeConnection = defineEndpoint({
  name: 'changeConnection',
  method: 'PUT',
  path: '/api/v1/connections/:connectionId',
  summary: 'Another name, address or key; what was read stays',
  access: 'admin',
  params: one,
  body: connectionDraft,
  response: connection,
});

export const pauseConnection = defineEndpoint({
  name: 'pauseConnection',
  method: 'POST',
  path: '/api/v1/connections/:connectionId/pause',
  summary: 'Stop asking the other side, until told to go on',
  access: 'admin',
  params: one,
  response: connection,
});

export const resumeConnection = defineEndpoint({
  name: 'resumeConnection',
  method: 'POST',
  path: '/api/v1/connections/:connectionId/resume',
  summary: 'Go on where it stopped, at once',
  access: 'admin',
  params: one,
  response: connection,
});

export const rereadConnection = defineEndpoint({
  name: 'rereadConnection',
  method: 'POST',
  path: '/api/v1/connections/:connectionId/reread',
  summary: 'Read the whole past again; what is stored already is not doubled',
  access: 'admin',
  params: one,
  response: connection,
});

export const removeConnection = defineEndpoint({
  name: 'removeConnection',
  method: 'DELETE',
  path: '/api/v1/connections/:connectionId',
  summary: 'Forget the connection and its key; what was read stays',
  access: 'admin',
  params: one,
  response: z.object({ removed: z.boolean() }),
});

export const listConnectionProblems = defineEndpoint({
  name: 'listConnectionProblems',
  method: 'GET',
  path: '/api/v1/connections/:connectionId/problems',
  summary: 'What could not be read, with the conversation, the reason and the way out; newest first, at most 500',
  access: 'admin',
  params: one,
  query: z.object({ code: z.string().max(60).optional() }),
  response: z.object({ problems: z.array(intakeProblem) }),
});
