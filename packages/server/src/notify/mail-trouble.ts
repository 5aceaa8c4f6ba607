/** Why a mail could not be handed over, as one of a closed list: no address and no word of the mail server is in it. */
import { RapportError } from '@rapport/contract';
import { OutboundTrouble } from '../outbound/outbound-trouble.ts';

const catalogue = {
  'private-address': [
    'The mail server lies on a private network.',
    'If it is yours, start Rapport with its host in RAPPORT_PRIVATE_HOSTS.',
  ],
  'not-encrypted': [
    'Without TLS anybody on the way could read password and mails.',
    'Choose TLS; for a host of your own name it in RAPPORT_PRIVATE_HOSTS.',
  ],
  'unknown-host': ['Nobody knows a machine of that name.', 'Check the spelling of the host.'],
  'sign-in-refused': ['The mail server does not accept user and password.', 'Enter them again.'],
  'address-refused': ['The mail server does not take mail from or for this address.', 'Check the sender’s address.'],
  'bad-encryption': [
    'The encryption of the mail server could not be trusted, or is of another kind.',
    'Port 465 usually takes TLS from the start, port 587 STARTTLS; the certificate must fit the host.',
  ],
  unreachable: ['The mail server did not answer, or broke off in the middle.', 'Check host and port, then try again.'],
  'secret-lost': ['The stored password cannot be opened on this machine.', 'Enter it again.'],
} as const;
export type MailTroubleKind = keyof typeof catalogue;

/** Nobody was asked yet: what was entered cannot be right. */
const ofTheHost = ['private-address', 'not-encrypted', 'unknown-host'] as const;
const isOfTheHost = (kind: string): kind is (typeof ofTheHost)[number] => ofTheHost.some((one) => one === kind);

export class MailTrouble extends Error {
  readonly kind: MailTroubleKind;

  constructor(kind: MailTroubleKind) {
    super(catalogue[kind][0]);
    this.name = 'MailTrouble';
    this.kind = kind;
  }

  /** For a page that waits for the answer. */
  get refusal(): RapportError {
    const [what, wayOut] = catalogue[this.kind];
    const code = isOfTheHost(this.kind) ? 'bad-request' : 'unavailable';
    return new RapportError(code, { what, why: 'No mail was sent.', wayOut });
  }
}

/** What the mail library or the way out throws; of the former the message may hold addresses and answers of the server. */
export function troubleOf(error: unknown): MailTrouble {
  if (error instanceof MailTrouble) return error;
  if (error instanceof OutboundTrouble) {
    const { kind } = error;
    return new MailTrouble(isOfTheHost(kind) ? kind : 'unreachable');
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EAUTH') return new MailTrouble('sign-in-refused');
  if (code === 'EENVELOPE') return new MailTrouble('address-refused');
  // A handshake that fails comes as a broken socket, and only its words tell.
  const isOfTls = error instanceof Error && /certificate|ssl|tls|wrong version/i.test(error.message);
  if (code === 'ETLS' || code === 'EREQUIRETLS' || isOfTls) return new MailTrouble('bad-encryption');
  if (code === 'EDNS' || code === 'ENOTFOUND') return new MailTrouble('unknown-host');
  return new MailTrouble('unreachable');
}
