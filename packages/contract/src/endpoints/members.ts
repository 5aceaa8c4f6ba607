/** Who works here: members, invitations, teams, keys for programs, and agents' rights. */
import { z } from 'zod';
import {
  agentsRights,
  agentsRightsChange,
  apiKey,
  emailAddress,
  invitation,
  keyScopes,
  madeLink,
  member,
  team,
} from '../account.ts';
import { defineEndpoint } from '../endpoint.ts';
import { mailResults } from '../mail-settings.ts';
import { role } from '../person.ts';

const done = z.object({ done: z.literal(true) });
const memberParams = z.object({ memberId: z.string().max(100) });
const teamParams = z.object({ teamId: z.string().max(20) });
const ids = z.array(z.string().max(100)).max(1000);

export const listMembers = defineEndpoint({
  name: 'listMembers',
  method: 'GET',
  path: '/api/v1/members',
  summary: 'Everybody with an account, by name',
  access: 'admin',
  response: z.object({ members: z.array(member) }),
});

export const changeMember = defineEndpoint({
  name: 'changeMember',
  method: 'PATCH',
  path: '/api/v1/members/:memberId',
  summary: 'Change somebody’s role, or say which imported authors they are; a new role ends their sessions at once',
  access: 'admin',
  params: memberParams,
  body: z.object({ role: role.optional(), authorIds: ids.optional() }),
  response: member,
});

export const removeMember = defineEndpoint({
  name: 'removeMember',
  method: 'DELETE',
  path: '/api/v1/members/:memberId',
  summary: 'Take somebody’s account away; their sessions end at once, what they did stays',
  access: 'admin',
  params: memberParams,
  response: done,
});

export const makePasswordLink = defineEndpoint({
  name: 'makePasswordLink',
  method: 'POST',
  path: '/api/v1/members/:memberId/password-link',
  summary: 'A one-time link by which this person sets a new password',
  access: 'admin',
  params: memberParams,
  response: madeLink,
  status: 201,
});

export const listInvitations = defineEndpoint({
  name: 'listInvitations',
  method: 'GET',
  path: '/api/v1/invitations',
  summary: 'Invitations and other one-time links, newest first, without the links',
  access: 'admin',
  response: z.object({ invitations: z.array(invitation) }),
});

export const inviteMember = defineEndpoint({
  name: 'inviteMember',
  method: 'POST',
  path: '/api/v1/invitations',
  summary: 'Invite somebody by a link that works once, for seven days; it is mailed to them where mail is set up',
  access: 'admin',
  body: z.object({ email: emailAddress, role, teamIds: ids.optional() }),
  response: madeLink.extend({ mail: z.enum(mailResults) }),
  status: 201,
});

export const cancelInvitation = defineEndpoint({
  name: 'cancelInvitation',
  method: 'DELETE',
  path: '/api/v1/invitations/:invitationId',
  summary: 'Make an open link worthless',
  access: 'admin',
  params: z.object({ invitationId: z.string().max(20) }),
  response: done,
});

export const listTeams = defineEndpoint({
  name: 'listTeams',
  method: 'GET',
  path: '/api/v1/teams',
  summary: 'Teams with who leads and reviews them and whose service they are; to leads and reviewers, their own',
  access: 'reader',
  response: z.object({ teams: z.array(team) }),
});

const teamBody = z.object({
  name: z.string().trim().min(1).max(60),
  memberIds: ids.describe('Leads and reviewers'),
  authorIds: ids.describe('Imported authors with the role agent'),
});

export const makeTeam = defineEndpoint({
  name: 'makeTeam',
  method: 'POST',
  path: '/api/v1/teams',
  summary: 'Make a team; its leads and reviewers then see its authors, and no others',
  access: 'admin',
  body: teamBody,
  response: team,
  status: 201,
});

export const changeTeam = defineEndpoint({
  name: 'changeTeam',
  method: 'PUT',
  path: '/api/v1/teams/:teamId',
  summary: 'Change a team’s name, members and authors',
  access: 'admin',
  params: teamParams,
  body: teamBody,
  response: team,
});

export const removeTeam = defineEndpoint({
  name: 'removeTeam',
  method: 'DELETE',
  path: '/api/v1/teams/:teamId',
  summary: 'Take a team away; a lead or reviewer without a team sees everybody’s service',
  access: 'admin',
  params: teamParams,
  response: done,
});

export const listKeys = defineEndpoint({
  name: 'listKeys',
  method: 'GET',
  path: '/api/v1/keys',
  summary: 'Keys for programs, newest first, without the keys themselves',
  access: 'admin',
  response: z.object({ keys: z.array(apiKey) }),
});

export const makeKey = defineEndpoint({
  name: 'makeKey',
  method: 'POST',
  path: '/api/v1/keys',
  summary: 'Make a key for a program; it is in this answer and never shown again',
  access: 'admin',
  body: z.object({ name: z.string().trim().min(1).max(60), scope: z.enum(keyScopes) }),
  response: apiKey.extend({ key: z.string() }),
  status: 201,
});

export const revokeKey = defineEndpoint({
  name: 'revokeKey',
  method: 'DELETE',
  path: '/api/v1/keys/:keyId',
  summary: 'Make a key worthless at once',
  access: 'admin',
  params: z.object({ keyId: z.string().max(20) }),
  response: done,
});

export const getAgentsRights = defineEndpoint({
  name: 'getAgentsRights',
  method: 'GET',
  path: '/api/v1/agents-rights',
  summary: 'What agents were told and agreed to, and whether per-agent views are on; open to everybody it concerns',
  access: 'member',
  response: agentsRights,
});

export const setAgentsRights = defineEndpoint({
  name: 'setAgentsRights',
  method: 'PUT',
  path: '/api/v1/agents-rights',
  summary: 'Fill what agents were told; per-agent views can be switched on once all four are filled',
  access: 'admin',
  body: agentsRightsChange,
  response: agentsRights,
});
