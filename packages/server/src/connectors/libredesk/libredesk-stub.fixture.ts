import {
  asHtml,
  byChange,
  pageOf,
  people,
  type StubConversation,
  type StubMessage,
  type StubSource,
} from '../stub-world.fixture.ts';

const base = '/api/v1/conversations';

export const libredeskStub: StubSource = {
  kind: 'libredesk',
  fields: { key: 'lk', secret: 'ls' },
  speakers: ['customer', 'agent', 'second', 'note', 'bot'],
  answer(world, { path, query, headers }) {
    if (headers.authorization !== 'token lk:ls') return { status: 401, body: { status: 'error' } };
    const page = Number(query.get('page') ?? 1);
    if (path === `${base}/all`) {
      const size = Math.min(world.pageSize, Number(query.get('page_size')));
      return { body: enveloped(world.visible().toSorted(byChange).reverse().map(head), page, size) };
    }
    const [id = '', what] = path.slice(base.length + 1).split('/');
    const one = world.visible().find((found) => found.id === id);
    if (one === undefined) return null;
    if (what !== 'messages') return { body: { status: 'success', data: head(one) } };
    // The newest first.
    return { body: enveloped(one.messages.toReversed().map(message), page, Number(query.get('page_size'))) };
  },
};

const enveloped = (all: readonly unknown[], page: number, size: number) => ({
  status: 'success',
  data: {
    ...{ results: pageOf(all, page, size), total: all.length, per_page: size, page },
    total_pages: Math.ceil(all.length / size),
  },
});

const head = ({ id, subject, isClosed, createdAt, updatedAt, rating }: StubConversation) => ({
  ...{ uuid: id, reference_number: id.slice(-4), subject, status: isClosed ? 'Resolved' : 'Open' },
  ...{ inbox_channel: 'livechat', assigned_user_id: 12, tags: [] },
  contact: { id: 71, first_name: 'Ann', last_name: 'Lee', email: people.customer.email },
  ...{ csat_rating: rating === null ? 0 : rating.isGood ? 5 : 1, created_at: createdAt, last_message_at: updatedAt },
});

const message = ({ id, by, at, text }: StubMessage) => ({
  ...{ uuid: `message-${id}`, type: by === 'customer' ? 'incoming' : 'outgoing', private: by === 'note' },
  ...{ content: asHtml(text), text_content: text, content_type: 'html', meta: {}, attachments: [], created_at: at },
  sender_type: by === 'customer' ? 'contact' : 'agent',
  author: {
    ...{ id: people[by].id, first_name: people[by].name.split(' ')[0], last_name: people[by].name.split(' ')[1] ?? '' },
    ...{ email: people[by].email, type: by === 'customer' ? 'contact' : by === 'bot' ? 'ai_assistant' : 'agent' },
  },
});
