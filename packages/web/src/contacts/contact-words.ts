import type { Contact } from '@rapport/contract';

export const channelWords: Record<Contact['channel'], string> = {
  phone: 'By phone',
  'in-person': 'In person',
  other: 'Another way',
};

export const outcomeWords: Record<Contact['resolved'], string> = {
  yes: 'Resolved',
  no: 'Not resolved',
  open: 'Still open',
};
