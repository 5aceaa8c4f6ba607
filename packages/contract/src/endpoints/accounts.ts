/** Coming in, going out, and what is one's own. */
import { z } from 'zod';
import {
  emailAddress,
  madeLink,
  memberName,
  newPassword,
  openedLink,
  sessionRow,
  signInResult,
  whoIsHere,
} from '../account.ts';
import { defineEndpoint } from '../endpoint.ts';

const done = z.object({ done: z.literal(true) });

export const whoAmI = defineEndpoint({
  name: 'whoAmI',
  method: 'GET',
  path: '/api/v1/me',
  summary: 'Who is signed in, what they may, and whether this server has accounts at all',
  access: 'anyone',
  response: whoIsHere,
});

export const signIn = defineEndpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/v1/session',
  summary: 'Sign in with address and password; the session is in a cookie. Ten tries in fifteen minutes per account',
  access: 'anyone',
  body: z.object({ email: emailAddress, password: z.string().min(1).max(128) }),
  response: signInResult,
});

export const proveSecondFactor = defineEndpoint({
  name: 'proveSecondFactor',
  method: 'POST',
  path: '/api/v1/session/second-factor',
  summary: 'The second step of a sign-in: the code of the authenticator, or a backup code',
  access: 'anyone',
  body: z.object({ code: z.string().trim().min(6).max(20), kind: z.enum(['totp', 'backup']) }),
  response: signInResult,
});

export const signOut = defineEndpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/v1/session',
  summary: 'End this session at once',
  access: 'anyone',
  response: done,
});

export const startSingleSignOn = defineEndpoint({
  name: 'startSingleSignOn',
  method: 'POST',
  path: '/api/v1/session/single-sign-on',
  summary:
    'Where to send the browser to sign in at the organisation’s own provider. Accepts an open invitation to the same address',
  access: 'anyone',
  response: z.object({ address: z.url() }),
});

export const finishSingleSignOn = defineEndpoint({
  name: 'finishSingleSignOn',
  method: 'GET',
  path: '/api/v1/auth/callback/sso',
  summary: 'Where the provider sends the browser back to: signs in and goes on to the first page',
  access: 'anyone',
  query: z.object({
    code: z.string().max(4000).optional(),
    state: z.string().max(4000).optional(),
    error: z.string().max(200).optional(),
    error_description: z.string().max(1000).optional(),
    iss: z.string().max(1000).optional(),
  }),
  response: z.null(),
  answers: 'redirect',
  status: 302,
});

export const openLink = defineEndpoint({
  name: 'openLink',
  method: 'POST',
  path: '/api/v1/links/open',
  summary: 'What a one-time link is for, without using it',
  access: 'anyone',
  body: z.object({ token: z.string().max(200) }),
  response: openedLink,
});

export const takeLink = defineEndpoint({
  name: 'takeLink',
  method: 'POST',
  path: '/api/v1/links/take',
  summary: 'Use a one-time link: become the owner, accept an invitation, or set a new password. Signs in',
  access: 'anyone',
  body: z.object({
    token: z.string().max(200),
    name: memberName.optional().describe('Not asked for with a link for a new password'),
    email: emailAddress.optional().describe('Only with an owner’s link; an invitation has its address'),
    password: newPassword.describe('Of an address that has an account already: its own, as it is'),
  }),
  response: signInResult,
});

export const makeOwnerLink = defineEndpoint({
  name: 'makeOwnerLink',
  method: 'POST',
  path: '/api/v1/links/owner',
  summary: 'A one-time link that makes an owner; with the first owner this server has accounts',
  access: 'owner',
  response: madeLink,
  status: 201,
});

export const changePassword = defineEndpoint({
  name: 'changePassword',
  method: 'POST',
  path: '/api/v1/me/password',
  summary: 'Change one’s own password; every other session of this person ends at once',
  access: 'member',
  body: z.object({ current: z.string().min(1).max(128), next: newPassword }),
  response: done,
});

export const listSessions = defineEndpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/api/v1/me/sessions',
  summary: 'One’s own sessions',
  access: 'member',
  response: z.object({ sessions: z.array(sessionRow) }),
});

export const endSession = defineEndpoint({
  name: 'endSession',
  method: 'DELETE',
  path: '/api/v1/me/sessions/:sessionId',
  summary: 'End one of one’s own sessions at once',
  access: 'member',
  params: z.object({ sessionId: z.string().max(100) }),
  response: done,
});

export const startTwoFactor = defineEndpoint({
  name: 'startTwoFactor',
  method: 'POST',
  path: '/api/v1/me/second-factor',
  summary: 'A secret for the authenticator, and backup codes; it counts only once a code has been confirmed',
  access: 'member',
  body: z.object({ password: z.string().min(1).max(128) }),
  response: z.object({
    uri: z.string().describe('otpauth:// address, for a QR code'),
    secret: z.string().describe('The same to type in'),
    backupCodes: z.array(z.string()).describe('Each works once; shown here and never again'),
  }),
});

export const confirmTwoFactor = defineEndpoint({
  name: 'confirmTwoFactor',
  method: 'POST',
  path: '/api/v1/me/second-factor/confirm',
  summary: 'Switch the second factor on with a first code; other sessions of this person end',
  access: 'member',
  body: z.object({ code: z.string().trim().min(6).max(8) }),
  response: done,
});

export const stopTwoFactor = defineEndpoint({
  name: 'stopTwoFactor',
  method: 'DELETE',
  path: '/api/v1/me/second-factor',
  summary: 'Switch the second factor off',
  access: 'member',
  body: z.object({ password: z.string().min(1).max(128) }),
  response: done,
});
