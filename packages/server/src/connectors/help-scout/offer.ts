import type { SourceOffer } from '@rapport/contract';

export const helpScoutOffer: SourceOffer = {
  kind: 'help-scout',
  name: 'Help Scout',
  needs: 'An app of your own, made by somebody who sees all mailboxes. Nothing is ever written.',
  reads: 'Conversations of all mailboxes with their threads, notes, ratings and who wrote them.',
  limits: 'Help Scout does not list what was deleted; it is noticed when its turn comes to be looked at again.',
  addressHint: 'https://api.helpscout.net, for everybody.',
  usualAddress: 'https://api.helpscout.net',
  fields: [
    {
      ...{ name: 'appId', label: 'App ID', secret: false, example: 'Vf0…' },
      hint: 'Your profile › My apps › Create my app; the redirection URL is not used.',
    },
    { ...{ name: 'appSecret', label: 'App secret', secret: true, example: 'kQ2…' }, hint: 'Beside the App ID.' },
  ],
};
