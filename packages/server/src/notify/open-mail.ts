/**
 * The one way by which mail leaves: an SMTP server that the environment names, or else an administrator on a page.
 * Without one, nothing is sent.
 */
import { RapportError } from '@rapport/contract';
import { createTransport } from 'nodemailer';
import type { Outside } from '../outbound/open-outside.ts';
import { resolveHost } from '../outbound/resolve-host.ts';
import { openSecret } from '../secrets/seal-secret.ts';
import type { Environment } from '../serve-settings.ts';
import { inWorkspace } from '../store/in-workspace.ts';
import { loadMailServer, type StoredMailServer } from '../store/mail-settings.ts';
import type { Store } from '../store/open-store.ts';
import { MailTrouble, troubleOf } from './mail-trouble.ts';

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
}

export interface MailDoor {
  /** @throws MailTrouble */
  send(mail: OutgoingMail): Promise<void>;
  /** Where links in mails lead; null: they say which page to open. */
  publicUrl: string | null;
}

export interface MailDoors {
  /** Whether the environment names the server; what is stored does not count then. */
  isFixed: boolean;
  /** Null where no server is named. */
  of(workspace: number): Promise<MailDoor | null>;
}

export interface MailParts {
  environment: Environment;
  store: Pick<Store, 'db'>;
  outside: Pick<Outside, 'secretKey' | 'privateHosts'>;
}

type MailPlace = Parameters<typeof createTransport>[0] & object;

const silenceMilliseconds = 6_000;

/** For which server a password is sealed: a row that was altered to name another host does not open. */
export const mailPurpose = ({ host, user }: Pick<StoredMailServer, 'host' | 'user'>): string =>
  `smtp ${user} at ${host.toLowerCase()}`;

/** @throws RapportError `bad-request` when a setting is unclear */
export function openMailDoors({ environment, store, outside }: MailParts): MailDoors {
  const publicUrl = environment.PUBLIC_URL?.trim() || null;
  const named = readMailEnvironment(environment);
  if (named !== null) {
    const door = { publicUrl, send: (mail: OutgoingMail) => handOver(named.from, { url: named.url }, mail) };
    return { isFixed: true, of: async () => door };
  }
  return {
    isFixed: false,
    of: async (workspace) => {
      const server = await inWorkspace(store, workspace, (db) => loadMailServer(db, workspace));
      if (server === null) return null;
      return { publicUrl, send: async (mail) => handOver(server.from, await placeOf(server, outside), mail) };
    },
  };
}

/** Null: neither is set. @throws RapportError `bad-request` when one is missing or unclear */
export function readMailEnvironment(environment: Environment): { url: string; from: string } | null {
  const url = environment.RAPPORT_SMTP_URL?.trim();
  const from = environment.RAPPORT_MAIL_FROM?.trim();
  if (!url && !from) return null;
  if (!url || !/^smtps?:\/\/[^\s]+$/.test(url) || !URL.canParse(url)) {
    throw refuse('RAPPORT_SMTP_URL', 'an address such as smtps://user:password@mail.example.org:465');
  }
  if (!from || !/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(from)) {
    throw refuse('RAPPORT_MAIL_FROM', 'the address mails come from, such as Rapport <rapport@example.org>');
  }
  return { url, from };
}

async function placeOf(server: StoredMailServer, outside: MailParts['outside']): Promise<MailPlace> {
  const { host, port, tls, user, sealedPassword } = server;
  const address = await resolveHost(server, outside.privateHosts).catch((error) => {
    throw troubleOf(error);
  });
  const key = await outside.secretKey();
  let pass = '';
  try {
    if (sealedPassword !== null) pass = openSecret(key, sealedPassword, mailPurpose(server));
  } catch (error) {
    if (error instanceof RapportError) throw new MailTrouble('secret-lost');
    throw error;
  }
  return {
    ...{ host: address, port, secure: tls === 'tls', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...(address === host ? {} : { tls: { servername: host } }),
    ...(user === '' ? {} : { auth: { user, pass } }),
  };
}

async function handOver(from: string, place: MailPlace, { to, subject, text }: OutgoingMail): Promise<void> {
  // An address list or a header hidden in an address must not become a second reader.
  if (/[\s,;<>]/.test(to)) throw new MailTrouble('address-refused');
  const transport = createTransport({
    ...place,
    ...{ disableFileAccess: true, disableUrlAccess: true },
    ...{
      connectionTimeout: silenceMilliseconds,
      greetingTimeout: silenceMilliseconds,
      socketTimeout: silenceMilliseconds,
    },
  });
  try {
    await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
  } catch (error) {
    throw troubleOf(error);
  } finally {
    transport.close();
  }
}

const refuse = (name: string, wanted: string): RapportError =>
  new RapportError('bad-request', {
    what: `The setting ${name} is missing or unclear.`,
    why: 'Mail needs both RAPPORT_SMTP_URL and RAPPORT_MAIL_FROM.',
    wayOut: `Set it to ${wanted}, or leave both out.`,
  });
