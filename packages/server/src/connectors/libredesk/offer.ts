import type { SourceOffer } from '@rapport/contract';

export const libredeskOffer: SourceOffer = {
  kind: 'libredesk',
  name: 'LibreDesk',
  needs: 'An API key of an agent with the right to read all conversations. Nothing is ever written.',
  reads: 'Conversations with messages, private notes, assistants and answers to surveys.',
  limits:
    'LibreDesk lists conversations by their last message. A deleted one is noticed when its turn comes to be looked at again.',
  addressHint: 'The address in your browser when you work there.',
  fields: [
    {
      ...{ name: 'key', label: 'API key', secret: false, example: 'a1b2c3…' },
      hint: 'Admin › Teammates › the agent › API keys › Generate.',
    },
    {
      ...{ name: 'secret', label: 'API secret', secret: true, example: 'd4e5f6…' },
      hint: 'Shown once beside the key.',
    },
  ],
};
