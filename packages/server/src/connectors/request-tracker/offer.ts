import type { SourceOffer } from '@rapport/contract';

export const requestTrackerOffer: SourceOffer = {
  kind: 'request-tracker',
  name: 'Request Tracker 5',
  needs:
    'A token of a privileged user with the rights SeeQueue, ShowTicket and ShowTicketComments on the queues that are to be read. Nothing is ever written.',
  reads: 'Tickets with their replies and comments, merges, owners and custom fields such as a rating.',
  limits: 'Attached files are named, not fetched. Who is staff is told by RT (privileged users).',
  addressHint: 'The address of RT itself, without /REST/2.0 behind it.',
  fields: [
    {
      ...{ name: 'token', label: 'Token', secret: true, example: '1-23-4f…' },
      hint: 'In RT: Logged in as … › Settings › Auth Tokens › Create.',
    },
  ],
};
