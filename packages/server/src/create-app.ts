/** The whole web side of Rapport as one value: nothing is read from the environment, nothing listens yet. */
import rateLimit from '@fastify/rate-limit';
import { allEndpoints } from '@rapport/contract';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { AccountSettings } from './accounts/account-settings.ts';
import { limitTries } from './accounts/limit-tries.ts';
import { openAccounts } from './accounts/open-accounts.ts';
import { serveAccounts } from './api/accounts.ts';
import { serveAccuracy } from './api/accuracy.ts';
import { serveAgentsRights } from './api/agents-rights.ts';
import { answerUnreadableAddress, answerUnreadableBytes } from './api/answer-unreadable.ts';
import type { AppParts } from './api/app-parts.ts';
import { serveArticles } from './api/articles.ts';
import { serveAudit } from './api/audit.ts';
import { serveAuthors } from './api/authors.ts';
import { serveCalibrations } from './api/calibration/calibrations.ts';
import { serveCategoryModels } from './api/category-models.ts';
import { serveChanges } from './api/changes.ts';
import { serveChecks } from './api/checks.ts';
import { serveCoaching } from './api/coaching.ts';
import { serveConnections } from './api/connections.ts';
import { serveContacts } from './api/contacts.ts';
import { serveConversations } from './api/conversations.ts';
import { serveDisputes } from './api/disputes.ts';
import { serveDrivers } from './api/drivers.ts';
import { serveEarlyLook } from './api/early-look.ts';
import { serveErasures } from './api/erasures.ts';
import { serveExports } from './api/exports.ts';
import { serveFocus } from './api/focus.ts';
import { type AllowedAddresses, guardRequests } from './api/guard-requests.ts';
import { serveHooks } from './api/hooks.ts';
import { serveImports } from './api/imports.ts';
import { serveJudge } from './api/judge.ts';
import { serveJudgeProposals } from './api/judge-proposals.ts';
import { serveKeptWords } from './api/kept-words.ts';
import { serveKeys } from './api/keys.ts';
import { logRequests } from './api/log-requests.ts';
import { serveMailSettings } from './api/mail-settings.ts';
import { serveMailboxes } from './api/mailboxes.ts';
import { serveMembers } from './api/members.ts';
import { serveMyAccount } from './api/my-account.ts';
import { serveMyCoaching } from './api/my-coaching.ts';
import { serveNextActions } from './api/next-actions.ts';
import { serveNotices } from './api/notices.ts';
import { serveOutcomes } from './api/outcomes.ts';
import { servePastReviews } from './api/past-reviews.ts';
import { servePeople } from './api/people.ts';
import { localPerson, nobody, type Person } from './api/permit.ts';
import { servePersonExports } from './api/person-exports.ts';
import { servePins } from './api/pins.ts';
import { servePractice } from './api/practice.ts';
import { problemOf } from './api/problem-of.ts';
import { servePromptTrials } from './api/prompt-trials.ts';
import { servePushes } from './api/pushes.ts';
import { serveReasons } from './api/reasons.ts';
import { serveReference } from './api/reference-page.ts';
import { serveRescores } from './api/rescores.ts';
import { serveRetention } from './api/retention.ts';
import { serveReviewDraws } from './api/review-draws.ts';
import { serveReviews } from './api/reviews.ts';
import { serveRuleTrials } from './api/rule-trials.ts';
import { serveSample } from './api/sample.ts';
import { serveScorecardPreviews } from './api/scorecard-previews.ts';
import { serveScorecards } from './api/scorecards.ts';
import { sendSecurityHeaders } from './api/security-headers.ts';
import type { Api } from './api/serve.ts';
import { servePages } from './api/serve-pages.ts';
import { serveService } from './api/service.ts';
import { serveStatus } from './api/status.ts';
import { serveSuggestions } from './api/suggestions.ts';
import { serveTeam, serveTeamHours } from './api/team.ts';
import { serveTeams } from './api/teams.ts';
import { serveTranscripts } from './api/transcripts.ts';
import { serveTrend } from './api/trend.ts';
import { serveViews } from './api/views.ts';
import { serveWebhooks } from './api/webhooks.ts';
import { serveWorkspaces } from './api/workspaces.ts';

export interface AppOptions extends Omit<AppParts, 'accounts'> {
  accountSettings: AccountSettings;
  /** The built pages; null serves the API alone. */
  webFolder: string | null;
  log: FastifyBaseLogger;
  allowed: AllowedAddresses;
  /** True behind a proxy that ends TLS. */
  https?: boolean;
  /** Who is calling; whoever holds a session or a key unless said. */
  personOf?: Api['personOf'];
  /** Check every answer against the contract; for tests and development. */
  checkAnswers?: boolean;
  /** Per address; 30,000 unless said. On loopback everybody has one address, so it is far above what people need. */
  requestsPerMinute?: number;
}

/** Bytes of a JSON body. */
const bodyLimit = 2 ** 20;

