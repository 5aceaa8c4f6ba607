/** What is typed of a mailbox, and what is sent of it. */
import type { Mailbox, MailboxChange } from '@rapport/contract';
import { type MailboxProvider, providerOf } from './mailbox-providers.ts';

export interface MailboxValues {
  name: string;
  host: string;
  port: string;
  tls: MailboxChange['tls'];
  user: string;
  ownAddresses: string;
  password: string;
  tokenUrl: string;
  scope: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
}

const nothing = {
  name: '',
  user: '',
  ownAddresses: '',
  password: '',
  clientId: '',
  clientSecret: '',
  refreshToken: '',
};

export const valuesFor = ({ host, port, tls, tokenUrl, scope }: MailboxProvider): MailboxValues => ({
  ...nothing,
  ...{ host, port: String(port), tls, tokenUrl, scope },
});

/** Whatever is secret stays where it is until something is typed. */
export function valuesOf(mailbox: Mailbox): MailboxValues {
  const { name, host, port, tls, user, ownAddresses } = mailbox;
  return {
    ...valuesFor(providerOf(mailbox)),
    ...{ name, host, port: String(port), tls, user, ownAddresses: ownAddresses.join('\n') },
  };
}

export function draftOf(signIn: MailboxProvider['signIn'], values: MailboxValues): MailboxChange {
  const { name, host, tls, user, password, tokenUrl, scope, clientId, clientSecret, refreshToken } = values;
  const secret =
    signIn === 'password'
      ? password === ''
        ? undefined
        : { signIn, password }
      : refreshToken === ''
        ? undefined
        : { signIn, tokenUrl, scope, clientId, clientSecret, refreshToken };
  return {
    ...{ name, host, tls, user, port: Number(values.port) || 993 },
    // The mailbox's own address is the team's where nothing else is said.
    ownAddresses: addressesOf(values.ownAddresses || user),
    ...(secret === undefined ? {} : { secret }),
  };
}

const addressesOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
