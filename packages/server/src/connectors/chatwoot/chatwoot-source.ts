/**
 * Chatwoot. Lists come with the newest activity first, so what moves while pages are turned is seen twice and never
 * passed over. Messages are asked for from the first one on, a hundred at a time.
 */
import { fieldsOf, instantOf, isFields, listOf, secondsOf, textOf } from '../fields-of.ts';
import type { ChangedItem, ChangedPage, ListWish, LoadedPart, Source } from '../source.ts';
import type { SourceApi } from '../source-api.ts';
import { SourceTrouble } from '../source-trouble.ts';
import { chatwootOffer } from './offer.ts';

export const chatwootSource: Source = {
  kind: 'chatwoot',
  format: 'chatwoot',
  offer: chatwootOffer,
  authorize: async ({ secrets }) => ({ api_access_token: secrets.token ?? '' }),
  async introduce(api) {
    const profile = fieldsOf((await api.get('/api/v1/profile')).body);
    await listConversations(api, 1);
    return { account: [textOf(profile.name), textOf(profile.email)].filter(Boolean).join(', '), remarks: [] };
  },
  list: (api, wish) => (wish.token?.startsWith(ratingsAt) ? listRated(api, wish) : listActive(api, wish)),
  load,
};

const account = (api: SourceApi): string => `/api/v1/accounts/${encodeURIComponent(api.settings.account ?? '')}`;

async function listConversations(api: SourceApi, page: number): Promise<{ id: string; at: string }[]> {
  const answer = fieldsOf((await api.get(`${account(api)}/conversations`, { status: 'all', page })).body);
  const data = isFields(answer.data) ? answer.data : answer;
  return listOf(data.payload).map((one) => ({
    id: textOf(one.id),
    at: instantOf(one.last_activity_at) || instantOf(one.created_at),
  }));
}

async function listActive(api: SourceApi, { since, token, walk }: ListWish): Promise<ChangedPage> {
  const page = Number(token ?? 1);
  const found = await listConversations(api, page);
  const items = since === null ? found : found.filter(({ at }) => at >= since);
  const isLast = found.length === 0 || items.length < found.length;
  return { items, next: isLast ? (walk === 'live' ? `${ratingsAt}1` : null) : String(page + 1) };
}

const ratingsAt = 'ratings ';

/** An answer to a survey is no activity: the list of conversations does not show it. */
async function listRated(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const page = Number(token?.slice(ratingsAt.length) ?? 1);
  const until = secondsOf(api.now().toISOString()) + 86_400;
  const query = { page, since: since === null ? 0 : secondsOf(since), until };
  const found = await api.find(`${account(api)}/csat_survey_responses`, query).catch((error: unknown) => {
    // Only administrators may see this list; whoever may not, gets ratings with the next message.
    if (error instanceof SourceTrouble && ['right-missing', 'key-refused'].includes(error.kind)) return null;
    throw error;
  });
  const list = found === null ? [] : Array.isArray(found.body) ? found.body.filter(isFields) : [];
  const items = list.map((one) => ({ id: textOf(one.conversation_id), at: instantOf(one.created_at) }));
  return { items: items.filter(({ id }) => id !== ''), next: items.length === 0 ? null : `${ratingsAt}${page + 1}` };
}

const messagesAtOnce = 100;

async function load(api: SourceApi, { id, part }: ChangedItem): Promise<LoadedPart> {
  const path = `${account(api)}/conversations/${encodeURIComponent(id)}`;
  const found = await api.find(path);
  if (found === null) return { gone: [id], next: null };
  const answer = await api.find(`${path}/messages`, { after: part ?? '0' });
  if (answer === null) return { gone: [id], next: null };
  const messages = listOf(fieldsOf(answer.body).payload);
  const last = messages.reduce((most, one) => Math.max(most, Number(textOf(one.id))), 0);
  return {
    entry: { where: `conversation ${id}`, value: { ...fieldsOf(found.body), id, messages }, at: answer.at },
    next: messages.length < messagesAtOnce ? null : String(last),
  };
}
