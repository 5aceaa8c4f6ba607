/** What is needed to sign in: a password, or what a new token is made from. Sealed for one user of one host. */
import { RapportError } from '@rapport/contract';
import { z } from 'zod';
import type { SendOutside } from '../outbound/send-outside.ts';
import type { SecretKey } from '../secrets/load-secret-key.ts';
import { openSecret, sealSecret } from '../secrets/seal-secret.ts';
import type { StoredMailbox } from '../store/mailboxes.ts';
import { MailboxTrouble } from './mailbox-trouble.ts';
import type { ImapSignIn } from './open-imap.ts';

export const mailboxSecret = z.discriminatedUnion('signIn', [
  z.object({ signIn: z.literal('password'), password: z.string() }),
  z.object({
    signIn: z.literal('oauth'),
    ...{
      tokenUrl: z.string(),
      clientId: z.string(),
      clientSecret: z.string(),
      refreshToken: z.string(),
      scope: z.string(),
    },
  }),
]);
export type MailboxSecret = z.infer<typeof mailboxSecret>;

export const mailboxPurpose = ({ host, user }: Pick<StoredMailbox, 'host' | 'user'>): string =>
  `imap ${user} at ${host}`;

export interface PreparedSignIn {
  signIn: ImapSignIn;
  /** Microsoft hands out another refresh token with each access token, and the old one ends; null where it stays. */
  renewedSecret: string | null;
}

/** @throws MailboxTrouble */
export async function prepareSignIn(
  found: Pick<StoredMailbox, 'host' | 'user' | 'sealedSecret'>,
  { secretKey, send }: { secretKey: () => Promise<SecretKey>; send: SendOutside },
): Promise<PreparedSignIn> {
  const key = await secretKey();
  const secret = openStored(found, key);
  const { user } = found;
  if (secret.signIn === 'password') return { signIn: { user, password: secret.password }, renewedSecret: null };
  const { access_token: accessToken, refresh_token: refreshToken } = await fetchTokens(secret, send);
  if (refreshToken === undefined || refreshToken === secret.refreshToken) {
    return { signIn: { user, accessToken }, renewedSecret: null };
  }
  const renewed = JSON.stringify({ ...secret, refreshToken } satisfies MailboxSecret);
  return { signIn: { user, accessToken }, renewedSecret: sealSecret(key, renewed, mailboxPurpose(found)) };
}

function openStored(found: Pick<StoredMailbox, 'host' | 'user' | 'sealedSecret'>, key: SecretKey): MailboxSecret {
  try {
    return mailboxSecret.parse(JSON.parse(openSecret(key, found.sealedSecret, mailboxPurpose(found))));
  } catch (error) {
    if (error instanceof RapportError || error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new MailboxTrouble('secret-lost');
    }
    throw error;
  }
}

const tokens = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).max(4000).optional() });

/** The refresh-token grant (RFC 6749, section 6), as Microsoft and Google speak it. */
async function fetchTokens(
  secret: Extract<MailboxSecret, { signIn: 'oauth' }>,
  send: SendOutside,
): Promise<z.infer<typeof tokens>> {
  const form = new URLSearchParams({
    ...{ grant_type: 'refresh_token', refresh_token: secret.refreshToken, client_id: secret.clientId },
    ...(secret.clientSecret === '' ? {} : { client_secret: secret.clientSecret }),
    ...(secret.scope === '' ? {} : { scope: secret.scope }),
  });
  const answer = await send({
    ...{
      url: new URL(secret.tokenUrl),
      method: 'POST',
      body: form.toString(),
      mostBytes: 65_536,
      limitMilliseconds: 8_000,
    },
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
  }).catch(() => {
    throw new MailboxTrouble('unreachable');
  });
  if (answer.status >= 500) throw new MailboxTrouble('unreachable');
  if (answer.status !== 200) throw new MailboxTrouble('token-refused');
  try {
    return tokens.parse(JSON.parse(answer.bytes.toString('utf8')));
  } catch {
    throw new MailboxTrouble('token-refused');
  }
}
