/** The mail server: which one, set here or by the environment, and whether it works. */
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { mailSetBy, mailSettings, mailSettingsDraft } from '../mail-settings.ts';

const answer = z.object({
  setBy: z.enum(mailSetBy).describe('environment: RAPPORT_SMTP_URL wins, and nothing can be set here'),
  settings: mailSettings.nullable().describe('What is stored, also while the environment wins'),
});

export const getMailSettings = defineEndpoint({
  name: 'getMailSettings',
  method: 'GET',
  path: '/api/v1/mail-settings',
  summary: 'The mail server by which members are told and invited, without its password',
  access: 'admin',
  response: answer,
});

export const setMailSettings = defineEndpoint({
  name: 'setMailSettings',
  method: 'PUT',
  path: '/api/v1/mail-settings',
  summary: 'Name the mail server; the password is sealed for this host and user alone',
  access: 'admin',
  body: mailSettingsDraft,
  response: answer,
});

export const removeMailSettings = defineEndpoint({
  name: 'removeMailSettings',
  method: 'DELETE',
  path: '/api/v1/mail-settings',
  summary: 'Send no mail any more',
  access: 'admin',
  response: answer,
});

export const testMail = defineEndpoint({
  name: 'testMail',
  method: 'POST',
  path: '/api/v1/mail-settings/test',
  summary: 'Send a mail to your own confirmed address, and to no other',
  access: 'admin',
  response: z.object({ sentTo: z.string() }),
});
