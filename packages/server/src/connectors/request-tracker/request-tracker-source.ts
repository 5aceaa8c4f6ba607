/**
 * Request Tracker 5 over REST 2. The past is walked by ticket number, which never moves; what is new by the time of the
 * last change, newest first, until what is known begins. Words come from the single attachment, where they are always
 * packed the same way; a list of attachments would bring every picture along.
 */
import type { People } from '@rapport/intake';
import { type Fields, fieldsOf, isFields, listIn, listOf, textOf } from '../fields-of.ts';
import type { ChangedItem, ChangedPage, ListWish, LoadedPart, Source } from '../source.ts';
import type { SourceApi } from '../source-api.ts';
import { findPeople } from './find-people.ts';
import { listAttachments } from './list-attachments.ts';
import { requestTrackerOffer } from './offer.ts';

export const requestTrackerSource: Source = {
  kind: 'request-tracker',
  format: 'request-tracker',
  offer: requestTrackerOffer,
  authorize: async ({ secrets }) => ({ authorization: `token ${secrets.token ?? ''}` }),
  async introduce(api) {
    const answer = fieldsOf((await api.get(`${base}/rt`)).body);
    const found = fieldsOf((await api.get(`${base}/tickets`, { query: everything(''), per_page: 1 })).body);
    const version = textOf(answer.Version);
    const remarks = listIn(found.items).length > 0 ? [] : ['The key sees no ticket: it may lack the right ShowTicket.'];
    return { account: version === '' ? 'Request Tracker' : `Request Tracker ${version}`, remarks };
  },
  list: (api, wish) => (wish.walk === 'history' ? listPast(api, wish) : listNew(api, wish)),
  load,
};

const base = '/REST/2.0';
const perPage = 100;
/** Few enough that also a slow server has answered all that belongs to them within one piece of work. */
const transactionsAtOnce = 20;
const fields = 'Subject,Status,Queue,Owner,Requestor,Cc,Created,LastUpdated,Resolved,EffectiveId,CustomFields';

/** Naming both keeps RT from leaving out what was deleted. */
const everything = (more: string): string => `(Status = 'deleted' OR Status != 'deleted')${more}`;

async function listPast(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const after = token ?? '0';
  const changed = since === null ? '' : ` AND LastUpdated > '${dayBefore(since)}'`;
  const query = { query: everything(` AND id > ${after}${changed}`), orderby: 'id', order: 'ASC' };
  const items = await ask(api, { ...query, per_page: perPage });
  // Tickets nobody may see are left out of a page, so only an empty one is the end.
  return { items, next: items.at(-1)?.id ?? null };
}

async function listNew(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const page = Number(token ?? 1);
  const from = since ?? '1970-01-01T00:00:00Z';
  const found = await ask(api, {
    ...{ query: everything(` AND LastUpdated > '${dayBefore(from)}'`), orderby: 'LastUpdated', order: 'DESC' },
    ...{ per_page: perPage, page },
  });
  const items = found.filter(({ at }) => at >= from);
  return { items, next: found.length === 0 || items.length < found.length ? null : String(page + 1) };
}

/** RT reads dates in the zone of whoever asks: a day earlier is early enough everywhere. */
const dayBefore = (iso: string): string =>
  new Date(Date.parse(iso) - 26 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

async function ask(api: SourceApi, query: Record<string, string | number>): Promise<{ id: string; at: string }[]> {
  const answer = fieldsOf((await api.get(`${base}/tickets`, { ...query, fields: 'LastUpdated' })).body);
  return listOf(answer.items).map((one) => ({ id: textOf(one.id), at: iso(one.LastUpdated) }));
}

const iso = (value: unknown): string => {
  const time = Date.parse(textOf(value));
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
};

async function load(api: SourceApi, { id, part }: ChangedItem): Promise<LoadedPart> {
  const found = await api.find(`${base}/ticket/${id}`, { fields });
  if (found === null) return { gone: [id], next: null };
  const ticket = fieldsOf(found.body);
  if (textOf(ticket.Status) === 'deleted') return { gone: [id], next: null };
  const survivor =
    textOf(isFields(ticket.EffectiveId) ? ticket.EffectiveId.id : ticket.EffectiveId) || textOf(ticket.id);
  // A merged ticket answers with the one it was merged into, which is read by itself.
  if (survivor !== id && survivor !== '') return { gone: [id], next: null };
  const page = Number(part ?? 1);
  const answer = fieldsOf(
    (
      await api.get(`${base}/ticket/${id}/history`, {
        ...{ fields: 'Type,ObjectId,Creator,Created', 'fields[Creator]': 'Name,RealName,EmailAddress' },
        ...{ per_page: transactionsAtOnce, page },
      })
    ).body,
  );
  const history = listOf(answer.items);
  const people = await findPeople(api, history, ticket);
  const attached = await listAttachments(api, { id, state: textOf(ticket.LastUpdated), history });
  const value = {
    ...ticket,
    id,
    history: history.map((one) => ({
      ...withName(one, people),
      attachments: attached.get(textOf(one.id)) ?? [],
    })),
  };
  return {
    entry: { where: `ticket ${id}`, value, at: found.at, people },
    gone: mergedInto(history, id),
    next: hasMore(answer, history.length, page) ? String(page + 1) : null,
  };
}

const hasMore = (answer: Fields, items: number, page: number): boolean =>
  typeof answer.pages === 'number' ? page < answer.pages : items > 0;

/** Tickets whose history this one has taken over: what happened there still bears their number. */
function mergedInto(history: readonly Fields[], id: string): string[] {
  const numbers = history.map(({ ObjectId: said }) => textOf(isFields(said) ? said.id : said));
  return [...new Set(numbers)].filter((number) => number !== '' && number !== id);
}

/** Who may see names only on the page of a person is told logins in the history. */
function withName(transaction: Fields, people: People): Fields {
  const { Creator } = transaction;
  if (!isFields(Creator) || textOf(Creator.RealName) !== '') return transaction;
  const name = people.get(textOf(Creator.id))?.name ?? '';
  return name === '' ? transaction : { ...transaction, Creator: { ...Creator, RealName: name } };
}
