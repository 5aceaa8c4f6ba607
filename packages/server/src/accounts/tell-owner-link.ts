/** A server that others can reach, and that nobody has an account on yet, prints the link that makes its owner. */
import { localPerson } from '../api/permit.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import type { Store } from '../store/open-store.ts';
import { hasAccounts } from '../store/sessions.ts';
import type { AccountSettings } from './account-settings.ts';
import { makeOwnerLink } from './make-owner-link.ts';
import { refusalOf } from './origin-of.ts';

export async function tellOwnerLink(
  { store, workspace }: { store: Pick<Store, 'db'>; workspace: number },
  {
    accountSettings: { wanted, publicUrl },
    address,
    say,
  }: { accountSettings: AccountSettings; address: string; say: (line: string) => void },
): Promise<void> {
  if (!wanted || (await hasAccounts(store))) return;
  // Where nobody could sign in over the public address, this machine itself is the way in.
  const origin = publicUrl !== undefined && refusalOf(publicUrl) === null ? publicUrl : address;
  const person = { id: localPerson.id, workspace };
  const { link } = await inWorkspace(store, workspace, (db) => makeOwnerLink(db, person, { now: new Date(), origin }));
  say('Nobody has an account yet. Whoever opens this link, once and within a day, becomes the owner:');
  say(link);
}
