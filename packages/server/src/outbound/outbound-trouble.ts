/**
 * Why nothing came back from outside, as one of a closed list: neither an address nor a secret nor a word of an answer
 * is in it, so it may be logged and shown.
 */
export const outboundTroubleKinds = [
  'private-address',
  'not-encrypted',
  'unknown-host',
  'bad-certificate',
  'unreachable',
  'too-slow',
  'too-large',
  'aborted',
] as const;
export type OutboundTroubleKind = (typeof outboundTroubleKinds)[number];

const words: Readonly<Record<OutboundTroubleKind, string>> = {
  'private-address': 'The address lies on a private network, and it was not named as one that may be asked.',
  'not-encrypted': 'The address begins with http: anybody on the way could read what is sent.',
  'unknown-host': 'Nobody knows a machine of that name.',
  'bad-certificate': 'The certificate of the other side is not valid for that name.',
  unreachable: 'The other side did not answer, or broke off in the middle.',
  'too-slow': 'The other side took too long.',
  'too-large': 'The answer is larger than is taken in.',
  aborted: 'It was stopped.',
};

export class OutboundTrouble extends Error {
  readonly kind: OutboundTroubleKind;

  constructor(kind: OutboundTroubleKind) {
    super(words[kind]);
    this.name = 'OutboundTrouble';
    this.kind = kind;
  }
}
