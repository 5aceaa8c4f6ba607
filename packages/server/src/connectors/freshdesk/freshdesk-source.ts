/**
 * Freshdesk. Tickets as they change, oldest first, each page from where the last one ended: Freshdesk stops counting
 * pages at 300. Then those that were deleted, and those that were rated, of which the ticket itself says nothing.
 */
import { type KnownPerson, listPeople, type People } from '@rapport/intake';
import { type Fields, fieldsOf, instantOf, listOf, textOf } from '../fields-of.ts';
import { beginningOfTime, nextPlace, placeOf } from '../page-by-time.ts';
import type { ChangedItem, ChangedPage, ListWish, LoadedPart, Source } from '../source.ts';
import type { SourceApi } from '../source-api.ts';
import { SourceTrouble } from '../source-trouble.ts';
import { freshdeskOffer } from './offer.ts';

export const freshdeskSource: Source = {
  kind: 'freshdesk',
  format: 'freshdesk',
  offer: freshdeskOffer,
  authorize: async ({ secrets }) => ({
    authorization: `Basic ${Buffer.from(`${secrets.key ?? ''}:X`).toString('base64')}`,
  }),
  async introduce(api) {
    const me = fieldsOf((await api.get('/api/v2/agents/me')).body);
    const contact = fieldsOf(me.contact ?? me);
    await api.get('/api/v2/tickets', { per_page: 1 });
    const people = await findAgents(api);
    const remarks =
      people.size > 0 ? [] : ['The key may not see the list of agents: who is staff is guessed, and marked.'];
    return { account: [textOf(contact.name), textOf(contact.email)].filter(Boolean).join(', '), remarks };
  },
  list(api, wish) {
    const [stage, token] = splitToken(wish.token);
    return stage === 'tickets'
      ? listTickets(api, { ...wish, token })
      : stage === 'deleted'
        ? listDeleted(api, { ...wish, token })
        : listRated(api, { ...wish, token });
  },
  load,
};

type Stage = 'tickets' | 'deleted' | 'rated';
const perPage = 100;

/** "deleted 2026-01-01T00:00:00.000Z 1" → where the list goes on, and in which list. */
function splitToken(token: string | null): [Stage, string | null] {
  const [stage, ...rest] = token?.split(' ') ?? [];
  return [stage === 'deleted' || stage === 'rated' ? stage : 'tickets', rest.length === 0 ? null : rest.join(' ')];
}

async function listByTime(
  api: SourceApi,
  { since, token }: ListWish,
  filter: { filter?: string },
): Promise<{ items: { id: string; at: string }[]; next: string | null }> {
  const place = placeOf(token, since ?? beginningOfTime);
  const query = { ...filter, updated_since: place.since, order_by: 'updated_at', order_type: 'asc' };
  const answer = await api.get('/api/v2/tickets', { ...query, per_page: perPage, page: place.page });
  const items = listOf(answer.body).map((one) => ({ id: textOf(one.id), at: instantOf(one.updated_at) }));
  return {
    items,
    next: nextPlace(place, items, /rel="?next"?/.test(answer.headers.link ?? '') || items.length >= perPage),
  };
}

async function listTickets(api: SourceApi, wish: ListWish): Promise<ChangedPage> {
  const { items, next } = await listByTime(api, wish, {});
  return { items, next: next === null ? 'deleted' : `tickets ${next}` };
}

async function listDeleted(api: SourceApi, wish: ListWish): Promise<ChangedPage> {
  const { items, next } = await listByTime(api, wish, { filter: 'deleted' });
  return { items: [], gone: items.map(({ id }) => id), next: next === null ? 'rated' : `deleted ${next}` };
}

async function listRated(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const page = Number(token ?? 1);
  const query = { created_since: since ?? beginningOfTime, per_page: perPage, page };
  const found = await api.find('/api/v2/surveys/satisfaction_ratings', query).catch(ifNotAllowed);
  const ratings = found === null ? [] : listOf(found.body);
  const items = ratings.map((one) => ({ id: textOf(one.ticket_id), at: instantOf(one.created_at), part: rated }));
  return { items, next: ratings.length < perPage ? null : `rated ${page + 1}` };
}

/** Some plans have no surveys, and some keys may not see them. */
const ifNotAllowed = (error: unknown): null => {
  if (error instanceof SourceTrouble && ['right-missing', 'request-refused'].includes(error.kind)) return null;
  throw error;
};

const rated = 'rated 1';

async function load(api: SourceApi, { id, part }: ChangedItem): Promise<LoadedPart> {
  const found = await api.find(`/api/v2/tickets/${id}`, { include: 'requester' });
  if (found === null) return { gone: [id], next: null };
  const ticket = fieldsOf(found.body);
  if (ticket.deleted === true) return { gone: [id], next: null };
  const page = Number(part?.split(' ').at(-1) ?? 1);
  const answer = await api.find(`/api/v2/tickets/${id}/conversations`, { per_page: perPage, page });
  if (answer === null) return { gone: [id], next: null };
  const conversations = listOf(answer.body);
  const ratings = part === rated ? await findRatings(api, id) : [];
  const value = { ...ticket, conversations, ...(ratings.length === 0 ? {} : { satisfaction_ratings: ratings }) };
  return {
    entry: { where: `ticket ${id}`, value, at: answer.at, people: await findAgents(api) },
    next: conversations.length < perPage ? null : String(page + 1),
  };
}

async function findRatings(api: SourceApi, id: string): Promise<Fields[]> {
  const found = await api.find(`/api/v2/tickets/${id}/satisfaction_ratings`).catch(ifNotAllowed);
  return found === null ? [] : listOf(found.body);
}

/** All of them; empty where the key may not see them. */
function findAgents(api: SourceApi): Promise<People> {
  return api.memory.recall('agents', async () => {
    const agents: Fields[] = [];
    for (let page = 1; ; page++) {
      const answer = await api.get('/api/v2/agents', { per_page: perPage, page }).catch(ifNotAllowed);
      const some = answer === null ? [] : listOf(answer.body);
      agents.push(...some);
      if (some.length < perPage) break;
    }
    return listPeople(agents, 'agent') satisfies ReadonlyMap<string, KnownPerson>;
  });
}
