import * as accounts from './accounts.ts';
import { getAccuracy } from './accuracy.ts';
import * as articles from './articles.ts';
import * as audit from './audit.ts';
import * as authors from './authors.ts';
import * as calibration from './calibration.ts';
import { getChanges } from './changes.ts';
import * as checks from './checks.ts';
import * as coaching from './coaching.ts';
import * as connections from './connections.ts';
import * as contacts from './contacts.ts';
import * as conversations from './conversations.ts';
import * as disputes from './disputes.ts';
import { getDrivers } from './drivers.ts';
import { getEarlyLook } from './early-look.ts';
import * as erasures from './erasures.ts';
import * as focus from './focus.ts';
import * as hooks from './hooks.ts';
import * as imports from './imports.ts';
import * as judge from './judge.ts';
import * as keptWords from './kept-words.ts';
import * as mail from './mail.ts';
import * as mailboxes from './mailboxes.ts';
import * as members from './members.ts';
import { getNextActions } from './next-actions.ts';
import * as notices from './notices.ts';
import { getOutcomes } from './outcomes.ts';
import * as pastReviews from './past-reviews.ts';
import * as people from './people.ts';
import * as personExports from './person-exports.ts';
import * as practice from './practice.ts';
import * as pushes from './pushes.ts';
import * as reasons from './reasons.ts';
import * as rescores from './rescores.ts';
import * as retention from './retention.ts';
import * as reviewDraws from './review-draws.ts';
import * as reviews from './reviews.ts';
import * as scorecards from './scorecards.ts';
import * as service from './service.ts';
import { getStatus } from './status.ts';
import * as suggestions from './suggestions.ts';
import { lookAtTranscript } from './transcripts.ts';
import { getTrend } from './trend.ts';
import * as webhooks from './webhooks.ts';
import * as workspaces from './workspaces.ts';

/** Every endpoint there is; the server refuses to start when one of them has no handler. */
export const allEndpoints = {
  getStatus,
  getTrend,
  lookAtTranscript,
  getDrivers,
  getChanges,
  getEarlyLook,
  getNextActions,
  getOutcomes,
  getAccuracy,
  ...accounts,
  ...members,
  ...articles,
  ...workspaces,
  ...audit,
  ...rescores,
  ...retention,
  ...personExports,
  ...erasures,
  ...reasons,
  ...imports,
  ...service,
  ...authors,
  ...focus,
  ...connections,
  ...contacts,
  ...conversations,
  ...calibration,
  ...checks,
  ...disputes,
  ...judge,
  ...scorecards,
  ...pastReviews,
  ...pushes,
  ...coaching,
  ...webhooks,
  ...mail,
  ...mailboxes,
  ...keptWords,
  ...hooks,
  ...notices,
  ...practice,
  ...suggestions,
  ...people,
  ...reviews,
  ...reviewDraws,
} as const;
export type EndpointName = keyof typeof allEndpoints;
