/** What a person can do to a mailbox beyond letting it be read: try it, and change how it is reached. */
import { type MailboxChange, type MailboxTrial, RapportError } from '@rapport/contract';
import type { Outside } from '../outbound/open-outside.ts';
import { sealSecret } from '../secrets/seal-secret.ts';
import type { MailboxRowChange, StoredMailbox } from '../store/mailboxes.ts';
import { mailboxPurpose, prepareSignIn } from './mailbox-secret.ts';
import { MailboxTrouble } from './mailbox-trouble.ts';
import { listReadableFolders, openImap } from './open-imap.ts';

/**
 * Signs in once and looks which folders there are.
 *
 * @param stored whose secret is used where none is typed
 * @throws RapportError `bad-request` when a secret has to be entered
 */
export async function tryMailbox(
  outside: Outside,
  given: MailboxChange,
  stored: StoredMailbox | null,
): Promise<MailboxTrial> {
  const sealedSecret = await sealedSecretOf(outside, given, stored);
  try {
    const { signIn } = await prepareSignIn({ ...given, sealedSecret }, outside);
    const client = await openImap(given, signIn, outside.privateHosts);
    try {
      const folders: MailboxTrial['folders'] = [];
      for (const folder of await listReadableFolders(client)) {
        const { exists } = await client.mailboxOpen(folder.path, { readOnly: true });
        folders.push({ ...folder, mails: exists });
      }
      return { works: true, folders, reason: null };
    } catch (error) {
      if (error instanceof MailboxTrouble) throw error;
      throw new MailboxTrouble('unreachable');
    } finally {
      await client.logout().catch(() => client.close());
    }
  } catch (error) {
    if (!(error instanceof MailboxTrouble)) throw error;
    return { works: false, folders: [], reason: error.reason };
  }
}

/** @returns what is stored in place of what was there */
export async function prepareChange(
  outside: Outside,
  given: MailboxChange,
  stored: StoredMailbox,
): Promise<MailboxRowChange> {
  const sealedSecret = await sealedSecretOf(outside, given, stored);
  const { name, host, port, tls, user, secret } = given;
  return {
    ...{ name, host, port, tls, user, sealedSecret, signIn: secret?.signIn ?? stored.signIn },
    ownAddresses: lowerCase(given.ownAddresses),
    ...{ reason: null, failures: 0, againInSeconds: 0 },
    ...(stored.state === 'paused' ? {} : { state: 'running' as const }),
    isFromBeginning: mailboxPurpose(given) !== mailboxPurpose(stored),
  };
}

export const lowerCase = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.map((one) => one.toLowerCase())),
];

/** What is stored serves for the same user of the same host: whoever may change the host must not have it sent there. */
async function sealedSecretOf(outside: Outside, given: MailboxChange, stored: StoredMailbox | null): Promise<string> {
  const key = await outside.secretKey();
  if (given.secret !== undefined) return sealSecret(key, JSON.stringify(given.secret), mailboxPurpose(given));
  if (stored !== null && mailboxPurpose(stored) === mailboxPurpose(given)) {
    // A different port of the same host is the same machine; a secret that cannot be opened is told when it is used.
    return stored.sealedSecret;
  }
  throw new RapportError('bad-request', {
    what: 'The password is missing.',
    why:
      stored === null
        ? 'Without it the mailbox cannot be read.'
        : 'Host or user is another one, and a stored password is never sent there.',
    wayOut: 'Enter it.',
  });
}
