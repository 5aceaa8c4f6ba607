import {
  byChange,
  pageOf,
  people,
  type Speaker,
  type StubConversation,
  type StubSource,
  type StubWorld,
} from '../stub-world.fixture.ts';

const login = (by: Speaker): string => ({ customer: 'ann@mail.example', second: 'jonas' })[by as string] ?? 'mara';
const user = (by: Speaker) => ({ type: 'user', id: login(by), _url: `https://rt.example/REST/2.0/user/${login(by)}` });
const plain = (iso: string): string => `${iso.slice(0, 19)}Z`;

/** REST 2 of RT 5, as far as it is asked. */
export const requestTrackerStub: StubSource = {
  kind: 'request-tracker',
  fields: { token: '1-2-abc' },
  speakers: ['customer', 'agent', 'second', 'note'],
  answer(world, { path, query, headers }) {
    if (headers.authorization !== 'token 1-2-abc') return { status: 401, body: { message: 'Unauthorized' } };
    const rest = path.replace('/REST/2.0', '');
    if (rest === '/rt') return { body: { Version: '5.0.3' } };
    if (rest === '/tickets') return { body: search(world, query) };
    const [, kind, id = '', what] = rest.split('/');
    if (kind === 'ticket' && what === 'attachments') return attachments(world, id, query);
    if (kind === 'ticket') return what === undefined ? ticket(world, id) : history(world, id, query);
    if (kind === 'attachment') return attachment(world, id);
    if (kind === 'user') {
      const by = decodeURIComponent(id) === 'jonas' ? 'second' : 'agent';
      return { body: { Privileged: 1, RealName: people[by].name, EmailAddress: people[by].email } };
    }
    return null;
  },
};

function search(world: StubWorld, query: URLSearchParams) {
  const wish = query.get('query') ?? '';
  const after = /id > (\d+)/.exec(wish)?.[1];
  const since = /LastUpdated > '([^']+)'/.exec(wish)?.[1];
  const found = world.conversations
    .filter(({ mergedInto }) => mergedInto === null)
    .filter(({ isDeleted }) => !isDeleted || wish.includes("Status = 'deleted'"))
    .filter(({ id }) => after === undefined || BigInt(id) > BigInt(after))
    .filter(({ updatedAt }) => since === undefined || updatedAt > since.replace(' ', 'T'));
  found.sort(query.get('orderby') === 'id' ? (a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1) : byChange);
  if (query.get('order') === 'DESC') found.reverse();
  const items = pageOf(found, Number(query.get('page') ?? 1), Math.min(world.pageSize, Number(query.get('per_page'))));
  return {
    ...{
      count: items.length,
      page: Number(query.get('page') ?? 1),
      per_page: world.pageSize,
      total: null,
      pages: null,
    },
    items: items.map(({ id, updatedAt }) => ({ type: 'ticket', id, _url: '', LastUpdated: plain(updatedAt) })),
  };
}

const find = (world: StubWorld, id: string): StubConversation | undefined => {
  const one = world.conversations.find((found) => found.id === id);
  return one?.mergedInto == null ? one : find(world, one.mergedInto);
};

function ticket(world: StubWorld, wanted: string) {
  const one = find(world, wanted);
  if (one === undefined) return null;
  const { id, subject, isDeleted, isClosed, createdAt, updatedAt } = one;
  return {
    body: {
      ...{ type: 'ticket', id, EffectiveId: { type: 'ticket', id, _url: '' }, Subject: subject },
      ...{ Status: isDeleted ? 'deleted' : isClosed ? 'resolved' : 'open', Queue: { type: 'queue', id: '1' } },
      ...{ Owner: user('agent'), Requestor: [user('customer')], Cc: [] },
      ...{ Created: plain(createdAt), LastUpdated: plain(updatedAt) },
    },
  };
}

function history(world: StubWorld, wanted: string, query: URLSearchParams) {
  const one = find(world, wanted);
  if (one === undefined) return null;
  const said = one.messages.map(({ id, by, at, from }, index) => ({
    ...{ type: 'transaction', id, Type: index === 0 ? 'Create' : by === 'note' ? 'Comment' : 'Correspond' },
    ...{ Creator: user(by), Created: plain(at), ObjectId: from ?? one.id },
  }));
  return { body: paged(said, query) };
}

/** Nobody is told how many there are in all. */
function paged(all: readonly unknown[], query: URLSearchParams) {
  const [page, size] = [Number(query.get('page') ?? 1), Math.min(100, Number(query.get('per_page') ?? 20))];
  const items = pageOf(all, page, size);
  return { count: items.length, page, per_page: size, total: null, pages: null, items };
}

/** A mail in one of its two forms, and a picture. */
function attachments(world: StubWorld, wanted: string, query: URLSearchParams) {
  const all = (find(world, wanted)?.messages ?? []).flatMap(({ id, by }) => {
    const part = (place: number, ContentType: string, Filename = '') => ({
      ...{ type: 'attachment', id: `${id}${place}`, ContentType, Filename, TransactionId: id },
    });
    const form = by === 'note' ? part(2, 'text/html') : part(1, 'text/plain');
    return [part(0, 'multipart/mixed'), form, part(3, 'image/png', 'box.png')];
  });
  return { body: paged(all, query) };
}

function attachment(world: StubWorld, wanted: string) {
  const message = world.conversations.flatMap(({ messages }) => messages).find(({ id }) => id === wanted.slice(0, -1));
  if (message === undefined) return null;
  const text = wanted.endsWith('2') ? `<p>${message.text}</p>` : message.text;
  return { body: { id: wanted, Content: Buffer.from(text).toString('base64') } };
}
