import { asHtml, long, numberOf, type SourceCase, type Turn } from '../source-case.test-data.ts';

const reply = (turn: Turn, index: number) => ({
  id: 6000 + index,
  body: asHtml(turn),
  body_text: turn.text,
  incoming: turn.by === 'customer',
  private: turn.by === 'note',
  user_id: numberOf[turn.by],
  automation_id: turn.by === 'bot' ? 5 : null,
  source: turn.by === 'note' ? 2 : 0,
  support_email: null,
  from_email: turn.by === 'customer' ? 'Ann Lee <ann@mail.example>' : 'Support <help@shop.example>',
  attachments: [],
  created_at: turn.at,
});

export const freshdeskCase: SourceCase = {
  format: 'freshdesk',
  entries: ({ id, turns: [opening, ...rest] }) => [
    {
      id: long(id),
      subject: 'Parcel',
      description: opening && asHtml(opening),
      description_text: opening?.text,
      status: 5,
      priority: 1,
      source: 1,
      requester_id: 71,
      requester: { id: 71, name: 'Ann Lee', email: 'ann@mail.example' },
      responder_id: 12,
      tags: ['parcel'],
      spam: false,
      created_at: opening?.at,
      conversations: rest.map(reply),
    },
  ],
  envelope: (tickets) => ({
    tickets,
    agents: [{ id: 12, available: true, contact: { name: 'Mara Voss', email: 'mara@shop.example' } }],
  }),
  sendsHtml: true,
  lacks: ['event'],
  guesses: {},
};
