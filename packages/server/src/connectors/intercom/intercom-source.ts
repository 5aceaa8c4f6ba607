/** Intercom. A search names what has changed; each conversation is then asked for, because lists hold no parts. */
import { fieldsOf, instantOf, isFields, listOf, secondsOf, textOf } from '../fields-of.ts';
import { beginningOfTime } from '../page-by-time.ts';
import type { ChangedItem, ChangedPage, ListWish, LoadedPart, Source } from '../source.ts';
import type { SourceApi } from '../source-api.ts';
import { intercomOffer } from './offer.ts';

export const intercomSource: Source = {
  kind: 'intercom',
  format: 'intercom',
  offer: intercomOffer,
  authorize: async ({ secrets }) => ({
    authorization: `Bearer ${secrets.token ?? ''}`,
    'intercom-version': '2.16',
  }),
  async introduce(api) {
    const me = fieldsOf((await api.get('/me')).body);
    const app = isFields(me.app) ? textOf(me.app.name) : '';
    await search(api, { since: beginningOfTime, token: null, perPage: 1 });
    return { account: [app, textOf(me.name)].filter(Boolean).join(', '), remarks: [] };
  },
  list: (api, { since, token }: ListWish) => search(api, { since: since ?? beginningOfTime, token, perPage: 100 }),
  load,
};

async function search(
  api: SourceApi,
  { since, token, perPage }: { since: string; token: string | null; perPage: number },
): Promise<ChangedPage> {
  // "Later than" leaves out that very second.
  const changed = { field: 'updated_at', operator: '>', value: secondsOf(since) - 1 };
  const answer = await api.post('/conversations/search', {
    query: { operator: 'AND', value: [changed] },
    sort: { field: 'updated_at', order: 'ascending' },
    pagination: { per_page: perPage, ...(token === null ? {} : { starting_after: token }) },
  });
  const body = fieldsOf(answer.body);
  const next = isFields(body.pages) && isFields(body.pages.next) ? textOf(body.pages.next.starting_after) : '';
  const items = listOf(body.conversations).map((one) => ({ id: textOf(one.id), at: instantOf(one.updated_at) }));
  return { items, next: next === '' || items.length === 0 ? null : next };
}

async function load(api: SourceApi, { id }: ChangedItem): Promise<LoadedPart> {
  const found = await api.find(`/conversations/${encodeURIComponent(id)}`);
  if (found === null) return { gone: [id], next: null };
  // One that was merged answers with the conversation it went into, which is read under its own name.
  if (textOf(fieldsOf(found.body).id) !== id) return { gone: [id], next: null };
  return { entry: { where: `conversation ${id}`, value: found.body, at: found.at }, next: null };
}
