import {
  byChange,
  epoch,
  long,
  people,
  type StubConversation,
  type StubSource,
  type StubWorld,
} from '../stub-world.fixture.ts';

const authorization = `Basic ${Buffer.from('boss@shop.example/token:zt').toString('base64')}`;

export const zendeskStub: StubSource = {
  kind: 'zendesk',
  fields: { email: 'boss@shop.example', token: 'zt' },
  speakers: ['customer', 'agent', 'second', 'note'],
  keepsMerged: true,
  rates: true,
  answer(world, { path, query, headers }) {
    if (headers.authorization !== authorization) return { status: 401, body: { error: 'Couldn’t authenticate you' } };
    const rest = path.replace('/api/v2', '');
    if (rest === '/users/me') return { body: { user: { id: 1, name: 'Boss', email: 'boss@shop.example' } } };
    if (rest === '/incremental/tickets/cursor') return { body: listChanged(world, query) };
    if (rest === '/guide/survey_responses') return { body: surveys(world, query) };
    const [, , id = '', what] = rest.split('/');
    if (rest.startsWith('/satisfaction_ratings/')) return rating(world, id);
    const one = world.conversations.find((found) => found.id === id);
    if (one === undefined || one.isDeleted) return null;
    return what === 'comments' ? { body: comments(one, query) } : { body: { ticket: ticket(one) } };
  },
};

/** The cursor names the last ticket that was told, by its time and id. */
function listChanged(world: StubWorld, query: URLSearchParams) {
  const [at = '', id = ''] = Buffer.from(query.get('cursor') ?? '', 'base64')
    .toString()
    .split('|');
  const start = Number(query.get('start_time') ?? 0);
  const after = world.conversations
    .toSorted(byChange)
    .filter((one) => (at === '' ? epoch(one.updatedAt) >= start : `${one.updatedAt}|${one.id}` > `${at}|${id}`));
  const tickets = after.slice(0, Math.min(world.pageSize, Number(query.get('per_page'))));
  const last = tickets.at(-1);
  const cursor =
    last === undefined ? query.get('cursor') : Buffer.from(`${last.updatedAt}|${last.id}`).toString('base64');
  return { tickets: tickets.map(ticket), after_cursor: cursor, end_of_stream: tickets.length === after.length };
}

function ticket({ id, subject, messages, isDeleted, isClosed, createdAt, updatedAt, rating: rated }: StubConversation) {
  return {
    ...{ id: long(id), subject, raw_subject: subject, description: messages[0]?.text ?? '' },
    ...{ status: isDeleted ? 'deleted' : isClosed ? 'solved' : 'open', tags: [], via: { channel: 'email' } },
    ...{ requester_id: people.customer.id, submitter_id: people.customer.id, assignee_id: people.agent.id },
    satisfaction_rating:
      rated === null ? { score: 'offered' } : { id: Number(`4${id.slice(-3)}`), score: rated.isGood ? 'good' : 'bad' },
    ...{ created_at: createdAt, updated_at: updatedAt, is_public: true },
  };
}

/** Only those who were asked by the newer survey. */
function surveys(world: StubWorld, query: URLSearchParams) {
  const start = Number(query.get('filter[created_at_start]') ?? 0);
  const subject = query.get('filter[subject_zrns]');
  const found = world.visible().filter(({ id, rating: rated }) => {
    const isWanted = subject === null || subject === `zen:ticket:${id}`;
    return rated?.stars !== undefined && isWanted && Date.parse(rated.at) >= start;
  });
  const from = Number(query.get('page[after]') ?? 0);
  const some = found.slice(from, from + world.pageSize);
  const next = from + some.length;
  return {
    survey_responses: some.map(({ id, rating: rated }) => ({
      ...{ id: `s${id}`, responder_id: people.customer.id, subject_zrns: [`zen:ticket:${id}`] },
      subjects: [{ id, type: 'ticket', zrn: `zen:ticket:${id}` }],
      answers: [
        {
          ...{ type: 'rating_scale', rating: rated?.stars, created_at: rated?.at, updated_at: rated?.at },
          question: { type: 'rating_scale_numeric', options: [1, 2, 3, 4, 5].map((rating) => ({ rating })) },
        },
        { type: 'open_ended', value: 'Quick and kind.', created_at: rated?.at, updated_at: rated?.at },
      ],
    })),
    meta: { has_more: next < found.length, after_cursor: next < found.length ? String(next) : null },
  };
}

function rating(world: StubWorld, wanted: string) {
  const one = world.conversations.find(({ id }) => `4${id.slice(-3)}` === wanted);
  if (one?.rating == null) return null;
  const { isGood, about, at } = one.rating;
  return {
    body: {
      satisfaction_rating: {
        ...{ id: Number(wanted), ticket_id: long(one.id), score: isGood ? 'good' : 'bad', comment: 'So.' },
        ...{ assignee_id: people[about].id, created_at: at, updated_at: at },
      },
    },
  };
}

function comments({ messages }: StubConversation, query: URLSearchParams) {
  const from = Number(query.get('page[after]') ?? 0);
  const some = messages.slice(from, from + 100);
  const next = from + some.length;
  return {
    comments: some.map(({ id, by, at, text }) => ({
      ...{ id: Number(id), type: 'Comment', author_id: people[by].id, body: text, html_body: `<p>${text}</p>` },
      ...{ public: by !== 'note', attachments: [], via: { channel: 'email' }, created_at: at },
    })),
    users: (['customer', 'agent', 'second'] as const).map((by) => ({
      ...people[by],
      role: by === 'customer' ? 'end-user' : 'agent',
    })),
    meta: { has_more: next < messages.length, after_cursor: next < messages.length ? String(next) : null },
  };
}
