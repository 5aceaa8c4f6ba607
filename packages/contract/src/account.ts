/** Accounts: who is here, what they may, and how they came in. */
import { z } from 'zod';
import { accessRules } from './endpoint.ts';
import { role } from './person.ts';

/**
 * `local`: nobody has an account; the person at this machine holds every right. `needs-owner`: accounts are wanted and
 * the link in the terminal makes the first one. `accounts`: everybody signs in.
 */
export const accountModes = ['local', 'needs-owner', 'accounts'] as const;

export const workspaceName = z.string().trim().min(1).max(60);

export const workspaceRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum([...role.options, 'key']).describe('What you are there'),
  current: z.boolean().describe('The one this session is in'),
});
export type WorkspaceRow = z.infer<typeof workspaceRow>;

export const whoIsHere = z.object({
  mode: z.enum(accountModes),
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      role: z.enum([...role.options, 'key']),
      twoFactor: z.boolean(),
      authorIds: z.array(z.string()).describe('Which imported authors this person is'),
    })
    .nullable()
    .describe('Null: nobody is signed in'),
  holds: z.array(z.enum(accessRules)).describe('The rules this person meets: a page shows what they allow'),
  workspaces: z.array(workspaceRow).describe('Those this person belongs to; none where nobody has an account'),
  perAgentViews: z.boolean().describe('Whether pages and names of single agents are switched on'),
  singleSignOn: z.object({ name: z.string() }).nullable().describe('Null: not set up'),
  signInRefused: z
    .string()
    .nullable()
    .describe('Why nobody can sign in over this connection, with the way out; null: all is well'),
  version: z.string(),
});
export type WhoIsHere = z.infer<typeof whoIsHere>;

export const shortestPassword = 12;
const longestPassword = 128;

/** Length is what counts; nothing else is asked of it. */
export const newPassword = z
  .string()
  .min(
    shortestPassword,
    `A password has at least ${shortestPassword} characters; a few words in a row are easy to keep`,
  )
  .max(longestPassword, `A password has at most ${longestPassword} characters`);

/** As somebody types it; told apart without capitals. */
export const emailAddress = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());

export const memberName = z.string().trim().min(1).max(100);

/** What a sign-in comes to: in, or one more step. */
export const signInResult = z.object({
  state: z.enum(['signed-in', 'second-factor']).describe('second-factor: send the code of the authenticator next'),
});

export const sessionRow = z.object({
  id: z.string(),
  current: z.boolean().describe('The one that asks'),
  userAgent: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type SessionRow = z.infer<typeof sessionRow>;

export const member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  state: z.enum(['active', 'removed']),
  twoFactor: z.boolean(),
  joinedAt: z.iso.datetime(),
  teams: z.array(z.object({ id: z.string(), name: z.string() })).describe('Teams this person leads or reviews'),
  authors: z
    .array(z.object({ id: z.string(), name: z.string(), source: z.string() }))
    .describe('Imported authors who are this person, as an admin confirmed'),
});
export type Member = z.infer<typeof member>;

export const invitation = z.object({
  id: z.string(),
  kind: z.enum(['owner', 'member', 'password']),
  email: z.string().nullable(),
  role: role.nullable(),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(['open', 'used', 'expired', 'cancelled']),
});
export type Invitation = z.infer<typeof invitation>;

/** The link is in this answer and nowhere else: only its hash is kept. */
export const madeLink = z.object({ link: z.string(), expiresAt: z.iso.datetime() });

/** What somebody who opens such a link is told before they say who they are. */
export const openedLink = z.object({
  kind: z.enum(['owner', 'member', 'password']),
  email: z.string().nullable(),
  role: role.nullable(),
  workspace: z.string().describe('The name of what it leads into'),
  hasAccount: z.boolean().describe('Its address has an account already: the password of that one is asked for'),
  expiresAt: z.iso.datetime(),
});
export type OpenedLink = z.infer<typeof openedLink>;

export const team = z.object({
  id: z.string(),
  name: z.string(),
  members: z.array(z.object({ id: z.string(), name: z.string(), role })).describe('Who leads and reviews it'),
  authors: z.array(z.object({ id: z.string(), name: z.string(), source: z.string() })).describe('Whose service it is'),
});
export type Team = z.infer<typeof team>;

export const keyScopes = ['ingest', 'read', 'write'] as const;
/** What each allows, as the page says it. */
export const keyScopeWords: Record<(typeof keyScopes)[number], string> = {
  ingest: 'Bring conversations in. Reads nothing',
  read: 'Read the team’s numbers and conversations',
  write: 'Read, bring conversations in, and write reviews. Changes no settings and no accounts',
};

export const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe('Its first letters, to know it again by'),
  scope: z.enum(keyScopes),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;

const rightsFields = {
  informedOn: z.iso.date().nullable().describe('The day on which the agents were told'),
  agreement: z.string().trim().max(2000).describe('With whom it was agreed, or on what ground it rests'),
  purposes: z.string().trim().max(2000).describe('What the numbers are for, and what they are not for'),
  retention: z.string().trim().max(2000).describe('How long what is kept'),
};
/** Nothing about a single agent is shown until the four are filled and somebody switches it on. */
export const agentsRightsChange = z.object({ ...rightsFields, viewsOn: z.boolean() });
export const agentsRights = agentsRightsChange.extend({
  missing: z.array(z.enum(['informedOn', 'agreement', 'purposes', 'retention'])).describe('What is still to be filled'),
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
});
export type AgentsRights = z.infer<typeof agentsRights>;
