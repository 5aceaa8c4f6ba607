import { asHtml, epoch, nameOf, numberOf, type SourceCase, type Turn } from '../source-case.test-data.ts';

const author = ({ by }: Turn) => {
  const type = by === 'customer' ? 'user' : by === 'event' ? 'workflow_system' : 'admin';
  // Fin posts as a teammate.
  return { type, id: `${numberOf[by]}`, name: nameOf[by], email: `${by}@mail.example`, from_ai_agent: by === 'bot' };
};

export const intercomCase: SourceCase = {
  format: 'intercom',
  entries: ({ id, turns: [opening, ...rest] }) => [
    {
      type: 'conversation',
      id,
      title: null,
      created_at: epoch(opening?.at ?? ''),
      updated_at: 1_775_000_000,
      state: 'closed',
      admin_assignee_id: 12,
      team_assignee_id: null,
      contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: '71' }] },
      tags: { type: 'tag.list', tags: [{ type: 'tag', id: '1', name: 'parcel' }] },
      conversation_rating: {
        rating: 5,
        remark: 'quick',
        created_at: 1_775_000_000,
        teammate: { type: 'admin', id: '13' },
      },
      source: opening && {
        type: 'conversation',
        id: '2901',
        delivered_as: 'customer_initiated',
        subject: '',
        body: asHtml(opening),
        author: author(opening),
        attachments: [],
        redacted: opening.text === '' && opening.html === undefined,
      },
      conversation_parts: {
        type: 'conversation_part.list',
        conversation_parts: rest.map((turn, index) => ({
          type: 'conversation_part',
          id: `${500 + index}`,
          part_type: turn.by === 'note' ? 'note' : 'comment',
          body: asHtml(turn) || null,
          created_at: epoch(turn.at),
          author: author(turn),
          attachments: [],
          redacted: turn.text === '' && turn.html === undefined,
        })),
        total_count: rest.length,
      },
    },
  ],
  envelope: (conversations) => ({ type: 'conversation.list', conversations, pages: { type: 'pages', page: 1 } }),
  sendsHtml: true,
  lacks: ['event'],
  guesses: {},
};
