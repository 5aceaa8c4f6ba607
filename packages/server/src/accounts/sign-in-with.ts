/** Signing in with address and password: counted, written down, and the same answer whatever was wrong. */
import { RapportError } from '@rapport/contract';
import type { AppParts } from '../api/app-parts.ts';
import type { Exchange } from '../api/serve.ts';
import { writeAudit } from '../store/audit.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { findUserByEmail } from '../store/sessions.ts';
import { headersOf, refused } from './ask-auth.ts';

/** @throws RapportError `too-many-requests` after ten tries in a quarter of an hour, `not-allowed` when something is wrong */
export async function signInWith(
  { accounts, store }: AppParts,
  { request, giveCookies }: Exchange,
  { email, password }: { email: string; password: string },
): Promise<{ state: 'signed-in' | 'second-factor' }> {
  const auth = await accounts.authOf(request);
  refuseTooMany(accounts.signInTries.take(email));
  const user = await findUserByEmail({ db: store.db }, email);
  const note = (what: 'signed-in' | 'sign-in-failed') =>
    user === null
      ? accounts.noteUnknown(email)
      : inWorkspace(store, user.workspace, (db) =>
          writeAudit(
            db,
            { id: what === 'signed-in' ? user.id : 'nobody', workspace: user.workspace },
            { what, object: user.id, detail: { by: 'password' } },
          ),
        );
  const signed = await auth.api
    .signInEmail({ body: { email, password }, headers: headersOf(request), returnHeaders: true })
    .catch(async (error: unknown) => {
      await note('sign-in-failed');
      return refused(
        'Address and password do not belong together.',
        'Try again; an administrator can make a link for a new password.',
      )(error);
    });
  giveCookies(signed.headers.getSetCookie());
  accounts.signInTries.clear(email);
  if ('twoFactorRedirect' in signed.response) return { state: 'second-factor' };
  await note('signed-in');
  return { state: 'signed-in' };
}

/** @throws RapportError `too-many-requests` */
export function refuseTooMany(waitSeconds: number): void {
  if (waitSeconds === 0) return;
  throw new RapportError('too-many-requests', {
    what: 'Too many tries for this account.',
    why: 'It holds off whoever tries out passwords.',
    wayOut: `Wait ${Math.ceil(waitSeconds / 60)} minutes, then try again.`,
  });
}
