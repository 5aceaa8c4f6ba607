import { foundation } from './0001-foundation.ts';
import { listIndexes } from './0002-list-indexes.ts';
import { scoreLookups } from './0003-score-lookups.ts';
import { judge } from './0004-judge.ts';
import { scorerVersions } from './0005-scorer-versions.ts';
import { driverAnswers } from './0006-drivers.ts';
import { messageSigns } from './0007-message-signs.ts';
import { service } from './0008-service.ts';
import { accounts } from './0009-accounts.ts';
import { scorecards } from './0010-scorecards.ts';
import { reviews } from './0011-reviews.ts';
import { people } from './0012-people.ts';
import { coaching } from './0013-coaching.ts';
import { connections } from './0014-connections.ts';
import { arrivals } from './0015-arrivals.ts';
import { heardAt } from './0015-heard-at.ts';
import { mailboxes } from './0015-mailboxes.ts';
import { notices } from './0015-notices.ts';
import { outgoing } from './0015-outgoing.ts';
import { webhookReceivers } from './0015-webhook-receivers.ts';
import { reasons } from './0016-reasons.ts';
import { wideRefresh } from './0017-wide-refresh.ts';
import { disputesStep } from './0018-disputes.ts';
import { calibration } from './0019-calibration.ts';
import { articles } from './0020-articles.ts';
import { contactsStep } from './0021-contacts.ts';
import { mergedAuthors } from './0021-merged-authors.ts';
import { privacy } from './0022-privacy.ts';
import { keptWords } from './0023-kept-words.ts';
import { webhookCalls } from './0023-webhook-calls.ts';
import { mailSettings } from './0025-mail-settings.ts';
import { workspaces } from './0025-workspaces.ts';
import { judgePrompts } from './0026-judge-prompts.ts';
import { numbersOfTeams } from './0026-numbers-of-teams.ts';
import { ownersOfSuggestions } from './0026-owners-of-suggestions.ts';
import { reasonsOfTeams } from './0027-reasons-of-teams.ts';
import { calibrationNearLine } from './0028-calibration-near-line.ts';
import { namesInDraws } from './0030-names-in-draws.ts';
import { rings } from './0030-rings.ts';
import { wordsOfTitles } from './0031-words-of-titles.ts';
import { wordsOfArticles } from './0033-words-of-articles.ts';
import { mailboxProblems } from './0034-mailbox-problems.ts';

/** One step of the schema: plain SQL, forward only, never edited once released. */
export interface Migration {
  name: string;
  sql: string;
}

/** In the order in which they run, which is that of their names. An array in code, so that bundling keeps them. */
export const allMigrations: readonly Migration[] = [
  foundation,
  listIndexes,
  scoreLookups,
  judge,
  scorerVersions,
  driverAnswers,
  messageSigns,
  service,
  accounts,
  scorecards,
  reviews,
  people,
  coaching,
  connections,
  arrivals,
  heardAt,
  mailboxes,
  notices,
  outgoing,
  webhookReceivers,
  reasons,
  wideRefresh,
  disputesStep,
  calibration,
  articles,
  contactsStep,
  mergedAuthors,
  privacy,
  keptWords,
  webhookCalls,
  mailSettings,
  workspaces,
  judgePrompts,
  numbersOfTeams,
  ownersOfSuggestions,
  reasonsOfTeams,
  calibrationNearLine,
  namesInDraws,
  rings,
  wordsOfTitles,
  wordsOfArticles,
  mailboxProblems,
];
