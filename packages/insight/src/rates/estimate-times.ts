/**
 * How long customers wait, with conversations that are still open, and how many write again.
 *
 * Counting closed conversations only flatters: an open one is a wait of at least this long. Recontact counts last week's
 * customers for the days they have been watched.
 */
import { type Estimate, estimateShareWithin, estimateTime, refuse, type WatchedTime } from '@rapport/statistics';
import type { ScoredRow } from '../scored-table.ts';

export interface WaitFacts {
  /** Instants in milliseconds; `endedAt` is null while it lasts. */
  startedAt: number;
  endedAt: number | null;
}

export interface Waits {
  medianHours: Estimate;
  ninetiethHours: Estimate;
  /** Still open when the data end. */
  open: number;
}

/** Wall-clock hours. @param now end of the data, in milliseconds */
export function estimateWaits(facts: readonly WaitFacts[], now: number): Waits {
  const rows: WatchedTime[] = facts.flatMap(({ startedAt, endedAt }) => {
    const hours = ((endedAt ?? now) - startedAt) / 3_600_000;
    return hours >= 0 ? [{ time: hours, happened: endedAt !== null }] : [];
  });
  return {
    medianHours: estimateTime({ rows, share: 0.5 }),
    ninetiethHours: estimateTime({ rows, share: 0.9 }),
    open: rows.filter(({ happened }) => !happened).length,
  };
}

export interface Recontact {
  /** Share of customers who write again within the window. */
  within: Estimate;
  /** Share resolved at once: said to be resolved, and no return within the window. */
  firstContact: Estimate;
  days: number;
}

export function estimateRecontact(
  rows: readonly Pick<ScoredRow, 'recontactDays' | 'followedDays' | 'resolved'>[],
  days = 7,
): Recontact {
  const within = estimateShareWithin({ rows: rows.flatMap(toWatched), window: days });
  const known = rows.filter(({ resolved }) => resolved !== null);
  // Not resolved is a failure from the first day; a resolved one fails on the day the customer returns.
  const failures = known.flatMap((row) => (row.resolved === false ? [{ time: 0, happened: true }] : toWatched(row)));
  const failed = estimateShareWithin({ rows: failures, window: days });
  return { within, firstContact: complement(failed), days };
}

function toWatched({ recontactDays, followedDays }: Pick<ScoredRow, 'recontactDays' | 'followedDays'>): WatchedTime[] {
  if (recontactDays !== null) return [{ time: recontactDays, happened: true }];
  return followedDays === null ? [] : [{ time: followedDays, happened: false }];
}

function complement(share: Estimate): Estimate {
  const method = 'kaplan-meier-first-contact';
  if (share.value === null) return refuse(share.reason ?? 'no_data', { n: share.n, method });
  const turned = (value: number | null) => (value === null ? null : 1 - value);
  const { inner } = share;
  return {
    ...share,
    value: 1 - share.value,
    lower: turned(share.upper),
    upper: turned(share.lower),
    ...(inner ? { inner: { lower: 1 - inner.upper, upper: 1 - inner.lower } } : {}),
    method,
  };
}
