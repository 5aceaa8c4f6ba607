/** What everybody changes about their own account: password, sessions, second factor. */
import {
  changePassword,
  confirmTwoFactor,
  endSession,
  listSessions as listSessionsEndpoint,
  RapportError,
  startTwoFactor,
  stopTwoFactor,
} from '@rapport/contract';
import { headersOf, refused } from '../accounts/ask-auth.ts';
import { refuseTooMany } from '../accounts/sign-in-with.ts';
import { type AuditNote, writeAudit } from '../store/audit.ts';
import { endSessions, listSessions } from '../store/sessions.ts';
import { type AppParts, ask } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveMyAccount(api: Api, parts: AppParts): void {
  const { accounts, store } = parts;
  const note = (person: Person, what: AuditNote['what']) =>
    ask(parts, person, (db) => writeAudit(db, person, { what, object: person.id }));
  /** A password is asked for again before anything that would lock its owner out; guesses are counted like sign-ins. */
  const countTry = (email: string) => refuseTooMany(accounts.signInTries.take(email));
  const wrong = refused('This is not the password of your account.', 'Try again.');

  serve(api, changePassword, async ({ body }, person, { request, giveCookies }) => {
    const { email } = accountOf(person);
    countTry(email);
    const auth = await accounts.authOf(request);
    const changed = await auth.api
      .changePassword({
        body: { currentPassword: body.current, newPassword: body.next, revokeOtherSessions: true },
        headers: headersOf(request),
        returnHeaders: true,
      })
      .catch(wrong);
    accounts.signInTries.clear(email);
    await note(person, 'password-changed');
    giveCookies(changed.headers.getSetCookie());
    return { done: true };
  });

  serve(api, listSessionsEndpoint, async (_given, person) => {
    const { sessionId } = accountOf(person);
    const sessions = await listSessions(store, person.id);
    return {
      sessions: sessions.map(({ id, user_agent, created_at, expires_at }) => ({
        ...{ id, current: id === sessionId, userAgent: user_agent },
        ...{ createdAt: created_at.toISOString(), expiresAt: expires_at.toISOString() },
      })),
    };
  });

  serve(api, endSession, async ({ params: { sessionId } }, person) => {
    accountOf(person);
    const ended = await endSessions(store, person.id, { only: sessionId });
    if (ended === 0) {
      throw new RapportError('not-found', { what: 'There is no such session.', wayOut: 'It may have ended already.' });
    }
    await note(person, 'session-ended');
    return { done: true };
  });

  serve(api, startTwoFactor, async ({ body: { password } }, person, { request }) => {
    const { email, twoFactor } = accountOf(person);
    if (twoFactor) {
      throw new RapportError('conflict', {
        what: 'A second factor is switched on already.',
        wayOut: 'Switch it off first to set up another one.',
      });
    }
    countTry(email);
    const auth = await accounts.authOf(request);
    const made = await auth.api
      .enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(request) })
      .catch(wrong);
    accounts.signInTries.clear(email);
    if (made.method !== 'totp') throw new Error('the sign-in library made another second factor than was asked for');
    const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
    return { uri: made.totpURI, secret, backupCodes: made.backupCodes };
  });

  serve(api, confirmTwoFactor, async ({ body: { code } }, person, { request, giveCookies }) => {
    const { email } = accountOf(person);
    countTry(email);
    const auth = await accounts.authOf(request);
    const confirmed = await auth.api
      .verifyTOTP({ body: { code }, headers: headersOf(request), returnHeaders: true })
      .catch(refused('This code is not right.', 'Wait for the next one and look at the clock of your telephone.'));
    accounts.signInTries.clear(email);
    // Whoever came in without it must come in again with it; the session of this browser is the newest.
    const [newest] = await listSessions(store, person.id);
    await endSessions(store, person.id, newest === undefined ? {} : { except: newest.id });
    await note(person, 'two-factor-on');
    giveCookies(confirmed.headers.getSetCookie());
    return { done: true };
  });

  serve(api, stopTwoFactor, async ({ body: { password } }, person, { request, giveCookies }) => {
    const { email } = accountOf(person);
    countTry(email);
    const auth = await accounts.authOf(request);
    const stopped = await auth.api
      .disableTwoFactor({ body: { password }, headers: headersOf(request), returnHeaders: true })
      .catch(wrong);
    accounts.signInTries.clear(email);
    await note(person, 'two-factor-off');
    giveCookies(stopped.headers.getSetCookie());
    return { done: true };
  });
}

/** @throws RapportError `conflict` for the person at a loopback without accounts, and for keys */
function accountOf({ account }: Person): NonNullable<Person['account']> {
  if (account !== undefined) return account;
  throw new RapportError('conflict', {
    what: 'Whoever asks has no account here.',
    why: 'Passwords, sessions and second factors belong to accounts.',
    wayOut: 'The command "rapport owner" prints the link that makes the first account.',
  });
}
