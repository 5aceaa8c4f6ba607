import type { SourceOffer } from '@rapport/contract';

export const chatwootOffer: SourceOffer = {
  kind: 'chatwoot',
  name: 'Chatwoot',
  needs: 'The access token of an administrator, who sees all inboxes. Nothing is ever written.',
  reads: 'Conversations of all inboxes with messages, private notes, bots and answers to surveys.',
  limits:
    'Chatwoot lists conversations by their last message. A changed status or a deleted conversation is noticed when its turn comes to be looked at again, or at once by its webhook.',
  addressHint: 'The address in your browser when you work there.',
  usualAddress: 'https://app.chatwoot.com',
  fields: [
    {
      ...{ name: 'account', label: 'Account number', secret: false, example: '1' },
      hint: 'The number behind /accounts/ in the address of the dashboard.',
    },
    {
      ...{ name: 'token', label: 'Access token', secret: true, example: 'uk1Q…' },
      hint: 'Profile settings › Access token.',
    },
  ],
};
