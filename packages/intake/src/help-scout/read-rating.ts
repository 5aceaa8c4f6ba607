/**
 * Ratings stand on the thread they are about, and so on its author. They come from links in each mail, which scanners of
 * mail servers follow too: an answer within seconds of the mail, or several at once, was given by nobody.
 */
import { readTime } from '../fields/read-time.ts';
import { checkHead } from '../json/check-texts.ts';
import { emptyHead } from '../json/empty-head.ts';
import { type ItemOptions, type ItemProblem, type ReadItem, refusedItem } from '../json/item.ts';
import { asPerson, isObject, type JsonObject, pick, pickText } from '../json/pick.ts';
import { asFullPerson } from '../json/read-parts.ts';
import type { ConversationHead } from '../record.ts';

type Rating = Partial<Pick<ConversationHead, 'csatRaw' | 'csatComment' | 'csatAgentId'>>;

/** Nobody opens a mail, reads it and decides in less. */
const fastestHumanMs = 5000;

const words: Readonly<Record<string, string>> = {
  '1': 'great',
  '2': 'okay',
  '3': 'not good',
  great: 'great',
  ok: 'okay',
  okay: 'okay',
  good: 'great',
  'not-good': 'not good',
  not_good: 'not good',
  'not good': 'not good',
  notgood: 'not good',
  bad: 'not good',
};

/** An entry of the report of ratings; its names come in more than one casing. */
export const isRatingEntry = (entry: JsonObject): boolean =>
  'ratingId' in entry && ('threadid' in entry || 'threadId' in entry);

export function readRatingEntry(entry: JsonObject, o: ItemOptions): ReturnType<ReadItem> {
  const id = pickText(entry, 'id', 'conversationId', 'conversationid');
  if (id === '') return refusedItem('no-conversation', 'id', 'The rating names no conversation.');
  const word = words[pickText(entry, 'ratingId')];
  const conversation = {
    ...emptyHead(id),
    ...(word === undefined ? {} : told(word, pickText(entry, 'ratingComments'), pickText(entry, 'ratingUserId'))),
  };
  const bad = checkHead(conversation, o.limits);
  if (bad) return refusedItem(bad.code, bad.column, bad.reason);
  return { conversation, messages: [], hasMessageIds: true, problems: [] };
}

/** The last answer of a person on the threads of a conversation. */
export function findRating(threads: readonly JsonObject[], warnings: ItemProblem[]): Rating {
  const given = threads.flatMap((thread) => {
    const rating = pick(thread, 'rating');
    const answer = isObject(rating) ? rating : {};
    const word =
      words[
        (isObject(rating)
          ? pickText(rating, 'rating', 'value', 'name', 'id')
          : pickText(thread, 'rating')
        ).toLowerCase()
      ];
    if (word === undefined) return [];
    const at = milliseconds(pickText(answer, 'createdAt', 'created_at', 'timestamp'));
    return [{ thread, answer, word, at, sentAt: milliseconds(pickText(thread, 'createdAt')) }];
  });
  const human = given.filter(({ at, sentAt }, index) => {
    if (at === null) return true;
    const isTooFast = sentAt !== null && at - sentAt < fastestHumanMs;
    return (
      !isTooFast &&
      !given.some((other, place) => place !== index && other.at !== null && Math.abs(other.at - at) < 2000)
    );
  });
  if (human.length < given.length) warnings.push({ code: 'ghost-rating', column: 'rating', reason: '', units: 0 });
  const last = human.toSorted((a, b) => (a.at ?? a.sentAt ?? 0) - (b.at ?? b.sentAt ?? 0)).at(-1);
  if (!last) return {};
  const author = asFullPerson(pick(last.thread, 'createdBy')).id || asPerson(pick(last.thread, 'assignedTo')).id;
  return told(last.word, pickText(last.answer, 'comments', 'comment'), author);
}

const told = (word: string, comment: string, agent: string): Rating => ({
  csatRaw: word,
  ...(comment === '' ? {} : { csatComment: comment }),
  ...(agent === '' ? {} : { csatAgentId: `user-${agent}` }),
});

function milliseconds(written: string): number | null {
  const time = readTime(written, { dayFirst: false, timeZone: null });
  return time.kind === 'instant' ? Date.parse(time.at) : null;
}
