import { asHtml, long, nameOf, numberOf, type SourceCase, type Turn } from '../source-case.test-data.ts';

const article = (turn: Turn, index: number) => ({
  id: 300 + index,
  ticket_id: 9,
  type: turn.by === 'note' ? 'note' : 'email',
  sender: turn.by === 'customer' ? 'Customer' : turn.by === 'event' ? 'System' : 'Agent',
  from: turn.by === 'note' ? nameOf.note : `${nameOf[turn.by]} <${turn.by}@mail.example>`,
  to: 'support@shop.example',
  subject: 'Parcel',
  body: asHtml(turn),
  content_type: 'text/html',
  internal: turn.by === 'note',
  preferences: turn.by === 'bot' ? { 'is-auto-response': true } : {},
  created_by_id: numberOf[turn.by],
  created_by: `${turn.by}@mail.example`,
  origin_by_id: null,
  attachments: [],
  created_at: turn.at,
});

export const zammadCase: SourceCase = {
  format: 'zammad',
  entries: ({ id, turns }) => [
    {
      id: long(id),
      number: '31009',
      title: 'Parcel',
      state: 'closed',
      group: 'Support',
      owner_id: 12,
      customer_id: 71,
      customer: 'ann@mail.example',
      priority: '2 normal',
      article_count: turns.length,
      tags: ['parcel'],
      created_at: turns[0]?.at,
      articles: turns.map(article),
    },
  ],
  envelope: (tickets) => ({
    tickets,
    users: [{ id: 12, firstname: 'Mara', lastname: 'Voss', email: 'mara@shop.example', roles: ['Agent'] }],
  }),
  sendsHtml: true,
  lacks: [],
  guesses: {},
};
