/**
 * Both rating systems of Zendesk: the older good or bad, on the ticket or in a list of its own, and the answers to CSAT
 * surveys on a scale. "Offered" is no answer.
 */
import { readCsat } from '../fields/read-csat.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ReadItem, refusedItem } from '../json/item.ts';
import { asText, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { pickObject } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';

export type TicketRating = Pick<ConversationHead, 'csatRaw' | 'csatMax' | 'csatComment' | 'csatAgentId'>;

const isScore = (entry: JsonObject): boolean => 'ticket_id' in entry && 'score' in entry && !('comments' in entry);
const isSurveyResponse = (entry: JsonObject): boolean =>
  Array.isArray(entry.answers) && (Array.isArray(entry.subjects) || Array.isArray(entry.subject_zrns));

/** Whether an entry is an answer of a customer that stands by itself. */
export const isRatingEntry = (entry: JsonObject): boolean => isScore(entry) || isSurveyResponse(entry);

/** An answer by itself changes its conversation and adds no message. */
export function readRatingEntry(entry: JsonObject, o: ItemOptions): ReturnType<ReadItem> {
  const id = isScore(entry) ? pickText(entry, 'ticket_id') : findSubject(entry);
  if (id === '') return refusedItem('no-conversation', 'ticket_id', 'The rating names no ticket.');
  const conversation = { ...emptyHead(id), ...(isScore(entry) ? readScore(entry) : readSurvey(entry)) };
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason);
  return { conversation, messages: [], hasMessageIds: true, problems: [] };
}

/** The answer on a ticket; of several the last one given. */
export function findTicketRating(ticket: JsonObject, beside: JsonObject): TicketRating {
  for (const holder of [ticket, beside]) {
    for (const name of ['survey_responses', 'csat_survey_responses', 'satisfaction_ratings']) {
      const list = pick(holder, name);
      const found = (Array.isArray(list) ? list : [])
        .filter(isObject)
        .map((one) => (isSurveyResponse(one) || Array.isArray(one.answers) ? readSurvey(one) : readScore(one)))
        .findLast(({ csatRaw }) => csatRaw !== null);
      if (found) return { ...agentOf(ticket, beside), ...found };
    }
  }
  const rating = pick(ticket, 'satisfaction_rating', 'satisfactionScore');
  if (isObject(rating)) return readScore(rating);
  const comment = pickText(ticket, 'satisfactionComment');
  return { csatRaw: readCsat(asText(rating)), csatMax: null, ...(comment === '' ? {} : { csatComment: comment }) };
}

/** A survey names nobody; the older rating that Zendesk makes of the same answer says whom it is about. */
function agentOf(...holders: readonly JsonObject[]): Pick<TicketRating, 'csatAgentId'> {
  const ratings = holders.flatMap((one) => pick(one, 'satisfaction_ratings')).filter(isObject);
  const id = ratings.map((one) => readScore(one).csatAgentId).findLast((one) => one !== undefined);
  return id === undefined ? {} : { csatAgentId: id };
}

function readScore(rating: JsonObject): TicketRating {
  const csatRaw = readCsat(pickText(rating, 'score'));
  const comment = pickText(rating, 'comment');
  const agent = pickText(rating, 'assignee_id');
  return {
    csatRaw,
    csatMax: null,
    ...(csatRaw === null || comment === '' ? {} : { csatComment: comment }),
    ...(csatRaw === null || agent === '' ? {} : { csatAgentId: agent }),
  };
}

/** The first answer on a scale, and the first in words. */
function readSurvey(response: JsonObject): TicketRating {
  const answers = Array.isArray(response.answers) ? response.answers.filter(isObject) : [];
  const onScale = answers.find((one) => pickText(one, 'rating') !== '');
  const comment = answers.map((one) => pickText(one, 'value', 'text', 'comment')).find((text) => text.trim() !== '');
  const csatRaw = onScale ? readCsat(pickText(onScale, 'rating')) : null;
  return {
    csatRaw,
    csatMax: csatRaw === null || !onScale ? null : findTop(onScale),
    ...(comment === undefined ? {} : { csatComment: comment }),
  };
}

/** The highest option of the question; five where the answer does not repeat its question. */
function findTop(answer: JsonObject): number {
  const options = pick(pickObject(answer, 'question'), 'options');
  const ratings = (Array.isArray(options) ? options : [])
    .filter(isObject)
    .map((one) => Number(pickText(one, 'rating')));
  const top = Math.max(0, ...ratings.filter(Number.isFinite));
  return top > 0 ? top : 5;
}

/** The ticket a survey was about: {"type":"ticket","id":"35"} or {"zrn":"zen:ticket:35"}. */
function findSubject(response: JsonObject): string {
  const names = Array.isArray(response.subject_zrns) ? response.subject_zrns : [];
  const named = names.map((one) => /^zen:ticket:(\d{1,20})$/.exec(asText(one))?.[1]).find(Boolean);
  if (named) return named;
  for (const one of Array.isArray(response.subjects) ? response.subjects.filter(isObject) : []) {
    const zrn = /^zen:ticket:(\d{1,20})$/.exec(pickText(one, 'zrn'))?.[1];
    if (zrn) return zrn;
    if (/^(?:zen:)?ticket$/.test(pickText(one, 'type'))) return pickText(one, 'id');
  }
  return '';
}
