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

export const helpScoutStub: StubSource = {
  kind: 'help-scout',
  fields: { appId: 'hid', appSecret: 'hs' },
  speakers: ['customer', 'agent', 'second', 'note', 'bot', 'unknown'],
  rates: true,
  answer(world, { method, path, query, body, headers }) {
    if (path === '/v2/oauth2/token' && method === 'POST') {
      const given = new URLSearchParams(body);
      const isRight = given.get('client_id') === 'hid' && given.get('client_secret') === 'hs';
      return isRight ? { body: { access_token: 'short-lived', expires_in: 172_800 } } : { status: 400 };
    }
    if (headers.authorization !== 'Bearer short-lived') return { status: 401, body: { error: 'invalid_token' } };
    const rest = path.replace('/v2', '');
    if (rest === '/users/me')
      return { body: { id: 1, firstName: 'Big', lastName: 'Boss', email: 'boss@shop.example' } };
    if (rest === '/conversations') return { body: list(world, query) };
    const [, , id = '', what] = rest.split('/');
    const one = world.conversations.find((found) => found.id === id);
    if (one?.mergedInto != null) {
      return { status: 301, headers: { location: `https://api.helpscout.net/v2/conversations/${one.mergedInto}` } };
    }
    if (one === undefined || one.isDeleted) return null;
    return { body: what === 'threads' ? threads(one, Number(query.get('page') ?? 1)) : conversation(one) };
  },
};

function list(world: StubWorld, query: URLSearchParams) {
  const since = query.get('modifiedSince') ?? '';
  const found = world
    .visible()
    .toSorted(byChange)
    .filter(({ updatedAt }) => plain(updatedAt) >= since);
  const page = Number(query.get('page') ?? 1);
  return {
    _embedded: { conversations: pageOf(found, page, world.pageSize).map(conversation) },
    page: {
      size: world.pageSize,
      totalElements: found.length,
      totalPages: Math.ceil(found.length / world.pageSize),
      number: page,
    },
  };
}

const conversation = ({ id, subject, isClosed, createdAt, updatedAt }: StubConversation) => ({
  ...{
    id: long(id),
    number: Number(id.slice(-4)),
    type: 'email',
    status: isClosed ? 'closed' : 'active',
    state: 'published',
  },
  ...{ subject, mailboxId: 4, assignee: { id: people.agent.id, email: people.agent.email }, tags: [] },
  primaryCustomer: { id: 71, email: people.customer.email },
  ...{ createdAt: plain(createdAt), userUpdatedAt: plain(updatedAt) },
});

/** The newest first, the rating on what it is about. */
function threads({ messages, rating }: StubConversation, page: number) {
  const rated = messages.findLast(({ by }) => rating !== null && by === rating.about);
  const all = messages.toReversed().map(({ id, by, at, text }) => ({
    ...{ id: Number(id), type: kinds[by] ?? 'message', status: 'active', state: 'published', body: asHtml(text) },
    createdBy: {
      ...{
        id: people[by].id,
        email: people[by].email,
        first: people[by].name.split(' ')[0],
        last: people[by].name.split(' ')[1],
      },
      type: by === 'customer' ? 'customer' : by === 'bot' ? 'system_user' : 'user',
    },
    createdAt: plain(at),
    ...(rated?.id === id ? { rating: { rating: rating?.isGood ? 'great' : 'not-good', comments: 'So.' } } : {}),
  }));
  const some = pageOf(all, page, 50);
  return { _embedded: { threads: some }, page: { size: 50, totalPages: Math.ceil(all.length / 50), number: page } };
}

const kinds: Readonly<Record<string, string>> = { customer: 'customer', note: 'note', unknown: 'telepathy' };
