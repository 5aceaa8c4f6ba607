/**
 * One step of reading a source: a page of a list, or a few conversations of the last page. Pure but for what it asks; the
 * caller saves what came and the new cursor in one transaction, or neither.
 *
 * Two walks share the way: every minute or so what has changed since the last look, and in between the past. What both
 * meet is fetched by whoever comes first. Lists are asked from a little before the last change that is known, because a
 * change may become visible later than its own time says.
 */

import { lookEverySeconds, quietSeconds } from '../store/connection-rings.ts';
import type { ChangedItem, ChangedPage, LoadedPart, Source, SourceEntry } from './source.ts';
import type { SourceApi } from './source-api.ts';
import { SourceTrouble } from './source-trouble.ts';
import { mostAtOnce, type SyncCursor, type WaitingItem } from './sync-cursor.ts';

export interface StepResult {
  cursor: SyncCursor;
  read: ReadPart[];
  /** Conversations that are no longer there. */
  gone: string[];
  /** A look at what is new has begun with it. */
  beganLook: boolean;
  /** When the other side said all this, by its own clock. */
  at: string;
  /** Everything that has changed up to this moment is read; the past may not be. */
  isUpToDate: boolean;
  /** When there will be something to do again, ISO; null: now. */
  nextAt: string | null;
  /** The other side has asked for a pause of so many seconds, in the middle of what it did answer. */
  pauseSeconds: number | null;
}

export interface ReadPart {
  item: ChangedItem;
  entry: SourceEntry;
  /** Whether somebody else may be telling the same news at the same time. */
  isLive: boolean;
}

/** Clocks differ, transactions end late, and search indexes lag behind. */
const overlapSeconds = 300;
/** A change this fresh may be followed by another one that bears the same time. */
const settledSeconds = 120;

/**
 * @param o.historyFrom ISO; null: everything there is
 * @param o.rungAt ISO; the other side has rung since the last look began: the next one comes before its turn
 */
export async function takeStep(
  source: Source,
  api: SourceApi,
  cursor: SyncCursor,
  o: { historyFrom: string | null; rungAt: string | null },
): Promise<StepResult> {
  const now = api.now().toISOString();
  const lookAt = lookDueAt(cursor, o.rungAt);
  const [first] = cursor.waiting;
  const isLookDue = cursor.live !== null || now >= lookAt;
  // What is new goes before the past, so that an answer given now is here within a minute, also while years are read.
  if (isLookDue && first?.walk !== 'live') {
    const since = earlier(cursor.knownTo, overlapSeconds);
    const walk = cursor.live ?? { token: null, newest: '' };
    const page = await source.list(api, { since, token: walk.token, walk: 'live' });
    const newest = newestOf(page, walk.newest);
    const under = { ...queueFirst(cursor, page), live: { token: page.next, newest } };
    return {
      ...told(page, api, page.next === null ? endLook(under, newest, now) : under),
      beganLook: cursor.live === null,
    };
  }
  if (first !== undefined) return fetchSome(source, api, cursor);
  if (cursor.history !== null) {
    const page = await source.list(api, { since: o.historyFrom, token: cursor.history.token, walk: 'history' });
    const newest = newestOf(page, '');
    const under = { ...queueLast(cursor, page), historyAt: newest || cursor.historyAt };
    return told(page, api, { ...under, history: page.next === null ? null : { token: page.next, newest } });
  }
  return finish(cursor, { read: [], gone: [], at: now }, api);
}

/** When to look at what is new, ISO: after a ring before its turn, but never without end, however often somebody rings. */
export function lookDueAt({ lookAt }: Pick<SyncCursor, 'lookAt'>, rungAt: string | null): string {
  if (rungAt === null) return lookAt;
  const quietUntil = earlier(lookAt, lookEverySeconds - quietSeconds);
  const due = rungAt > quietUntil ? rungAt : quietUntil;
  return due < lookAt ? due : lookAt;
}

function told(page: ChangedPage, api: SourceApi, cursor: SyncCursor): StepResult {
  return finish(cursor, { read: [], gone: page.gone ?? [], at: api.now().toISOString() }, api);
}

function finish(cursor: SyncCursor, rest: Pick<StepResult, 'read' | 'gone' | 'at'>, api: SourceApi): StepResult {
  const isLiveWaiting = cursor.waiting.some(({ walk }) => walk === 'live');
  const isUpToDate = !isLiveWaiting && cursor.live === null && api.now().toISOString() < cursor.lookAt;
  const isIdle = isUpToDate && cursor.history === null && cursor.waiting.length === 0;
  return { cursor, ...rest, isUpToDate, nextAt: isIdle ? cursor.lookAt : null, beganLook: false, pauseSeconds: null };
}

