import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { intakeProblem } from '../intake.ts';
import { mailbox, mailboxChange, mailboxDraft, mailboxTrial } from '../mailbox.ts';

const one = z.object({ mailboxId: z.string() });

export const listMailboxes = defineEndpoint({
  name: 'listMailboxes',
  method: 'GET',
  path: '/api/v1/mailboxes',
  summary: 'Mailboxes that are read over IMAP, and how each stands',
  access: 'admin',
  response: z.object({ mailboxes: z.array(mailbox) }),
});

export const createMailbox = defineEndpoint({
  name: 'createMailbox',
  method: 'POST',
  path: '/api/v1/mailboxes',
  summary: 'Read a mailbox: its past at once, then what is new, about every minute. Nothing in it is changed',
  access: 'admin',
  body: mailboxDraft,
  response: mailbox,
  status: 201,
});

export const pauseMailbox = defineEndpoint({
  name: 'pauseMailbox',
  method: 'POST',
  path: '/api/v1/mailboxes/:mailboxId/pause',
  summary: 'Stop reading, until told to go on',
  access: 'admin',
  params: one,
  response: mailbox,
});

export const resumeMailbox = defineEndpoint({
  name: 'resumeMailbox',
  method: 'POST',
  path: '/api/v1/mailboxes/:mailboxId/resume',
  summary: 'Go on where it stopped, at once',
  access: 'admin',
  params: one,
  response: mailbox,
});

export const rereadMailbox = defineEndpoint({
  name: 'rereadMailbox',
  method: 'POST',
  path: '/api/v1/mailboxes/:mailboxId/reread',
  summary: 'Read all its folders from their beginning; what is stored already is not doubled',
  access: 'admin',
  params: one,
  response: mailbox,
});

export const listMailboxProblems = defineEndpoint({
  name: 'listMailboxProblems',
  method: 'GET',
  path: '/api/v1/mailboxes/:mailboxId/problems',
  summary: 'Which mails could not be read, with the reason and the way out; newest first, at most 500',
  access: 'admin',
  params: one,
  query: z.object({ code: z.string().max(60).optional() }),
  response: z.object({ problems: z.array(intakeProblem) }),
});

export const removeMailbox = defineEndpoint({
  name: 'removeMailbox',
  method: 'DELETE',
  path: '/api/v1/mailboxes/:mailboxId',
  summary: 'Forget the mailbox and its password; what was read stays',
  access: 'admin',
  params: one,
  response: z.object({ removed: z.boolean() }),
});

export const tryMailbox = defineEndpoint({
  name: 'tryMailbox',
  method: 'POST',
  path: '/api/v1/mailboxes/trial',
  summary: 'Sign in once with what is typed, and say which folders there are; nothing is stored',
  access: 'admin',
  body: mailboxChange.extend({
    mailboxId: z.string().optional().describe('Whose stored secret is used where none is typed'),
  }),
  response: mailboxTrial,
});

export const changeMailbox = defineEndpoint({
  name: 'changeMailbox',
  method: 'PUT',
  path: '/api/v1/mailboxes/:mailboxId',
  summary: 'Another name, host, password or list of addresses; what was read stays',
  access: 'admin',
  params: one,
  body: mailboxChange,
  response: mailbox,
});
