import { asHtml, long, nameOf, numberOf, type SourceCase, type Turn } from '../source-case.test-data.ts';

const thread = (turn: Turn, index: number) => ({
  id: 4000 + index,
  type: turn.by === 'customer' ? 'customer' : turn.by === 'note' ? 'note' : 'message',
  status: 'active',
  state: 'published',
  action: { type: 'default', associatedEntities: {} },
  body: asHtml(turn),
  source: { type: turn.by === 'customer' ? 'email' : 'web', via: turn.by === 'customer' ? 'customer' : 'user' },
  customer: { id: 71, first: 'Ann', last: 'Lee', email: 'ann@mail.example' },
  createdBy: {
    id: numberOf[turn.by],
    type: turn.by === 'customer' ? 'customer' : turn.by === 'bot' ? 'system_user' : 'user',
    first: nameOf[turn.by].split(' ')[0],
    last: nameOf[turn.by].split(' ')[1] ?? '',
    email: `${turn.by}@mail.example`,
  },
  createdAt: new Date(turn.at).toISOString().replace('.000Z', 'Z'),
});

export const helpScoutCase: SourceCase = {
  format: 'help-scout',
  entries: ({ id, turns }) => [
    {
      id: long(id),
      number: 349,
      type: 'email',
      status: 'closed',
      state: 'published',
      subject: 'Parcel',
      mailboxId: 85,
      assignee: { id: 12, type: 'user', first: 'Mara', last: 'Voss' },
      tags: [{ id: 5, color: '#000', tag: 'parcel' }],
      primaryCustomer: { id: 71, type: 'customer', first: 'Ann', last: 'Lee', email: 'ann@mail.example' },
      createdAt: turns[0]?.at,
      source: { type: 'email', via: 'customer' },
      // Newest first, as the API sends them.
      _embedded: { threads: turns.map(thread).reverse() },
      _links: { self: { href: 'https://api.helpscout.example/v2/conversations/1' } },
    },
  ],
  envelope: (conversations) => ({
    _embedded: { conversations },
    _links: {},
    page: { size: 25, totalElements: conversations.length, totalPages: 1, number: 1 },
  }),
  sendsHtml: true,
  lacks: ['event'],
  guesses: {},
};
