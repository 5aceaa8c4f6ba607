/**
 * LibreDesk. Its list comes with the newest first; the walk for what is new ends at a page on which nothing is. Messages
 * stand under an address of their own.
 */
import { type Fields, fieldsOf, instantOf, isFields, listOf, textOf } from '../fields-of.ts';
import type { ChangedItem, ChangedPage, ListWish, LoadedPart, Source } from '../source.ts';
import type { SourceApi } from '../source-api.ts';
import { libredeskOffer } from './offer.ts';

export const libredeskSource: Source = {
  kind: 'libredesk',
  format: 'libredesk',
  offer: libredeskOffer,
  authorize: async ({ settings, secrets }) => ({
    authorization: `token ${settings.key ?? ''}:${secrets.secret ?? ''}`,
  }),
  async introduce(api) {
    const { total } = await listPage(api, 1, 1);
    const remarks = total === 0 ? ['The key sees no conversation yet.'] : [];
    return { account: `LibreDesk, ${total} conversations`, remarks };
  },
  list,
  load,
};

const base = '/api/v1/conversations';
const perPage = 100;

/** What stands inside the envelope. */
const dataOf = (body: unknown): Fields => {
  const fields = fieldsOf(body);
  return isFields(fields.data) ? fields.data : fields;
};

async function listPage(
  api: SourceApi,
  page: number,
  size: number,
): Promise<{ items: { id: string; at: string }[]; pages: number; total: number }> {
  const data = dataOf((await api.get(`${base}/all`, { page, page_size: size })).body);
  const items = (data.results === null ? [] : listOf(data.results)).map((one) => ({
    id: textOf(one.uuid),
    at: lastChange(one),
  }));
  return { items, pages: Number(data.total_pages ?? 1), total: Number(data.total ?? items.length) };
}

/** The latest of all times that stand on it. */
const lastChange = (one: Fields): string =>
  ['updated_at', 'last_message_at', 'last_reply_at', 'resolved_at', 'closed_at', 'csat_responded_at', 'created_at']
    .map((name) => instantOf(one[name]))
    .reduce((latest, at) => (at > latest ? at : latest), '');

async function list(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const page = Number(token ?? 1);
  const found = await listPage(api, page, perPage);
  const items = since === null ? found.items : found.items.filter(({ at }) => at >= since);
  return { items, next: items.length === 0 || page >= found.pages ? null : String(page + 1) };
}

async function load(api: SourceApi, { id, part }: ChangedItem): Promise<LoadedPart> {
  const path = `${base}/${encodeURIComponent(id)}`;
  const found = await api.find(path);
  if (found === null) return { gone: [id], next: null };
  const page = Number(part ?? 1);
  const answer = await api.find(`${path}/messages`, { page, page_size: perPage });
  if (answer === null) return { gone: [id], next: null };
  const data = dataOf(answer.body);
  const messages = Array.isArray(data.results) ? data.results : [];
  return {
    entry: { where: `conversation ${id}`, value: { ...dataOf(found.body), messages }, at: answer.at },
    next: page < Number(data.total_pages ?? 1) ? String(page + 1) : null,
  };
}
