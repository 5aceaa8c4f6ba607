/** Somebody who has an account already joins another workspace with it: the password proves that it is theirs. */
import { RapportError } from '@rapport/contract';
import type { AppParts } from '../api/app-parts.ts';
import { loadPasswordHash } from '../store/sessions.ts';
import { hasOpenAccount, withOpenLink } from './accept-invitation.ts';
import type { Auth } from './create-auth.ts';
import { refuseTooMany } from './sign-in-with.ts';

/**
 * The address of the account that a link would open another workspace to; null: there is none yet, or the link is for a
 * new password.
 *
 * @throws RapportError `not-found` when the link opens nothing any more
 */
export async function findAccountOfLink(
  { store, accounts }: AppParts,
  { token, email: said }: { token: string; email?: string | undefined },
): Promise<string | null> {
  const email = await withOpenLink({ store, ...accounts }, token, async (_db, _workspace, { kind, email: invited }) =>
    kind === 'password' ? null : kind === 'owner' ? (said ?? null) : invited,
  );
  return email !== null && (await hasOpenAccount(store, email)) ? email : null;
}

/** Counted like a sign-in. @throws RapportError `too-many-requests`, or `not-allowed` when it is another one */
export async function provePassword(
  { store, accounts }: AppParts,
  auth: Auth,
  { email, password }: { email: string; password: string },
): Promise<void> {
  refuseTooMany(accounts.signInTries.take(email));
  const hash = await loadPasswordHash(store, email);
  const { password: words } = await auth.$context;
  if (hash !== null && (await words.verify({ hash, password }))) return;
  throw new RapportError('not-allowed', {
    what: 'This address has an account already, and this is not its password.',
    why: 'A link opens another workspace to it, and sets no new password.',
    wayOut: 'Type the password of that account; whoever signs in by single sign-on does so first.',
  });
}
