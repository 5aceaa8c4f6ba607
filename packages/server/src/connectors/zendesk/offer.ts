import type { SourceOffer } from '@rapport/contract';

export const zendeskOffer: SourceOffer = {
  kind: 'zendesk',
  name: 'Zendesk',
  needs: 'An API token of an administrator: Zendesk lets nobody else export tickets. Nothing is ever written.',
  reads:
    'Tickets with public and internal comments, ratings (good or bad) with whom they are about, answers to CSAT surveys on a scale, who is staff.',
  limits: 'Zendesk shows a change a minute late and allows ten questions a minute for lists.',
  addressHint: 'The address in your browser when you work there.',
  fields: [
    {
      ...{ name: 'email', label: 'E-mail of the administrator', secret: false, example: 'admin@example.org' },
      hint: 'The one the token belongs to.',
    },
    {
      ...{ name: 'token', label: 'API token', secret: true, example: '6wiIB…' },
      hint: 'Admin Center › Apps and integrations › Zendesk API › Add API token.',
    },
  ],
};
