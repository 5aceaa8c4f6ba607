/** Help Scout. An app of one's own asks for a token that lasts two days; conversations come as they change. */
import { type Fields, fieldsOf, instantOf, isFields, listIn, textOf } from '../fields-of.ts';
import { beginningOfTime, nextPlace, placeOf } from '../page-by-time.ts';
import type { ChangedItem, ChangedPage, ListWish, LoadedPart, Source, UnauthorizedApi } from '../source.ts';
import type { ApiAnswer, SourceApi } from '../source-api.ts';
import { SourceTrouble } from '../source-trouble.ts';
import { helpScoutOffer } from './offer.ts';

export const helpScoutSource: Source = {
  kind: 'help-scout',
  format: 'help-scout',
  offer: helpScoutOffer,
  authorize: async (api) => ({ authorization: `Bearer ${await fetchToken(api)}` }),
  async introduce(api) {
    const me = fieldsOf((await api.get('/v2/users/me')).body);
    await list(api, { since: null, token: null, walk: 'live' });
    return {
      account: [textOf(me.firstName), textOf(me.lastName), textOf(me.email)].filter(Boolean).join(' '),
      remarks: [],
    };
  },
  list,
  load,
};

async function fetchToken({ post, settings, secrets }: UnauthorizedApi): Promise<string> {
  const given = { client_id: settings.appId ?? '', client_secret: secrets.appSecret ?? '' };
  const answer = await post('/v2/oauth2/token', { grant_type: 'client_credentials', ...given }, 'form').catch(
    (error: unknown) => {
      // Whoever shows a wrong secret is told that the request is bad.
      const isRefused = error instanceof SourceTrouble && error.kind === 'request-refused';
      throw isRefused ? new SourceTrouble('key-refused') : error;
    },
  );
  return textOf(fieldsOf(answer.body).access_token);
}

async function list(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const place = placeOf(token, since ?? beginningOfTime);
  const query = { status: 'all', modifiedSince: plainTime(place.since), sortField: 'modifiedAt', sortOrder: 'asc' };
  const answer = fieldsOf((await api.get('/v2/conversations', { ...query, page: place.page })).body);
  const embedded = isFields(answer._embedded) ? answer._embedded : {};
  const found = listIn(embedded.conversations);
  const items = found.map((one) => ({
    id: textOf(one.id),
    at: instantOf(one.modifiedAt) || instantOf(one.userUpdatedAt),
  }));
  const page = isFields(answer.page) ? answer.page : {};
  return { items, next: nextPlace(place, items, place.page < Number(page.totalPages ?? 1)) };
}

/** Help Scout wants no fractions of a second. */
const plainTime = (iso: string): string => `${iso.slice(0, 19)}Z`;

async function load(api: SourceApi, { id, part }: ChangedItem): Promise<LoadedPart> {
  const path = `/v2/conversations/${id}`;
  const found = await findUnmerged(api, path);
  if (found === null) return { gone: [id], next: null };
  const conversation = fieldsOf(found.body);
  if (textOf(conversation.state) === 'deleted') return { gone: [id], next: null };
  const page = Number(part ?? 1);
  const answer = await findUnmerged(api, `${path}/threads`, page);
  if (answer === null) return { gone: [id], next: null };
  const body = fieldsOf(answer.body);
  const threads: Fields[] = listIn(isFields(body._embedded) ? body._embedded.threads : []);
  const { totalPages = 1 } = isFields(body.page) ? body.page : {};
  return {
    entry: { where: `conversation ${id}`, value: { ...conversation, _embedded: { threads } }, at: answer.at },
    next: page < Number(totalPages) ? String(page + 1) : null,
  };
}

/** One that was merged sends on to the conversation it went into, which is read under its own name. */
async function findUnmerged(api: SourceApi, path: string, page?: number): Promise<ApiAnswer | null> {
  try {
    return await api.find(path, { page });
  } catch (error) {
    if (error instanceof SourceTrouble && error.kind === 'redirect') return null;
    throw error;
  }
}
