/** A connection to a mail server that can read and nothing else: folders are only examined, mails only peeked at. */
import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import { OutboundTrouble } from '../outbound/outbound-trouble.ts';
import type { PrivateHosts } from '../outbound/private-hosts.ts';
import { resolveHost } from '../outbound/resolve-host.ts';
import { MailboxTrouble } from './mailbox-trouble.ts';

export interface ImapAddress {
  host: string;
  port: number;
  tls: 'tls' | 'starttls' | 'none';
}

export type ImapSignIn = { user: string; password: string } | { user: string; accessToken: string };

const silenceMilliseconds = 15_000;

/**
 * The name is resolved once and judged; the connection goes to that very address.
 *
 * @throws MailboxTrouble
 */
export async function openImap(
  address: ImapAddress,
  signIn: ImapSignIn,
  privateHosts: PrivateHosts,
): Promise<ImapFlow> {
  const { host, port, tls } = address;
  const resolved = await resolveHost(address, privateHosts).catch(refuse);
  const client = new ImapFlow({
    ...{ host: resolved, port, secure: tls === 'tls' },
    ...(tls === 'starttls' ? { doSTARTTLS: true } : tls === 'none' ? { doSTARTTLS: false } : {}),
    ...(isIP(host) === 0 ? { servername: host } : {}),
    auth: 'password' in signIn ? { user: signIn.user, pass: signIn.password } : signIn,
    ...{ logger: false as const, emitLogs: false, disableAutoIdle: true },
    ...{
      connectionTimeout: silenceMilliseconds,
      greetingTimeout: silenceMilliseconds,
      socketTimeout: silenceMilliseconds,
    },
  });
  // Without a listener a connection that breaks later would end this process.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    const isRefused = error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
    throw new MailboxTrouble(isRefused ? ('password' in signIn ? 'sign-in-refused' : 'token-refused') : 'unreachable');
  }
}

function refuse(error: unknown): never {
  const kind = error instanceof OutboundTrouble ? error.kind : null;
  const isOurs = kind === 'not-encrypted' || kind === 'private-address' || kind === 'unknown-host';
  throw isOurs ? new MailboxTrouble(kind) : error;
}

export interface ReadableFolder {
  path: string;
  role: 'inbox' | 'sent';
}

/** Inbox, and what was sent, by what the server itself says they are. */
export async function listReadableFolders(client: ImapFlow): Promise<ReadableFolder[]> {
  const folders = await client.list();
  const sent = folders.find(({ specialUse }) => specialUse === '\\Sent');
  return [
    { path: 'INBOX', role: 'inbox' },
    ...(sent === undefined ? [] : [{ path: sent.path, role: 'sent' as const }]),
  ];
}
