/**
 * Zammad. The past is walked as the list of tickets, which is in order of their numbers; what is new is found by the
 * search for the time of the last change, which needs Zammad's search index.
 */
import { type Fields, fieldsOf, instantOf, isFields, listOf, textOf } from '../fields-of.ts';
import { nextPlace, placeOf } from '../page-by-time.ts';
import type { ChangedItem, ChangedPage, ListWish, LoadedPart, Source } from '../source.ts';
import type { SourceApi } from '../source-api.ts';
import { zammadOffer } from './offer.ts';

export const zammadSource: Source = {
  kind: 'zammad',
  format: 'zammad',
  offer: zammadOffer,
  authorize: async ({ secrets }) => ({ authorization: `Token token=${secrets.token ?? ''}` }),
  async introduce(api) {
    const me = fieldsOf((await api.get('/api/v1/users/me')).body);
    const listed = ticketsOf((await api.get('/api/v1/tickets', { expand: 'true', page: 1, per_page: 1 })).body);
    const oldest = listed[0] === undefined ? '' : instantOf(listed[0].updated_at);
    const found = oldest === '' ? [] : await search(api, { since: oldest, page: 1 });
    const account = [textOf(me.firstname), textOf(me.lastname), textOf(me.email)].filter(Boolean).join(' ');
    if (listed.length === 0)
      return { account, remarks: ['The key sees no ticket: it may lack the right ticket.agent.'] };
    return { account, remarks: found.length > 0 ? [] : [noIndex] };
  },
  list: (api, wish) => (wish.walk === 'history' ? listPast(api, wish) : listNew(api, wish)),
  load,
};

const noIndex =
  'Zammad’s search finds nothing. Without its search index (Elasticsearch) what changes is noticed late, when its turn comes to be looked at again.';
const perPage = 100;

/** A plain list with `expand`, or a list beside its total. */
const ticketsOf = (body: unknown): Fields[] => listOf(isFields(body) && 'records' in body ? body.records : body);

async function listPast(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const page = Number(token ?? 1);
  const found = ticketsOf((await api.get('/api/v1/tickets', { expand: 'true', page, per_page: perPage })).body);
  const items = found.map(itemOf);
  // A server may give fewer than were asked for: only an empty page is the end.
  return {
    items: since === null ? items : items.filter(({ at }) => at >= since),
    next: found.length === 0 ? null : String(page + 1),
  };
}

async function listNew(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const place = placeOf(token, since ?? '1970-01-01T00:00:00.000Z');
  const items = (await search(api, place)).map(itemOf);
  return { items, next: nextPlace(place, items, items.length > 0) };
}

async function search(api: SourceApi, { since, page }: { since: string; page: number }): Promise<Fields[]> {
  const query = { query: `updated_at:[${since} TO *]`, sort_by: 'updated_at', order_by: 'asc' };
  return ticketsOf(
    (await api.get('/api/v1/tickets/search', { ...query, expand: 'true', page, per_page: perPage })).body,
  );
}

const itemOf = (ticket: Fields): { id: string; at: string } => ({
  id: textOf(ticket.id),
  at: instantOf(ticket.updated_at),
});

async function load(api: SourceApi, { id }: ChangedItem): Promise<LoadedPart> {
  const found = await api.find(`/api/v1/tickets/${id}`, { expand: 'true' });
  if (found === null) return { gone: [id], next: null };
  const ticket = fieldsOf(found.body);
  if (['merged', 'removed'].includes(stateOf(ticket))) return { gone: [id], next: null };
  const articles = await api.find(`/api/v1/ticket_articles/by_ticket/${id}`, { expand: 'true' });
  if (articles === null) return { gone: [id], next: null };
  const tags = fieldsOf((await api.get('/api/v1/tags', { object: 'Ticket', o_id: id })).body).tags;
  const value = { ...ticket, articles: listOf(articles.body), ...(Array.isArray(tags) ? { tags } : {}) };
  return { entry: { where: `ticket ${id}`, value, at: articles.at }, next: null };
}

const stateOf = ({ state }: Fields): string => textOf(isFields(state) ? state.name : state);
