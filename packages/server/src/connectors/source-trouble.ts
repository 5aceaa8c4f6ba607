/** Why the other side could not be read, in words for the person who connected it. No secret and no answer is in it. */
import type { ConnectionReason } from '@rapport/contract';
import type { OutboundTrouble, OutboundTroubleKind } from '../outbound/outbound-trouble.ts';

const catalogue = {
  'asked-to-wait': [
    'The other side asks for a pause: it limits how often it may be asked.',
    'Nothing to do; reading goes on by itself.',
  ],
  'key-refused': ['The other side does not accept the key.', 'Make a new key there and enter it here.'],
  'right-missing': [
    'The key is valid, but it may not read this.',
    'Give it the rights that stand beside the form, or make a key as somebody who has them.',
  ],
  'wrong-address': [
    'Nothing answers at this address as this kind of helpdesk does.',
    'Check the address: it is the one in your browser when you work there, without a page behind it.',
  ],
  redirect: [
    'The other side sends us on to another address.',
    'Enter that address; secrets are never sent on to a place nobody has named.',
  ],
  'not-json': [
    'The answer is not what this kind of helpdesk sends.',
    'Check the address and the kind. If both are right, a proxy in between may have answered.',
  ],
  'server-error': ['The other side has trouble of its own.', 'Nothing to do; it is asked again.'],
  'request-refused': [
    'The other side does not understand the question.',
    'Its version may be too old or too new for this connector; the page on sources names those that are known to work.',
  ],
  'private-address': [
    'The address lies on a private network.',
    'If it is yours, start Rapport with its host in RAPPORT_PRIVATE_HOSTS.',
  ],
  'not-encrypted': [
    'The address begins with http: anybody on the way could read the key.',
    'Use https. For a host on your own network name it in RAPPORT_PRIVATE_HOSTS.',
  ],
  'unknown-host': ['Nobody knows a machine of that name.', 'Check the spelling of the address.'],
  'bad-certificate': [
    'The certificate of the other side is not valid for that name.',
    'Renew it there; for an authority of your own start Rapport with NODE_EXTRA_CA_CERTS.',
  ],
  unreachable: [
    'The other side did not answer, or broke off in the middle.',
    'Nothing to do if this passes; it is asked again.',
  ],
  'too-slow': ['The other side took too long.', 'Nothing to do if this passes; it is asked again.'],
  'too-large': [
    'An answer is larger than is taken in at once.',
    'It is passed over; the list of what could not be read names it.',
  ],
  aborted: ['It was stopped.', 'Nothing to do; reading goes on by itself.'],
  'secret-lost': [
    'The stored key cannot be opened on this machine.',
    'Enter it again, or start Rapport with the RAPPORT_SECRET it was sealed with.',
  ],
  'broke-down': ['Reading broke down here.', 'The log of Rapport names the cause; it is tried again.'],
} as const satisfies Record<OutboundTroubleKind | string, readonly [what: string, wayOut: string]>;

export type SourceTroubleKind = keyof typeof catalogue;

export class SourceTrouble extends Error {
  readonly kind: SourceTroubleKind;
  /** Seconds after which the other side wants to be asked again; null where it did not say. */
  readonly waitSeconds: number | null;

  constructor(kind: SourceTroubleKind, waitSeconds: number | null = null) {
    super(catalogue[kind][0]);
    this.name = 'SourceTrouble';
    this.kind = kind;
    this.waitSeconds = waitSeconds;
  }

  get reason(): ConnectionReason {
    return reasonOf(this.kind);
  }
}

export const reasonOf = (kind: SourceTroubleKind): ConnectionReason => {
  const [what, wayOut] = catalogue[kind];
  return { code: kind, what, wayOut };
};

/** What passes by itself; everything else needs a person. */
export const passes = (kind: SourceTroubleKind): boolean =>
  ['asked-to-wait', 'server-error', 'unreachable', 'too-slow', 'aborted'].includes(kind);

export const toSourceTrouble = (error: OutboundTrouble): SourceTrouble => new SourceTrouble(error.kind);
