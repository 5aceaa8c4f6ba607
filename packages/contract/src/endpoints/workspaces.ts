/** Workspaces: each with its own data, people and settings. An account may belong to several, and works in one at a time. */
import { z } from 'zod';
import { workspaceName, workspaceRow } from '../account.ts';
import { defineEndpoint } from '../endpoint.ts';

export const makeWorkspace = defineEndpoint({
  name: 'makeWorkspace',
  method: 'POST',
  path: '/api/v1/workspaces',
  summary: 'Make another workspace and become its owner; for owners of the first one',
  access: 'owner',
  body: z.object({ name: workspaceName }),
  response: workspaceRow,
  status: 201,
});

export const renameWorkspace = defineEndpoint({
  name: 'renameWorkspace',
  method: 'PUT',
  path: '/api/v1/workspaces/name',
  summary: 'Call the workspace you are in by another name',
  access: 'owner',
  body: z.object({ name: workspaceName }),
  response: workspaceRow,
});

export const enterWorkspace = defineEndpoint({
  name: 'enterWorkspace',
  method: 'POST',
  path: '/api/v1/workspaces/:workspaceId/enter',
  summary: 'Go on in another workspace of yours, with this session alone',
  access: 'member',
  params: z.object({ workspaceId: z.string().max(20) }),
  response: workspaceRow,
});
