/** Coming in and going out: what the pages of signing in ask. The work behind is in `accounts/`. */
import {
  finishSingleSignOn,
  makeOwnerLink as makeOwnerLinkEndpoint,
  openLink,
  proveSecondFactor,
  RapportError,
  signIn,
  signOut,
  startSingleSignOn,
  takeLink,
  whoAmI,
} from '@rapport/contract';
import type { FastifyRequest } from 'fastify';
import { acceptLink, hasOpenAccount, withOpenLink } from '../accounts/accept-invitation.ts';
import { headersOf, refused } from '../accounts/ask-auth.ts';
import { sessionCookieOf } from '../accounts/create-auth.ts';
import { hashToken } from '../accounts/hash-sessions.ts';
import { makeOwnerLink } from '../accounts/make-owner-link.ts';
import { refusalOf } from '../accounts/origin-of.ts';
import { findAccountOfLink, provePassword } from '../accounts/prove-password.ts';
import { readSessionToken } from '../accounts/session-cookie.ts';
import { signInWith } from '../accounts/sign-in-with.ts';
import { singleSignOnId } from '../accounts/single-sign-on.ts';
import { writeAudit } from '../store/audit.ts';
import { endSessions, findSession, findUserByEmail } from '../store/sessions.ts';
import { listMemberships, listWorkspaces } from '../store/workspaces.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import { nobody } from './permit.ts';
import { type Api, serve, serveRedirect } from './serve.ts';

export function serveAccounts(api: Api, parts: AppParts): void {
  const { accounts } = parts;

  serve(api, whoAmI, async (_given, person, { request }) => ({
    mode: await accounts.modeOf(),
    person:
      person.id === nobody.id
        ? null
        : {
            ...{ id: person.id, name: person.name, email: person.account?.email ?? null, role: person.role },
            ...{ twoFactor: person.account?.twoFactor ?? false, authorIds: person.writesAs.map(String) },
          },
    holds: [...person.holds],
    workspaces: (person.account === undefined ? [] : await listMemberships(parts.store, person.id)).map((one) => ({
      ...{ id: String(one.workspace), name: one.name, role: one.role, current: one.workspace === person.workspace },
    })),
    perAgentViews: person.account?.viewsOn ?? false,
    singleSignOn: accounts.settings.singleSignOn === null ? null : { name: accounts.settings.singleSignOn.name },
    signInRefused: refusalOf(accounts.originOf(request)),
    version: parts.version,
  }));

  serve(api, signIn, async ({ body }, _person, exchange) => signInWith(parts, exchange, body));

  serve(api, proveSecondFactor, async ({ body: { code, kind } }, _person, { request, giveCookies }) => {
    const auth = await accounts.authOf(request);
    const given = { body: { code }, headers: headersOf(request), returnHeaders: true } as const;
    const proved = await (kind === 'totp' ? auth.api.verifyTOTP(given) : auth.api.verifyBackupCode(given)).catch(
      refused('This code is not right, or the sign-in took too long.', 'Try the next code, or sign in again.'),
    );
    const { id } = proved.response.user;
    const { workspace } = (await findUserByEmail(parts.store, proved.response.user.email)) ?? nobody;
    const who = { ...nobody, id, workspace };
    await noteDone(parts, who, { what: 'signed-in', object: id, detail: { by: kind } });
    giveCookies(proved.headers.getSetCookie());
    return { state: 'signed-in' };
  });

  serve(api, signOut, async (_given, person, { request, giveCookies }) => {
    const { account, id, workspace } = person;
    if (account === undefined) return { done: true };
    await endSessions(parts.store, id, { only: account.sessionId });
    await ask(parts, person, (db) => writeAudit(db, { id, workspace }, { what: 'signed-out', object: id }));
    const auth = await accounts.authOf(request);
    const left = await auth.api.signOut({ headers: headersOf(request), returnHeaders: true });
    giveCookies(left.headers.getSetCookie());
    return { done: true };
  });

  serve(api, startSingleSignOn, async (_given, _person, { request, giveCookies }) => {
    if (accounts.settings.singleSignOn === null) throw noSingleSignOn();
    const auth = await accounts.authOf(request);
    const body = { provider: singleSignOnId, callbackURL: accounts.originOf(request), disableRedirect: true };
    const started = await auth.api
      .signInSocial({ body, headers: headersOf(request), returnHeaders: true })
      .catch(refused('The provider of single sign-on does not answer.', 'Try again, or sign in with a password.'));
    giveCookies(started.headers.getSetCookie());
    return { address: started.response.url ?? '' };
  });

  serveRedirect(api, finishSingleSignOn, async (_given, request) => {
    if (accounts.settings.singleSignOn === null) throw noSingleSignOn();
    const auth = await accounts.authOf(request);
    const address = new URL(request.url, accounts.originOf(request));
    const answer = await auth.handler(new Request(address, { headers: headersOf(request) }));
    const cookies = answer.headers.getSetCookie();
    await noteSignIn(parts, request, cookies);
    return { address: answer.headers.get('location') ?? '/sign-in', cookies };
  });

  serve(api, openLink, ({ body: { token } }) =>
    withOpenLink({ ...parts, ...accounts }, token, async (db, workspace, { kind, email, role, expires_at }) => ({
      ...{ kind: kind as 'owner' | 'member' | 'password', email, expiresAt: expires_at.toISOString() },
      role: role as 'owner' | null, // both closed by the table's checks
      workspace: (await listWorkspaces({ db })).find(({ id }) => id === workspace)?.name ?? '',
      hasAccount: kind === 'member' && email !== null && (await hasOpenAccount({ db }, email)),
    })),
  );

  serve(api, takeLink, async ({ body }, _person, exchange) => {
    const auth = await accounts.authOf(exchange.request);
    const { token, name, email: said, password } = body;
    const known = await findAccountOfLink(parts, body);
    const passwordHash = known === null ? await (await auth.$context).password.hash(password) : null;
    if (known !== null) await provePassword(parts, auth, { email: known, password });
    const email = await acceptLink({ ...parts, ...accounts }, { token, name, email: said, passwordHash });
    accounts.signInTries.clear(email);
    return signInWith(parts, exchange, { email, password });
  });

  serve(api, makeOwnerLinkEndpoint, async (_given, person, { request }) =>
    ask(parts, person, (db) => makeOwnerLink(db, person, { now: accounts.now(), origin: accounts.originOf(request) })),
  );
}

/** The way back from the provider ends in a session or in a refusal; only the cookie tells which. */
async function noteSignIn({ accounts, store }: AppParts, request: FastifyRequest, cookies: readonly string[]) {
  const name = sessionCookieOf(accounts.originOf(request));
  const line = cookies.find((one) => one.startsWith(`${name}=`))?.split(';', 1)[0];
  const token = readSessionToken(line, name, accounts.settings.secret);
  const found = token === null ? null : await findSession(store, hashToken(token));
  if (found === null) return;
  const { userId: id, workspace } = found;
  const person = { ...nobody, id, workspace };
  await noteDone({ store }, person, { what: 'signed-in', object: id, detail: { by: 'single-sign-on' } });
}

const noSingleSignOn = (): RapportError =>
  new RapportError('conflict', {
    what: 'Single sign-on is not set up here.',
    wayOut: 'Sign in with your address and password.',
  });
