/** Freshdesk's answers are codes around neutral; scales of 2, 3, 5 and 7 points use some of them each. */
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ReadItem, refusedItem } from '../json/item.ts';
import { isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { pickObject } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';

type Rating = Partial<Pick<ConversationHead, 'csatRaw' | 'csatComment' | 'csatAgentId'>>;

/** In Freshdesk's own words for them, which say the same on every scale. */
const words: Readonly<Record<string, string>> = {
  '103': 'Extremely happy',
  '102': 'Very happy',
  '101': 'Happy',
  '100': 'Neutral',
  '-101': 'Unhappy',
  '-102': 'Very unhappy',
  '-103': 'Extremely unhappy',
};

export const isRatingEntry = (entry: JsonObject): boolean => 'ticket_id' in entry && isObject(entry.ratings);

export function readRatingEntry(entry: JsonObject, o: ItemOptions): ReturnType<ReadItem> {
  const id = pickText(entry, 'ticket_id');
  if (id === '') return refusedItem('no-conversation', 'ticket_id', 'The rating names no ticket.');
  const conversation = { ...emptyHead(id), ...readRating(entry) };
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason);
  return { conversation, messages: [], hasMessageIds: true, problems: [] };
}

/** The last answer that lies with the ticket. */
export function findRating(ticket: JsonObject): Rating {
  const list = pick(ticket, 'satisfaction_ratings', 'satisfaction_rating');
  const ratings = (Array.isArray(list) ? list : [list]).filter(isObject).map(readRating);
  return ratings.findLast(({ csatRaw }) => csatRaw !== undefined) ?? {};
}

function readRating(rating: JsonObject): Rating {
  const code = pickText(pickObject(rating, 'ratings'), 'default_question');
  const csatRaw = Object.hasOwn(words, code) ? words[code] : undefined;
  if (csatRaw === undefined) return {};
  const comment = pickText(rating, 'feedback');
  const agent = pickText(rating, 'agent_id');
  return {
    csatRaw,
    ...(comment === '' ? {} : { csatComment: comment }),
    ...(agent === '' ? {} : { csatAgentId: agent }),
  };
}
