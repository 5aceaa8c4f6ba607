import { asHtml, long, nameOf, numberOf, type SourceCase, type Turn } from '../source-case.test-data.ts';

const users = [
  { id: 71, name: 'Ann Lee', role: 'end-user', email: 'ann@mail.example' },
  { id: 12, name: 'Mara Voss', role: 'agent', email: 'mara@shop.example' },
  { id: 13, name: 'Jonas Weil', role: 'admin', email: 'jonas@shop.example' },
];

const comment = (turn: Turn, index: number, withNames: boolean) => ({
  id: 9001 + index,
  type: 'Comment',
  author_id: turn.by === 'event' ? -1 : numberOf[turn.by],
  ...(withNames && turn.by !== 'event' ? { author: users.find(({ id }) => id === numberOf[turn.by]) } : {}),
  ...(turn.html === undefined ? { body: turn.text } : {}),
  html_body: asHtml(turn),
  public: turn.by !== 'note',
  attachments: [],
  via: {
    channel: turn.by === 'event' ? 'rule' : turn.by === 'bot' ? 'answer_bot_for_web_widget' : 'web',
    source: { rel: null },
  },
  created_at: turn.at,
});

const ticket = (id: string, comments: unknown[]) => ({
  url: `https://shop.zendesk.example/api/v2/tickets/${id}.json`,
  id: long(id),
  subject: 'Parcel',
  status: 'solved',
  via: { channel: 'web', source: { from: {}, to: {}, rel: null } },
  requester_id: 71,
  submitter_id: 71,
  assignee_id: 12,
  tags: ['parcel'],
  satisfaction_rating: { score: 'offered' },
  comments,
});

/** Comments that name their authors by number alone, as the export writes them. */
export const zendeskCase: SourceCase = {
  format: 'zendesk',
  entries: ({ id, turns }) => [
    ticket(
      id,
      turns.map((turn, index) => comment(turn, index, false)),
    ),
  ],
  envelope: (tickets) => ({ count: tickets.length, tickets, users, end_of_stream: true }),
  sendsHtml: true,
  lacks: [],
  guesses: { agent: 'agent', second: 'agent', note: 'agent' },
};

/** Comments with their authors described. */
export const zendeskNamedCase: SourceCase = {
  ...zendeskCase,
  entries: ({ id, turns }) => [
    ticket(
      id,
      turns.map((turn, index) => comment(turn, index, true)),
    ),
  ],
  guesses: {},
};

/** The shape that Zendesk QA imports. */
export const zendeskQaCase: SourceCase = {
  format: 'zendesk',
  entries: ({ id, turns }) => [
    {
      id,
      subject: 'Parcel',
      status: 'closed',
      channel: 'email',
      assigneeEmail: 'mara@shop.example',
      customerEmail: 'ann@mail.example',
      tags: ['parcel'],
      satisfactionScore: 100,
      satisfactionComment: 'Good',
      comments: turns.map((turn, index) => ({
        id: `c${index}`,
        authorEmail: `${nameOf[turn.by].split(' ')[0]?.toLowerCase()}@${turn.by === 'customer' ? 'mail' : 'shop'}.example`,
        authorName: nameOf[turn.by],
        authorIsNotClient: turn.by !== 'customer',
        public: turn.by !== 'note',
        comment: turn.text,
        created: turn.at,
      })),
    },
  ],
  sendsHtml: false,
  lacks: ['bot', 'event'],
  guesses: {},
};
