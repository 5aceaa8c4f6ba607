/** How a connection stands, in words. */
import type { Connection } from '@rapport/contract';
import { dayAndTimeWords, dayWords, timeWords } from '../design/dates.ts';
import { countOf } from '../first-run/count-words.ts';

export type StandTone = 'strength' | 'attention' | 'unsure';

/** One or two words for the mark. */
export function standOf({ state, reason, historyDone, lastReadAt }: Connection): { words: string; tone: StandTone } {
  if (state === 'paused') return { words: 'Paused', tone: 'unsure' };
  if (state === 'failing') return { words: 'Needs you', tone: 'attention' };
  if (reason?.code === 'asked-to-wait') return { words: 'Waits', tone: 'unsure' };
  if (reason !== null) return { words: 'Tries again', tone: 'unsure' };
  if (lastReadAt === null) return { words: 'Starting', tone: 'unsure' };
  return historyDone ? { words: 'Up to date', tone: 'strength' } : { words: 'Reading the past', tone: 'unsure' };
}

/** The sentences beside it: what is here, what comes next. */
export function standSentences(one: Connection, now: Date): string[] {
  const { state, reason, nextTryAt } = one;
  if (state === 'paused') return ['Nothing is asked until you let it go on. It goes on where it stopped.'];
  const next =
    nextTryAt !== null && Date.parse(nextTryAt) > now.getTime() ? `Asked again at ${momentWords(nextTryAt, now)}.` : '';
  if (reason !== null) return [reason.what, reason.wayOut, next].filter(Boolean);
  return [readWords(one, now), pastWords(one, now)].filter(Boolean);
}

function readWords({ lastReadAt }: Connection, now: Date): string {
  if (lastReadAt === null) return 'It is being asked for the first time.';
  return `It had everything new at ${momentWords(lastReadAt, now)}; it is asked every minute.`;
}

function pastWords({ historyDone, historyReadTo, historyFrom }: Connection, now: Date): string {
  const from = historyFrom === null ? '' : ` since ${dayWords(historyFrom, now)}`;
  if (historyDone) return `Its past${from} is read.`;
  return historyReadTo === null
    ? `Its past${from} comes next.`
    : `Its past${from} is being read; it has come to ${dayWords(historyReadTo, now)}.`;
}

const momentWords = (instant: string, now: Date): string =>
  new Date(instant).toDateString() === now.toDateString() ? timeWords(instant) : dayAndTimeWords(instant);

/** Asking once more would bring the same answer: first somebody has to enter another key. */
export const needsAnotherKey = ({ reason }: Pick<Connection, 'reason'>): boolean =>
  reason?.code === 'key-refused' || reason?.code === 'secret-lost';

/** The headline of the page: the marked part, and the rest. */
export function headlineOf(connections: readonly Connection[]): { marked: string; rest: string } {
  const failing = connections.filter(({ state }) => state === 'failing').length;
  const paused = connections.filter(({ state }) => state === 'paused').length;
  if (failing > 0) {
    const rest =
      connections.length > failing
        ? `, ${countOf(connections.length - failing, 'other')} ${connections.length - failing === 1 ? 'is' : 'are'} fine.`
        : '.';
    return { marked: `${countOf(failing, 'source')} ${failing === 1 ? 'needs' : 'need'} you`, rest };
  }
  const running = connections.length - paused;
  if (running === 0) return { marked: `${countOf(paused, 'source')} ${paused === 1 ? 'is' : 'are'} paused`, rest: '.' };
  return {
    marked: `${countOf(running, 'source')} ${running === 1 ? 'is' : 'are'} being read`,
    rest: paused > 0 ? `, ${countOf(paused, 'other')} ${paused === 1 ? 'is' : 'are'} paused.` : '.',
  };
}

/** What could not be read, in the words of a count. */
export function refusedWords({
  problems,
  counts,
}: {
  problems: Connection['problems'];
  counts: { refused: number };
}): string | null {
  if (problems.length === 0) return null;
  if (counts.refused > 0) return `${countOf(counts.refused, 'message')} could not be read`;
  return `${countOf(
    problems.reduce((sum, { count }) => sum + count, 0),
    'remark',
  )}, nothing refused`;
}

const reasons: Readonly<Record<string, string>> = {
  'empty-text': 'Nothing is written in it',
  'left-out': 'Taken away or kept elsewhere by the helpdesk itself',
  'unknown-value': 'A word of the helpdesk that is not known; kept as an event',
  'unknown-role': 'Nobody can tell who wrote it',
  'bad-date': 'Its time cannot be read',
  'bad-encoding': 'Written in a character set that is not read',
  'bad-mail': 'It is no mail that can be read',
  'part-left-out': 'A part of it was left out',
  'row-too-long': 'Longer than a message can be',
  'too-large': 'Too large to be taken in',
  'not-a-conversation': 'No conversation is in it',
  'ghost-rating': 'A rating that a link scanner gave',
};

/** A reason in general, where there is one; else the first as it was found. */
export const reasonWords = ({ code, reason }: { code: string; reason: string }): string =>
  reasons[code] ?? (reason || code);
