import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { hook, hookDelivery, hookEvent } from '../hook.ts';

const one = z.object({ hookId: z.string() });

export const listHooks = defineEndpoint({
  name: 'listHooks',
  method: 'GET',
  path: '/api/v1/hooks',
  summary: 'Addresses to which Rapport sends its news',
  access: 'admin',
  response: z.object({ hooks: z.array(hook) }),
});

export const createHook = defineEndpoint({
  name: 'createHook',
  method: 'POST',
  path: '/api/v1/hooks',
  summary:
    'Send news to an address. Each is signed: x-rapport-signature is "sha256=" and the HMAC of x-rapport-timestamp, a dot and the body',
  access: 'admin',
  body: z.object({
    url: z.url({ protocol: /^https?$/ }).max(2000),
    events: z.array(hookEvent).min(1),
    secret: z.string().min(16).max(500).optional().describe('Made up and shown this one time where it is left out'),
  }),
  response: z.object({ hook, secret: z.string().nullable() }),
  status: 201,
});

export const switchHook = defineEndpoint({
  name: 'switchHook',
  method: 'POST',
  path: '/api/v1/hooks/:hookId/state',
  summary: 'Switch it on again, or off',
  access: 'admin',
  params: one,
  body: z.object({ state: z.enum(['on', 'off']) }),
  response: hook,
});

export const testHook = defineEndpoint({
  name: 'testHook',
  method: 'POST',
  path: '/api/v1/hooks/:hookId/test',
  summary: 'Send a piece of news that says nothing, to see whether it arrives',
  access: 'admin',
  params: one,
  response: z.object({ sent: z.boolean() }),
});

export const removeHook = defineEndpoint({
  name: 'removeHook',
  method: 'DELETE',
  path: '/api/v1/hooks/:hookId',
  summary: 'Send nothing there any more',
  access: 'admin',
  params: one,
  response: z.object({ removed: z.boolean() }),
});

export const listHookDeliveries = defineEndpoint({
  name: 'listHookDeliveries',
  method: 'GET',
  path: '/api/v1/hooks/:hookId/deliveries',
  summary: 'The last 200 pieces of news to this address: when, how often tried, with what answer',
  access: 'admin',
  params: one,
  response: z.object({ deliveries: z.array(hookDelivery) }),
});

export const changeHookSecret = defineEndpoint({
  name: 'changeHookSecret',
  method: 'POST',
  path: '/api/v1/hooks/:hookId/secret',
  summary: 'Sign with another secret from now on; shown this one time where Rapport makes it up',
  access: 'admin',
  params: one,
  body: z.object({ secret: z.string().min(16).max(500).optional() }),
  response: z.object({ hook, secret: z.string().nullable() }),
});
