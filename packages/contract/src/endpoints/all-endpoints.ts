import * as authors from './authors.ts';
import * as checks from './checks.ts';
import * as conversations from './conversations.ts';
import * as focus from './focus.ts';
import * as imports from './imports.ts';
import { getStatus } from './status.ts';

/** Every endpoint there is; the server refuses to start when one of them has no handler. */
export const allEndpoints = {
  getStatus,
  ...imports,
  ...authors,
  ...focus,
  ...conversations,
  ...checks,
} as const;
export type EndpointName = keyof typeof allEndpoints;
