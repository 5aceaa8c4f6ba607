import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { noticePreference } from '../notice.ts';

const answer = noticePreference.extend({
  mailWorks: z.boolean().describe('False where no mail server is set up, or your address is not confirmed'),
});

export const getNoticePreference = defineEndpoint({
  name: 'getNoticePreference',
  method: 'GET',
  path: '/api/v1/notices/preference',
  summary: 'How you are told by mail that something waits for you',
  access: 'member',
  response: answer,
});

export const setNoticePreference = defineEndpoint({
  name: 'setNoticePreference',
  method: 'PUT',
  path: '/api/v1/notices/preference',
  summary: 'Be told at once, once a day, or not at all, and about what',
  access: 'member',
  body: noticePreference,
  response: answer,
});
