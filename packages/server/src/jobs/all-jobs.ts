/** Every job there is, those of an import in the order in which it goes through them. */

import { storeArrivals } from '../arrivals/store-arrivals.ts';
import { lookAtPeople } from '../connectors/look-at-people.ts';
import { syncConnection } from '../connectors/sync-connection.ts';
import { deliverHooks } from '../hooks/deliver-hooks.ts';
import { readMailbox } from '../mailbox/read-mailbox.ts';
import { sendNotices } from '../notify/send-notices.ts';
import { applyRetention } from './apply-retention.ts';
import { collectReasons } from './collect-reasons.ts';
import { erasePerson } from './erase-person.ts';
import { failImport } from './fail-import.ts';
import { findAuthors } from './find-authors.ts';
import { findCitationsJob } from './find-citations.ts';
import { findGapsJob } from './find-gaps.ts';
import { groupReasons } from './group-reasons.ts';
import type { JobDeclaration } from './job.ts';
import { learnCategory } from './learn-category.ts';
import { lookAtImport } from './look-at-import.ts';
import { readArticlesJob } from './read-articles.ts';
import { readImport } from './read-import.ts';
import { refreshDrivers } from './refresh-drivers.ts';
import { refreshFocus } from './refresh-focus.ts';
import { refreshOutcomes } from './refresh-outcomes.ts';
import { refreshReasonsOfTeams } from './refresh-reasons-of-teams.ts';
import { refreshTeams } from './refresh-teams.ts';
import { rescoreConversations } from './rescore-conversations.ts';
import { scoreConversations } from './score-conversations.ts';
import { settleCancelled } from './settle-cancelled.ts';
import { settleImport } from './settle-import.ts';

// Each handler parses its payload with its own schema before it runs, so the list may forget the types.
export const allJobs = [
  lookAtImport,
  readImport,
  settleImport,
  findAuthors,
  scoreConversations,
  refreshFocus,
  refreshDrivers,
  refreshOutcomes,
  refreshTeams,
  collectReasons,
  groupReasons,
  refreshReasonsOfTeams,
  readArticlesJob,
  findCitationsJob,
  findGapsJob,
  settleCancelled,
  rescoreConversations,
  learnCategory,
  storeArrivals,
  syncConnection,
  lookAtPeople,
  readMailbox,
  deliverHooks,
  sendNotices,
  applyRetention,
  erasePerson,
] as unknown as readonly JobDeclaration<object>[];

/** Receives what failed too often, whatever it was. */
export const failedJobs = failImport as unknown as JobDeclaration<object>;
