import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { retention, retentionPreview, retentionRule } from '../privacy.ts';

export const getRetention = defineEndpoint({
  name: 'getRetention',
  method: 'GET',
  path: '/api/v1/retention',
  summary: 'How long conversations are kept, what would go today, and what has gone',
  access: 'admin',
  response: retention,
});

export const previewRetention = defineEndpoint({
  name: 'previewRetention',
  method: 'POST',
  path: '/api/v1/retention/preview',
  summary: 'What a rule would delete today. Changes nothing',
  access: 'admin',
  body: retentionRule,
  response: retentionPreview,
});

export const setRetention = defineEndpoint({
  name: 'setRetention',
  method: 'PUT',
  path: '/api/v1/retention',
  summary: 'Say how long conversations are kept. A stricter rule begins after seven days',
  access: 'admin',
  body: retentionRule.extend({
    shown: z.int().min(0).describe('Conversations that would go today, as they were shown. More than that: refused'),
  }),
  response: retention,
});
