import {
  byChange,
  epoch,
  long,
  pageOf,
  people,
  type StubConversation,
  type StubMessage,
  type StubSource,
  type StubWorld,
} from '../stub-world.fixture.ts';

const account = '/api/v1/accounts/3';

export const chatwootStub: StubSource = {
  kind: 'chatwoot',
  fields: { account: '3', token: 'ct' },
  speakers: ['customer', 'agent', 'second', 'note', 'bot', 'unknown'],
  answer(world, { path, query, headers }) {
    if (headers.api_access_token !== 'ct') return { status: 401, body: { error: 'You need to sign in' } };
    if (path === '/api/v1/profile') return { body: { id: 1, name: 'Boss', email: 'boss@shop.example' } };
    if (path === `${account}/csat_survey_responses`) return { body: ratings(world, query) };
    if (path === `${account}/conversations`) return { body: list(world, query) };
    const [id = '', what] = path.slice(`${account}/conversations/`.length).split('/');
    const one = world.visible().find((found) => found.id === id);
    if (one === undefined) return null;
    if (what !== 'messages') return { body: head(one) };
    const after = Number(query.get('after') ?? 0);
    return {
      body: {
        meta: {},
        payload: messages(one)
          .filter((message) => message.id > after)
          .slice(0, 100),
      },
    };
  },
};

/** The newest activity first. */
function list(world: StubWorld, query: URLSearchParams) {
  const all = world.visible().toSorted(byChange).reverse();
  return {
    data: {
      meta: { all_count: all.length },
      payload: pageOf(all, Number(query.get('page')), world.pageSize).map(head),
    },
  };
}

const head = ({ id, isClosed, createdAt, updatedAt }: StubConversation) => ({
  ...{ id: long(id), account_id: 3, inbox_id: 4, status: isClosed ? 'resolved' : 'open', labels: [] },
  meta: {
    sender: { id: 71, name: people.customer.name, type: 'contact' },
    assignee: { id: 12, name: people.agent.name, type: 'user' },
    channel: 'Channel::WebWidget',
  },
  ...{
    created_at: epoch(createdAt),
    last_activity_at: epoch(updatedAt),
    additional_attributes: {},
    custom_attributes: {},
  },
});

const kinds: Readonly<Record<StubMessage['by'], number>> = {
  customer: 0,
  agent: 1,
  second: 1,
  note: 1,
  bot: 1,
  unknown: 9,
};
const types: Partial<Record<StubMessage['by'], string>> = { customer: 'contact', bot: 'agent_bot' };

function messages({ id: conversation, messages: said, rating }: StubConversation) {
  const survey = {
    ...{ id: 999_999, content: 'How was it?', message_type: 3, content_type: 'input_csat', private: false },
    ...{ conversation_id: long(conversation), created_at: epoch(rating?.at ?? '2026-01-01'), sender: null },
    content_attributes: { submitted_values: { csat_survey_response: { rating: rating?.isGood ? 5 : 1 } } },
  };
  const told = said.map(({ id, by, at, text }) => ({
    ...{ id: Number(id), content: text, message_type: kinds[by], content_type: 'text', content_attributes: {} },
    ...{ conversation_id: long(conversation), created_at: epoch(at), private: by === 'note' },
    sender: { id: people[by].id, name: people[by].name, type: types[by] ?? 'user' },
  }));
  return (rating === null ? told : [...told, survey]).sort((a, b) => a.id - b.id);
}

function ratings(world: StubWorld, query: URLSearchParams) {
  const rated = world
    .visible()
    .filter(({ rating }) => rating !== null && epoch(rating.at) >= Number(query.get('since')));
  return pageOf(rated, Number(query.get('page')), world.pageSize).map(({ id, rating }) => ({
    ...{ id: 1, rating: rating?.isGood ? 5 : 1, conversation_id: long(id), created_at: epoch(rating?.at ?? '') },
  }));
}