/** @throws Error when an endpoint of the contract has no handler, or two. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  // Fastify's own request lines hold the address, and a search holds words: `logRequests` writes its own.
  const logController = new LogController({ disableRequestLogging: true });
  const http = Fastify({
    loggerInstance: options.log,
    logController,
    bodyLimit,
    frameworkErrors: answerUnreadableAddress,
    clientErrorHandler: answerUnreadableBytes,
  });
  const stopping = new AbortController();
  http.addHook('preClose', async () => stopping.abort());
  logRequests(http);
  acceptBodies(http);
  http.setErrorHandler(async (error, _request, reply) => {
    const problem = problemOf(error);
    if (problem.code === 'too-many-requests' && !reply.hasHeader('retry-after')) reply.header('retry-after', '30');
    return reply.code(problem.status).type('application/problem+json').send(problem);
  });
  await sendSecurityHeaders(http, options.https === true);
  guardRequests(http, options.allowed);
  await http.register(rateLimit, { max: options.requestsPerMinute ?? 30_000, timeWindow: '1 minute' });
  const accounts = openAccounts({ ...options, settings: options.accountSettings });
  serveAll(
    {
      http,
      served: new Set(),
      personOf: options.personOf ?? accounts.personOf,
      countRequest: countRequests(options.now),
      checkAnswers: options.checkAnswers === true,
      stopping: stopping.signal,
    },
    { ...options, accounts },
  );
  serveReference(http, Object.values(allEndpoints), options.version);
  await servePages(http, options.webFolder);
  return http;
}

const requestsOfOnePerson = { tries: 600, milliseconds: 60_000 };

/** Every person with an account and every key for itself; a program that only brings conversations has limits of its own. */
function countRequests(now: () => Date): Api['countRequest'] {
  const counted = limitTries({ ...requestsOfOnePerson, now: () => now().getTime() });
  return ({ id, role, holds }: Person) => {
    const isCounted = id !== localPerson.id && id !== nobody.id && (role !== 'key' || holds.includes('reader'));
    return isCounted ? counted.take(id) : 0;
  };
}

/** The table of contents of the API. */
function serveAll(api: Api, parts: AppParts): void {
  serveAccounts(api, parts);
  serveArticles(api, parts);
  serveMyAccount(api, parts);
  serveMembers(api, parts);
  serveTeams(api, parts);
  serveWorkspaces(api, parts);
  serveKeys(api, parts);
  serveAgentsRights(api, parts);
  serveAudit(api, parts);
  serveStatus(api, parts);
  serveImports(api, parts);
  serveService(api, parts);
  serveSample(api, parts);
  serveAuthors(api, parts);
  serveFocus(api, parts);
  serveNextActions(api, parts);
  serveDrivers(api, parts);
  serveDisputes(api, parts);
  serveChanges(api, parts);
  serveEarlyLook(api, parts);
  serveOutcomes(api, parts);
  serveReasons(api, parts);
  serveConnections(api, parts);
  serveContacts(api, parts);
  serveConversations(api, parts);
  serveViews(api, parts);
  serveExports(api, parts);
  serveCalibrations(api, parts);
  serveChecks(api, parts);
  serveRescores(api, parts);
  serveTranscripts(api);
  serveTrend(api, parts);
  serveAccuracy(api);
  serveJudge(api, parts);
  serveJudgeProposals(api, parts);
  servePeople(api, parts);
  serveTeam(api, parts);
  serveTeamHours(api, parts);
  serveScorecards(api, parts);
  serveScorecardPreviews(api, parts);
  servePromptTrials(api, parts);
  serveRuleTrials(api, parts);
  serveCategoryModels(api, parts);
  servePastReviews(api, parts);
  servePushes(api, parts);
  serveCoaching(api, parts);
  serveMyCoaching(api, parts);
  serveWebhooks(api, parts);
  serveMailboxes(api, parts);
  serveKeptWords(api, parts);
  serveHooks(api, parts);
  serveNotices(api, parts);
  serveMailSettings(api, parts);
  servePractice(api, parts);
  serveSuggestions(api, parts);
  serveReviews(api, parts);
  serveReviewDraws(api, parts);
  servePins(api, parts);
  serveRetention(api, parts);
  serveErasures(api, parts);
  servePersonExports(api, parts);
  const missing = Object.keys(allEndpoints).filter((name) => !api.served.has(name));
  if (missing.length > 0) throw new Error(`No handler for the endpoints ${missing.join(', ')}`);
}

/** JSON, and raw bytes as a stream that only its handler reads; nothing else gets in. */
function acceptBodies(http: FastifyInstance): void {
  const json = http.getDefaultJsonParser('error', 'error');
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.config.takesRaw === true) done(null, body);
    // A POST that needs no body may come with an empty one.
    else if (body.length === 0) done(null, undefined);
    else json(request, body.toString(), done);
  });
  http.addContentTypeParser('application/octet-stream', (_request, stream, done) => done(null, stream));
}
