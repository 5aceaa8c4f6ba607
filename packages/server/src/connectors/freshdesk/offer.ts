import type { SourceOffer } from '@rapport/contract';

export const freshdeskOffer: SourceOffer = {
  kind: 'freshdesk',
  name: 'Freshdesk',
  needs:
    'The API key of an administrator: agents see neither all tickets nor the list of agents. Nothing is ever written.',
  reads: 'Tickets with their description, replies, private notes, deletions and answers to surveys.',
  limits: 'Freshdesk allows 50 to 700 questions a minute by plan; a long past takes its time.',
  addressHint: 'The address in your browser when you work there.',
  fields: [
    {
      ...{ name: 'key', label: 'API key', secret: true, example: 'aBcD…' },
      hint: 'Your picture › Profile settings › View API key.',
    },
  ],
};
