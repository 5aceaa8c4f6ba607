import { asHtml, nameOf, numberOf, type SourceCase, type Turn } from '../source-case.test-data.ts';

const message = (turn: Turn, index: number) => ({
  uuid: `6f1c0d52-0000-4000-8000-${String(index).padStart(12, '0')}`,
  type: turn.by === 'customer' ? 'incoming' : turn.by === 'event' ? 'activity' : 'outgoing',
  status: 'sent',
  private: turn.by === 'note',
  content: asHtml(turn),
  text_content: turn.text,
  content_type: 'html',
  sender_type: turn.by === 'customer' ? 'contact' : 'agent',
  author: {
    id: numberOf[turn.by],
    first_name: nameOf[turn.by].split(' ')[0],
    last_name: nameOf[turn.by].split(' ')[1] ?? '',
    email: `${turn.by}@mail.example`,
    type: turn.by === 'customer' ? 'contact' : turn.by === 'bot' ? 'ai_assistant' : 'agent',
  },
  meta: {},
  attachments: [],
  created_at: turn.at,
});

export const libredeskCase: SourceCase = {
  format: 'libredesk',
  entries: ({ id, turns }) => [
    {
      id: 44,
      uuid: id,
      reference_number: '1044',
      subject: 'Parcel',
      status: 'Resolved',
      inbox_channel: 'email',
      assigned_user_id: 12,
      assigned_team_id: null,
      tags: ['parcel'],
      contact: { id: 71, first_name: 'Ann', last_name: 'Lee', email: 'customer@mail.example' },
      csat_rating: 4,
      csat_feedback: 'Fine.',
      created_at: turns[0]?.at,
      messages: turns.map(message),
    },
  ],
  envelope: (results) => ({
    status: 'success',
    data: { results, total: results.length, per_page: 50, total_pages: 1, page: 1 },
  }),
  sendsHtml: true,
  lacks: [],
  guesses: {},
};
