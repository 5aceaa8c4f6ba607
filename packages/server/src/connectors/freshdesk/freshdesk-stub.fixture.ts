import {
  asHtml,
  byChange,
  long,
  pageOf,
  people,
  type StubConversation,
  type StubSource,
  type StubWorld,
} from '../stub-world.fixture.ts';

const plain = (iso: string): string => `${iso.slice(0, 19)}Z`;

export const freshdeskStub: StubSource = {
  kind: 'freshdesk',
  fields: { key: 'fk' },
  speakers: ['customer', 'agent', 'second', 'note', 'bot'],
  keepsMerged: true,
  rates: true,
  answer(world, { path, query, headers }) {
    if (headers.authorization !== `Basic ${Buffer.from('fk:X').toString('base64')}`) return { status: 401 };
    const rest = path.replace('/api/v2', '');
    if (rest === '/agents/me') return { body: { id: 1, contact: { name: 'Boss', email: 'boss@shop.example' } } };
    if (rest === '/agents') return { body: Number(query.get('page') ?? 1) > 1 ? [] : agents };
    if (rest === '/tickets') return list(world, query);
    if (rest === '/surveys/satisfaction_ratings') {
      const since = query.get('created_since') ?? '';
      return {
        body: world
          .visible()
          .filter(({ rating }) => rating !== null && rating.at >= since)
          .map(ratingOf),
      };
    }
    const [, , id = '', what] = rest.split('/');
    const one = world.conversations.find((found) => found.id === id);
    if (one === undefined) return null;
    if (what === 'satisfaction_ratings') return { body: one.rating === null ? [] : [ratingOf(one)] };
    if (what === 'conversations') return { body: pageOf(replies(one), Number(query.get('page') ?? 1), 100) };
    return { body: ticket(one) };
  },
};

const agents = (['agent', 'second', 'bot'] as const).map((by) => ({
  ...{ id: people[by].id, available: true, contact: { name: people[by].name, email: people[by].email } },
}));

function list(world: StubWorld, query: URLSearchParams) {
  const since = query.get('updated_since') ?? '';
  const wantsDeleted = query.get('filter') === 'deleted';
  const found = world.conversations
    .filter(({ isDeleted }) => isDeleted === wantsDeleted)
    .filter(({ updatedAt }) => plain(updatedAt) >= since.slice(0, 19))
    .sort(byChange);
  const page = Number(query.get('page') ?? 1);
  const size = Math.min(world.pageSize, Number(query.get('per_page')));
  const more = page * size < found.length;
  return {
    headers: more ? { link: `<https://shop.example/api/v2/tickets?page=${page + 1}>; rel="next"` } : {},
    body: pageOf(found, page, size).map(ticket),
  };
}

const ticket = ({ id, subject, messages: [opening], isClosed, isDeleted, createdAt, updatedAt }: StubConversation) => ({
  ...{ id: long(id), subject, description: asHtml(opening?.text ?? ''), description_text: opening?.text },
  ...{ status: isClosed ? 5 : 2, priority: 1, source: 1, requester_id: 71, responder_id: 12, tags: [], spam: false },
  requester: { id: 71, name: people.customer.name, email: people.customer.email },
  ...{ created_at: plain(createdAt), updated_at: plain(updatedAt), ...(isDeleted ? { deleted: true } : {}) },
});

const replies = ({ messages: [, ...rest] }: StubConversation) =>
  rest.map(({ id, by, at, text }) => ({
    ...{ id: Number(id), body: asHtml(text), body_text: text, incoming: by === 'customer', private: by === 'note' },
    ...{ user_id: people[by].id, source: by === 'note' ? 2 : 0, automation_id: by === 'bot' ? 5 : null },
    ...{ from_email: people[by].email, attachments: [], created_at: plain(at) },
  }));

const ratingOf = ({ id, rating }: StubConversation) => ({
  ...{ id: 1, ticket_id: long(id), agent_id: people[rating?.about ?? 'agent'].id, feedback: 'So.' },
  ...{ ratings: { default_question: rating?.isGood ? 103 : -103 }, created_at: rating?.at },
});