const isFresh = ({ id, at }: { id: string; at: string }, { recent }: SyncCursor): boolean =>
  at === '' || recent[id] !== at;

function queueFirst(cursor: SyncCursor, page: ChangedPage): SyncCursor {
  const fresh = page.items.filter((item) => isFresh(item, cursor));
  const ids = new Set(fresh.map(({ id }) => id));
  const others = cursor.waiting.filter(({ id }) => !ids.has(id));
  return { ...cursor, waiting: [...fresh.map(waitFor('live')), ...others] };
}

function queueLast(cursor: SyncCursor, page: ChangedPage): SyncCursor {
  const known = new Set(cursor.waiting.map(({ id }) => id));
  const fresh = page.items.filter((item) => !known.has(item.id) && isFresh(item, cursor));
  return { ...cursor, waiting: [...cursor.waiting, ...fresh.map(waitFor('history'))] };
}

const waitFor =
  (walk: WaitingItem['walk']) =>
  ({ id, at, part = null }: { id: string; at: string; part?: string | null }): WaitingItem => ({ id, at, part, walk });

function endLook(cursor: SyncCursor, newest: string, now: string): SyncCursor {
  const knownTo = newest > cursor.knownTo ? newest : cursor.knownTo;
  const from = earlier(knownTo, 2 * overlapSeconds);
  const recent = Object.fromEntries(Object.entries(cursor.recent).filter(([, at]) => at >= from));
  return { ...cursor, knownTo, live: null, lookAt: later(now, lookEverySeconds), recent };
}

const newestOf = ({ items }: ChangedPage, before: string): string =>
  items.reduce((newest, { at }) => (at > newest ? at : newest), before);

async function fetchSome(source: Source, api: SourceApi, cursor: SyncCursor): Promise<StepResult> {
  const taken = cursor.waiting.slice(0, cursor.atOnce);
  const settled = await Promise.allSettled(taken.map((item) => loadOne(source, api, item)));
  const failed = settled.find((one) => one.status === 'rejected');
  // What has come is kept; only a step that brought nothing has failed.
  if (failed !== undefined && !settled.some(({ status }) => status === 'fulfilled')) throw failed.reason;
  const now = api.now().toISOString();
  const recent = { ...cursor.recent };
  const unfinished: WaitingItem[] = [];
  const read: ReadPart[] = [];
  const gone: string[] = [];
  for (const [index, item] of taken.entries()) {
    const one = settled[index];
    if (one?.status !== 'fulfilled') {
      unfinished.push(item);
      continue;
    }
    const part = one.value;
    if (part.entry !== undefined) read.push({ item, entry: part.entry, isLive: item.walk === 'live' });
    gone.push(...(part.gone ?? []));
    if (part.next !== null) unfinished.push({ ...item, part: part.next });
    else if (isWorthKeeping(item, cursor, now)) recent[item.id] = item.at;
  }
  const waiting = [...unfinished, ...cursor.waiting.slice(cursor.atOnce)];
  const atOnce = failed === undefined ? Math.min(mostAtOnce, cursor.atOnce + 1) : Math.max(1, cursor.atOnce - 1);
  const step = finish({ ...cursor, waiting, recent, atOnce }, { read, gone, at: now }, api);
  const pauseSeconds = pauseOf(settled);
  return pauseSeconds === null ? step : { ...step, pauseSeconds, nextAt: later(now, pauseSeconds) };
}

/** The longest pause that was asked for; null where none was. */
function pauseOf(settled: readonly PromiseSettledResult<LoadedPart>[]): number | null {
  const waits = settled.flatMap((one) => {
    const reason: unknown = one.status === 'rejected' ? one.reason : null;
    return reason instanceof SourceTrouble && reason.kind === 'asked-to-wait'
      ? [Math.max(1, reason.waitSeconds ?? 60)]
      : [];
  });
  return waits.length === 0 ? null : Math.max(...waits);
}

/** Lists will show it once more, and it will not change again under the same time. */
const isWorthKeeping = ({ at }: WaitingItem, { knownTo }: SyncCursor, now: string): boolean =>
  at !== '' && at < earlier(now, settledSeconds) && at >= earlier(knownTo, 2 * overlapSeconds);

/** One conversation that is too large must not hold up all others; it is named where a person can see it. */
async function loadOne(source: Source, api: SourceApi, item: WaitingItem): Promise<LoadedPart> {
  try {
    return await source.load(api, item);
  } catch (error) {
    if (!(error instanceof SourceTrouble) || error.kind !== 'too-large') throw error;
    return { entry: { where: `conversation ${item.id}`, value: tooLarge }, next: null };
  }
}

/** Stands in the place of an answer that was not taken in. */
export const tooLarge = Symbol('too large');

const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
const earlier = (at: string, seconds: number): string => later(at, -seconds);
