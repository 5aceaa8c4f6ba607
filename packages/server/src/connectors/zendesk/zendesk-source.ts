/**
 * Zendesk Support. The incremental export names tickets as they change, oldest first and behind a cursor that nothing can
 * shift; the comments, and whom a rating is about, are asked for by ticket. A ticket that was merged into another keeps
 * its comments, so it stays. Answers to the newer CSAT surveys stand in a list of their own.
 */
import { listPeople } from '@rapport/intake';
import { type Fields, fieldsOf, instantOf, isFields, listIn, listOf, secondsOf, textOf } from '../fields-of.ts';
import { beginningOfTime } from '../page-by-time.ts';
import type { ChangedItem, ChangedPage, ListWish, LoadedPart, Source } from '../source.ts';
import type { Query, SourceApi } from '../source-api.ts';
import { SourceTrouble } from '../source-trouble.ts';
import { zendeskOffer } from './offer.ts';

export const zendeskSource: Source = {
  kind: 'zendesk',
  format: 'zendesk',
  offer: zendeskOffer,
  authorize: async ({ settings, secrets }) => {
    const pair = `${settings.email ?? ''}/token:${secrets.token ?? ''}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  },
  async introduce(api) {
    const user = fieldsOf(fieldsOf((await api.get('/api/v2/users/me')).body).user);
    // Anybody may ask who they are; only an administrator may export.
    await api.get('/api/v2/incremental/tickets/cursor', { start_time: secondsOf(beginningOfTime), per_page: 1 });
    return { account: [textOf(user.name), textOf(user.email)].filter(Boolean).join(', '), remarks: [] };
  },
  list,
  load,
};

const perPage = 100;
/** Begins the token of the second list, after that of the tickets; no cursor of Zendesk has a blank in it. */
const surveys = 'surveys ';
/** The part of a ticket whose survey was answered: all of it, with the answer. */
const surveyed = 'surveyed';

function list(api: SourceApi, wish: ListWish): Promise<ChangedPage> {
  return wish.token?.startsWith(surveys) === true ? listSurveyed(api, wish) : listTickets(api, wish);
}

async function listTickets(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const start = secondsOf(since ?? beginningOfTime);
  const place = token === null ? { start_time: start } : { cursor: token };
  const answer = fieldsOf((await api.get('/api/v2/incremental/tickets/cursor', { ...place, per_page: perPage })).body);
  const tickets = listOf(answer.tickets);
  const isGone = ({ status }: Fields): boolean => textOf(status) === 'deleted';
  const there = tickets.filter((one) => !isGone(one));
  for (const one of there)
    await api.memory.recall(memoryName(textOf(one.id), instantOf(one.updated_at)), async () => one);
  const after = textOf(answer.after_cursor);
  return {
    items: there.map((one) => ({ id: textOf(one.id), at: instantOf(one.updated_at) })),
    gone: tickets.filter(isGone).map(({ id }) => textOf(id)),
    next: answer.end_of_stream === true || after === '' ? surveys : after,
  };
}

/** Tickets whose survey was answered; none where the plan has no surveys. */
async function listSurveyed(api: SourceApi, { since, token }: ListWish): Promise<ChangedPage> {
  const after = token?.slice(surveys.length) ?? '';
  const answer = await findResponses(api, {
    'filter[created_at_start]': Date.parse(since ?? beginningOfTime),
    ...{ 'page[size]': perPage, 'page[after]': after === '' ? undefined : after },
  });
  const items = listIn(answer.survey_responses).flatMap((one) => {
    const id = ticketOf(one);
    const answers = listIn(one.answers);
    const at = answers.map(({ updated_at, created_at }) => instantOf(updated_at) || instantOf(created_at)).sort();
    const isAnswered = answers.some(({ rating }) => textOf(rating) !== '');
    return id === '' || !isAnswered ? [] : [{ id, at: at.at(-1) ?? '', part: surveyed }];
  });
  const meta = isFields(answer.meta) ? answer.meta : {};
  const next = textOf(meta.after_cursor);
  return { items, next: meta.has_more === true && next !== '' ? surveys + next : null };
}

const ticketOf = ({ subject_zrns: names, subjects }: Fields): string => {
  const zrns = [...(Array.isArray(names) ? names : []), ...listIn(subjects).map(({ zrn }) => zrn)];
  return zrns.map((one) => /^zen:ticket:(\d{1,20})$/.exec(textOf(one))?.[1] ?? '').find(Boolean) ?? '';
};

/** Some plans have no surveys, and Help Center may be off. */
async function findResponses(api: SourceApi, query: Query): Promise<Fields> {
  const found = await api.find('/api/v2/guide/survey_responses', query).catch((error: unknown) => {
    if (error instanceof SourceTrouble && ['right-missing', 'request-refused'].includes(error.kind)) return null;
    throw error;
  });
  return found === null ? {} : fieldsOf(found.body);
}

const memoryName = (id: string, at: string): string => `ticket ${id} ${at}`;

async function load(api: SourceApi, { id, at, part }: ChangedItem): Promise<LoadedPart> {
  const ticket = await findTicket(api, id, at);
  if (ticket === null || textOf(ticket.status) === 'deleted') return { gone: [id], next: null };
  const isFirst = part === null || part === surveyed;
  const page = { 'page[size]': 100, ...(isFirst ? {} : { 'page[after]': part }), include: 'users' };
  const found = await api.find(`/api/v2/tickets/${id}/comments`, page);
  if (found === null) return { gone: [id], next: null };
  const answer = fieldsOf(found.body);
  const rating = isFirst ? await findRating(api, ticket) : null;
  const responses =
    part === surveyed || rating !== null ? await findResponses(api, { [ofSubject]: `zen:ticket:${id}` }) : {};
  const value = {
    ...ticket,
    comments: listOf(answer.comments),
    ...(rating === null ? {} : { satisfaction_ratings: [rating] }),
    ...(responses.survey_responses === undefined ? {} : { survey_responses: listIn(responses.survey_responses) }),
  };
  const meta = isFields(answer.meta) ? answer.meta : {};
  const after = textOf(meta.after_cursor);
  return {
    entry: { where: `ticket ${id}`, value, at: found.at, people: listPeople(listIn(answer.users)) },
    next: meta.has_more === true && after !== '' ? after : null,
  };
}

const ofSubject = 'filter[subject_zrns]';

/** The list that named it has told it already; only after a stop is it asked for once more. */
async function findTicket(api: SourceApi, id: string, at: string): Promise<Fields | null> {
  return api.memory.recall(memoryName(id, at), async () => {
    const found = await api.find(`/api/v2/tickets/${id}`);
    return found === null ? null : fieldsOf(fieldsOf(found.body).ticket);
  });
}

/** Whom the rating is about stands in the rating alone: by now somebody else may have the ticket. */
async function findRating(api: SourceApi, ticket: Fields): Promise<Fields | null> {
  const rating = isFields(ticket.satisfaction_rating) ? ticket.satisfaction_rating : {};
  const id = textOf(rating.id);
  if (id === '' || !/^(?:good|bad)/.test(textOf(rating.score))) return null;
  const found = await api.find(`/api/v2/satisfaction_ratings/${id}`);
  const told = found === null ? null : fieldsOf(found.body).satisfaction_rating;
  return isFields(told) ? told : null;
}
