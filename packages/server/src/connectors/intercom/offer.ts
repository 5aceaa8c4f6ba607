import type { SourceOffer } from '@rapport/contract';

export const intercomOffer: SourceOffer = {
  kind: 'intercom',
  name: 'Intercom',
  needs: 'An access token of an app of your own, with the permission to read conversations. Nothing is ever written.',
  reads: 'Conversations with their first message, replies, notes, ratings and what Fin wrote.',
  limits: 'Intercom gives the 500 most recent parts of a conversation; earlier ones cannot be had.',
  addressHint:
    'https://api.intercom.io; for data hosted in Europe https://api.eu.intercom.io, in Australia https://api.au.intercom.io.',
  usualAddress: 'https://api.intercom.io',
  fields: [
    {
      ...{ name: 'token', label: 'Access token', secret: true, example: 'dG9rOj…' },
      hint: 'Developer Hub › your app › Configure › Authentication.',
    },
  ],
};
