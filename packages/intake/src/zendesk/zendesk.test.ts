import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';

const at = (minute: number): string => `2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`;
const comment = (id: number, author: number, body: string, over: Record<string, unknown> = {}) => ({
  id,
  author_id: author,
  body,
  public: true,
  created_at: at(id),
  ...over,
});
const ticket = (over: Record<string, unknown>, ...comments: unknown[]) => ({
  id: 1,
  subject: 'Parcel',
  status: 'open',
  requester_id: 71,
  assignee_id: 12,
  via: { channel: 'email' },
  comments,
  ...over,
});
const read = (value: unknown, o: Parameters<typeof readWhole>[1] = {}) =>
  readWhole(JSON.stringify(value), { fileName: 'zendesk.json', ...o });
const said = async (value: unknown, o: Parameters<typeof readWhole>[1] = {}) =>
  (await read(value, o)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, roleGuessed, visibility, author, text }) =>
      [`${role}${roleGuessed ? '?' : ''}`, visibility, author, text].join(' | '),
    ),
  );

describe('Zendesk', () => {
  it('takes an AI agent that posts as a user for a bot, once the list of users says so', async () => {
    const users = [{ id: 12, name: 'Ada AI', role: 'bot', email: 'ada@shop.example' }];
    expect(await said({ tickets: [ticket({}, comment(1, 71, 'Hi'), comment(2, 12, 'Hello!'))], users })).toEqual([
      'customer | public | 71 | Hi',
      'bot | public | Ada AI | Hello!',
    ]);
  });

  it('gives a mail that an agent forwarded to whoever wrote it', async () => {
    const body =
      'FYI\n\n---------- Forwarded message ---------\nFrom: "Lee, Ann" <Ann@mail.example>\nDate: Mon\nSubject: Where?\n\nWhere is it?';
    const one = ticket(
      { requester_id: 12, assignee_id: 12 },
      comment(1, 12, body, { author: { id: 12, role: 'agent', name: 'Mara' } }),
      comment(2, 12, 'Dear Ann', { author: { id: 12, role: 'agent', name: 'Mara' } }),
    );
    expect((await said(one)).map((line) => line.split(' | ').slice(0, 3).join(' '))).toEqual([
      'customer? public Lee, Ann',
      'agent public Mara',
    ]);
  });

  it('names the ticket that a follow-up takes up again', async () => {
    const via = { channel: 'web', source: { from: { ticket_id: 7, subject: 'Parcel' }, to: {}, rel: 'follow_up' } };
    expect((await read(ticket({ via }, comment(1, 71, 'Again.')))).conversations[0]).toMatchObject({
      followUpOf: '7',
      channel: 'web-form',
    });
  });

  it.each([
    ['offered', { satisfaction_rating: { score: 'offered' } }, null],
    [
      'good, with words',
      { satisfaction_rating: { score: 'good', comment: 'Nice' } },
      { csatRaw: 'good', csatComment: 'Nice' },
    ],
    [
      'in a list',
      {
        satisfaction_ratings: [
          { ticket_id: 1, score: 'offered' },
          { ticket_id: 1, score: 'bad', assignee_id: 13 },
        ],
      },
      { csatRaw: 'bad', csatAgentId: '13' },
    ],
    [
      'a survey on a scale',
      {
        survey_responses: [
          {
            id: 's',
            answers: [
              { type: 'rating_scale', rating: 4, question: { options: [{ rating: 1 }, { rating: 5 }] } },
              { type: 'open_ended', value: 'ok' },
            ],
            subjects: [],
          },
        ],
      },
      { csatRaw: '4', csatMax: 5, csatComment: 'ok' },
    ],
  ])('reads the rating: %s', async (_, over, expected) => {
    expect((await read(ticket(over, comment(1, 71, 'Hi')))).conversations[0]).toMatchObject(
      expected ?? { csatRaw: null },
    );
  });

  it('reads lists of both kinds of ratings as changes to their tickets', async () => {
    const scores = await read({
      satisfaction_ratings: [{ id: 1, ticket_id: 5, score: 'good', assignee_id: 12, requester_id: 71 }],
    });
    expect(scores.conversations).toEqual([
      expect.objectContaining({ id: '5', csatRaw: 'good', csatAgentId: '12', messages: [] }),
    ]);
    const answers = [{ type: 'rating_scale', rating: 2 }];
    const surveys = await read({ survey_responses: [{ id: 's', answers, subjects: [{ zrn: 'zen:ticket:6' }] }] });
    expect(surveys.conversations).toEqual([expect.objectContaining({ id: '6', csatRaw: '2', csatMax: 5 })]);
    expect(surveys.counts).toMatchObject({ units: 0, rejected: 0 });
  });

  it('reads pages of ticket events, whose comments come one at a time', async () => {
    const events = [
      {
        id: 1,
        ticket_id: 5,
        created_at: at(1),
        child_events: [
          { id: 10, event_type: 'Create', requester_id: 71, subject: 'Parcel', status: 'new' },
          { id: 11, event_type: 'Comment', author_id: 71, body: 'Where?', public: true },
        ],
      },
      {
        id: 2,
        ticket_id: 5,
        created_at: at(2),
        child_events: [
          { id: 12, event_type: 'Comment', author_id: 12, body: 'Here.', public: true },
          { id: 13, event_type: 'Change', status: 'solved', previous_value: 'new' },
        ],
      },
    ];
    const page = {
      ticket_events: events,
      users: [{ id: 12, name: 'Mara', role: 'agent', email: 'm@shop.example' }],
      end_time: 1,
      next_page: null,
    };
    const found = await read(page);
    expect(found.conversations).toEqual([
      expect.objectContaining({ id: '5', subject: 'Parcel', status: 'solved', resolved: true }),
    ]);
    expect(await said(page)).toEqual(['customer | public | 71 | Where?', 'agent | public | Mara | Here.']);
    // Without users and without its beginning nobody can tell who wrote; nothing is then scored.
    expect(await said({ ticket_events: events.slice(1) })).toEqual(['system? | public | 12 | Here.']);
  });

  it('reads a ticket, its comments and its users put together, and comments inside audits', async () => {
    const { comments, ...rest } = ticket({}, comment(1, 71, 'Hi'), comment(2, 12, 'Hello'));
    const users = [{ id: 12, name: 'Mara', role: 'agent', email: 'm@shop.example' }];
    const expected = ['customer | public | 71 | Hi', 'agent | public | Mara | Hello'];
    expect(await said({ ticket: rest, comments, users })).toEqual(expected);
    const audits = [
      {
        id: 1,
        created_at: at(1),
        events: [
          { id: 1, type: 'Comment', author_id: 71, body: 'Hi', public: true },
          { id: 2, type: 'Change' },
        ],
      },
      { id: 2, created_at: at(2), events: [{ id: 3, type: 'Comment', author_id: 12, body: 'Hello', public: true }] },
    ];
    expect(await said({ ticket: rest, audits, users })).toEqual(expected);
  });

  it('takes apart an old chat that lies in one comment, with the times between its lines', async () => {
    const body =
      'Chat started: 2026-03-02 11:30 PM UTC\n\n(11:59:50 PM) Ann Lee: Hello?\nAnybody?\n(11:59:58 PM) *** Mara joined the chat ***\n(12:00:05 AM) Mara: Hi Ann: how can I help?';
    const one = ticket({ requester: { id: 71, name: 'Ann Lee' } }, comment(1, 12, body, { via: { channel: 'chat' } }));
    const found = await read(one);
    expect(await said(one)).toEqual([
      'customer | public | Ann Lee | Hello?\nAnybody?',
      'system | public |  | *** Mara joined the chat ***',
      'agent? | public | Mara | Hi Ann: how can I help?',
    ]);
    const times = found.conversations[0]?.messages.map((message) => Date.parse(message.at ?? '')) ?? [];
    expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 8000, 15_000]);
    expect(found.conversations[0]?.messages.map(({ id }) => id)).toEqual(['1-1', '1-2', '1-3']);
  });

  it('keeps side conversations and tickets made of them internal, and calls as records', async () => {
    const side_conversations = [
      {
        id: 's',
        events: [
          {
            id: 'e1',
            type: 'create',
            actor: { user_id: 12, name: 'Mara' },
            message: { body: 'Stock?' },
            created_at: at(2),
          },
          { id: 'e2', type: 'update' },
        ],
      },
    ];
    const call = comment(3, 12, 'Call from +1', {
      type: 'VoiceComment',
      data: { transcription_text: 'I would like a refund.' },
    });
    expect(await said(ticket({ side_conversations }, comment(1, 71, 'Hi'), call))).toEqual([
      'customer | public | 71 | Hi',
      'system? | internal | Mara | Stock?',
      'system | public | 12 | I would like a refund.',
    ]);
    const child = ticket({ via: { channel: 'side_conversation' } }, comment(1, 71, 'Colleague?'));
    expect(await said(child)).toEqual(['customer | internal | 71 | Colleague?']);
  });

  it('leaves out deleted tickets and says so', async () => {
    const found = await read({
      tickets: [ticket({ status: 'deleted' }, comment(1, 71, 'Hi')), ticket({ id: 2 }, comment(1, 71, 'Hi'))],
    });
    expect(found.problems.filter(({ units }) => units > 0).map(({ code, units }) => [code, units])).toEqual([
      ['left-out', 1],
    ]);
    expect(found.counts).toMatchObject({ units: 2, accepted: 1, rejected: 1 });
  });

  it('reads HTML only where there are no plain words, and files where there are none at all', async () => {
    const html = comment(2, 12, ' ', {
      html_body: '<div class="zd-comment"><p>See <a href="https://x.example/t">tracking</a></p></div>',
    });
    const file = comment(3, 71, '', { html_body: '', attachments: [{ id: 1, file_name: 'box.jpg' }] });
    expect((await said(ticket({}, comment(1, 71, 'a < b'), html, file))).map((line) => line.split(' | ')[3])).toEqual([
      'a < b',
      'See tracking (https://x.example/t)',
      '[attachment: box.jpg]',
    ]);
  });
});
