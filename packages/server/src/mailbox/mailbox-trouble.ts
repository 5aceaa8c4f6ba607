/** Why a mailbox could not be read, in words for the person who connected it. No secret and no mail is in it. */
import type { Mailbox } from '@rapport/contract';

const catalogue = {
  'sign-in-refused': [
    'The mail server does not accept user and password.',
    'Make an app password there, or sign in anew.',
  ],
  'token-refused': [
    'The token of the mailbox is not accepted any more.',
    'Allow Rapport again in the account, and enter the new refresh token.',
  ],
  'private-address': [
    'The mail server lies on a private network.',
    'If it is yours, start Rapport with its host in RAPPORT_PRIVATE_HOSTS.',
  ],
  'not-encrypted': [
    'Without TLS anybody on the way could read password and mails.',
    'Choose TLS; for a host of your own name it in RAPPORT_PRIVATE_HOSTS.',
  ],
  'unknown-host': ['Nobody knows a machine of that name.', 'Check the spelling of the host.'],
  unreachable: [
    'The mail server did not answer, or broke off in the middle.',
    'If this stays: are host, port and encryption right? TLS mostly answers on port 993, STARTTLS on 143.',
  ],
  'secret-lost': ['The stored password cannot be opened on this machine.', 'Remove the mailbox and enter it again.'],
  'broke-down': ['Reading broke down here.', 'The log of Rapport names the cause.'],
} as const;
export type MailboxTroubleKind = keyof typeof catalogue;

export class MailboxTrouble extends Error {
  readonly kind: MailboxTroubleKind;

  constructor(kind: MailboxTroubleKind) {
    super(catalogue[kind][0]);
    this.name = 'MailboxTrouble';
    this.kind = kind;
  }

  get reason(): NonNullable<Mailbox['reason']> {
    const [what, wayOut] = catalogue[this.kind];
    return { code: this.kind, what, wayOut };
  }
}
