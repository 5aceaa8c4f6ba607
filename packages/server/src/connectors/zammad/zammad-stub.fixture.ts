import {
  asHtml,
  byChange,
  long,
  pageOf,
  people,
  type StubConversation,
  type StubMessage,
  type StubSource,
  type StubWorld,
} from '../stub-world.fixture.ts';

export const zammadStub: StubSource = {
  kind: 'zammad',
  fields: { token: 'zmt' },
  speakers: ['customer', 'agent', 'second', 'note', 'bot'],
  answer(world, { path, query, headers }) {
    if (headers.authorization !== 'Token token=zmt') return { status: 401, body: { error: 'Authentication required' } };
    const rest = path.replace('/api/v1', '');
    const [page, size] = [Number(query.get('page') ?? 1), Math.min(world.pageSize, Number(query.get('per_page') ?? 1))];
    if (rest === '/users/me')
      return { body: { id: 1, firstname: 'Big', lastname: 'Boss', email: 'boss@shop.example' } };
    if (rest === '/tickets/search') return { body: pageOf(search(world, query), page, size).map(ticket) };
    if (rest === '/tickets') {
      const inOrder = there(world).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
      return { body: pageOf(inOrder, page, size).map(ticket) };
    }
    if (rest === '/tags') return { body: { tags: ['parcel'] } };
    const id = rest.split('/').at(-1) ?? '';
    const one = there(world).find((found) => found.id === id);
    if (one === undefined) return null;
    return { body: rest.startsWith('/ticket_articles/') ? one.messages.map(article) : ticket(one) };
  },
};

/** What is deleted is gone for good; what was merged stands there as merged. */
const there = (world: StubWorld): StubConversation[] => world.conversations.filter(({ isDeleted }) => !isDeleted);

function search(world: StubWorld, query: URLSearchParams): StubConversation[] {
  const since = /updated_at:\[(\S+) TO \*\]/.exec(query.get('query') ?? '')?.[1] ?? '';
  return there(world)
    .filter(({ updatedAt }) => updatedAt >= since)
    .sort(byChange);
}

const ticket = ({ id, subject, isClosed, mergedInto, createdAt, updatedAt }: StubConversation) => ({
  ...{ id: long(id), number: id.slice(-4), title: subject, group: 'Support', owner_id: 12, customer_id: 71 },
  ...{ state: mergedInto !== null ? 'merged' : isClosed ? 'closed' : 'open', customer: people.customer.email },
  ...{ created_at: createdAt, updated_at: updatedAt },
});

const senders: Readonly<Record<StubMessage['by'], string>> = {
  ...{ customer: 'Customer', agent: 'Agent', second: 'Agent', note: 'Agent', bot: 'Agent', unknown: 'Agent' },
};

const article = ({ id, by, at, text }: StubMessage) => ({
  ...{ id: Number(id), type: by === 'note' ? 'note' : 'email', sender: senders[by] },
  ...{ from: `${people[by].name} <${people[by].email}>`, to: 'help@shop.example', subject: 'Parcel' },
  ...{ body: asHtml(text), content_type: 'text/html', internal: by === 'note' },
  preferences: by === 'bot' ? { 'is-auto-response': true } : {},
  ...{
    created_by_id: people[by].id,
    created_by: people[by].email,
    origin_by_id: null,
    attachments: [],
    created_at: at,
  },
});
