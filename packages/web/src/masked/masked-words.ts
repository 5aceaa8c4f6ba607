import type { KeptKind, MaskKind } from '@rapport/contract';

export const kindWords: Readonly<Record<KeptKind, string>> = {
  email: 'e-mail address',
  phone: 'phone number',
  iban: 'IBAN',
};

/** Of everything that is masked, in the order in which it is listed. */
export const allKindWords: Readonly<Record<MaskKind, string>> = {
  email: 'E-mail addresses',
  phone: 'Phone numbers',
  iban: 'IBANs',
  card: 'Card numbers',
  key: 'Keys and passwords',
  'national-id': 'National ids',
};
