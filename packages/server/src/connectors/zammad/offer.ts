import type { SourceOffer } from '@rapport/contract';

export const zammadOffer: SourceOffer = {
  kind: 'zammad',
  name: 'Zammad',
  needs: 'An access token with the right ticket.agent, of somebody who may read all groups. Nothing is ever written.',
  reads: 'Tickets with their articles, internal notes, records of calls and tags.',
  limits:
    'What changes is found through Zammad’s search, which needs Elasticsearch. Ratings are read from a field of your own, such as one named CSAT.',
  addressHint: 'The address in your browser when you work there.',
  fields: [
    {
      ...{ name: 'token', label: 'Access token', secret: true, example: 'yLR3…' },
      hint: 'Profile › Token Access › Create, with ticket.agent.',
    },
  ],
};
