import {
  asHtml,
  byChange,
  epoch,
  people,
  type StubConversation,
  type StubMessage,
  type StubSource,
  type StubWorld,
} from '../stub-world.fixture.ts';

export const intercomStub: StubSource = {
  kind: 'intercom',
  fields: { token: 'it' },
  speakers: ['customer', 'agent', 'second', 'note', 'bot', 'unknown'],
  rates: true,
  answer(world, { method, path, body, headers }) {
    if (headers.authorization !== 'Bearer it') return { status: 401, body: { type: 'error.list' } };
    if (path === '/me') return { body: { type: 'admin', name: 'Boss', app: { name: 'Shop' } } };
    if (path === '/conversations/search' && method === 'POST') return { body: search(world, JSON.parse(body)) };
    const id = path.split('/')[2] ?? '';
    const one = world.conversations.find((found) => found.id === id);
    const shown = one?.mergedInto == null ? one : world.find(one.mergedInto);
    return shown === undefined || shown.isDeleted ? null : { body: conversation(shown) };
  },
};

interface Search {
  query: { value: { value: number }[] };
  pagination: { per_page: number; starting_after?: string };
}

function search(world: StubWorld, { query, pagination }: Search) {
  const since = query.value[0]?.value ?? 0;
  const found = world
    .visible()
    .toSorted(byChange)
    .filter(({ updatedAt }) => epoch(updatedAt) > since);
  const after = pagination.starting_after;
  const from = after === undefined ? 0 : found.findIndex((one) => `${one.updatedAt}|${one.id}` > after);
  const page = from < 0 ? [] : found.slice(from, from + Math.min(world.pageSize, pagination.per_page));
  const last = page.at(-1);
  const isLast = from < 0 || from + page.length >= found.length;
  return {
    type: 'conversation.list',
    conversations: page.map((one) => ({ ...conversation(one), conversation_parts: undefined })),
    pages: {
      ...{ type: 'pages', per_page: pagination.per_page },
      ...(isLast || last === undefined ? {} : { next: { starting_after: `${last.updatedAt}|${last.id}` } }),
    },
  };
}

const author = (by: StubMessage['by']) => ({
  ...{ type: by === 'customer' ? 'user' : 'admin', id: String(people[by].id), name: people[by].name },
  ...{ email: people[by].email, from_ai_agent: by === 'bot' },
});

function conversation({ id, messages: [opening, ...rest], createdAt, updatedAt, isClosed, rating }: StubConversation) {
  return {
    ...{ type: 'conversation', id, created_at: epoch(createdAt), updated_at: epoch(updatedAt) },
    ...{
      state: isClosed ? 'closed' : 'open',
      admin_assignee_id: people.agent.id,
      contacts: { contacts: [{ id: '71' }] },
    },
    source: opening && {
      ...{ type: 'conversation', id: opening.id, delivered_as: 'customer_initiated', subject: '' },
      ...{ body: asHtml(opening.text), author: author(opening.by), attachments: [], redacted: false },
    },
    conversation_rating: rating && {
      ...{ rating: rating.isGood ? 5 : 1, remark: 'So.', created_at: epoch(rating.at) },
      teammate: { type: 'admin', id: String(people[rating.about].id) },
    },
    conversation_parts: {
      type: 'conversation_part.list',
      conversation_parts: rest.map(({ id: part, by, at, text }) => ({
        ...{
          type: 'conversation_part',
          id: part,
          part_type: by === 'note' ? 'note' : by === 'unknown' ? 'telepathy' : 'comment',
        },
        ...{ body: asHtml(text), created_at: epoch(at), author: author(by), attachments: [], redacted: false },
      })),
      total_count: rest.length,
    },
  };
}
