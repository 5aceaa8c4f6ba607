/**
 * What to do next: at most three things, what is surely worth it first.
 *
 * The order, and why: a gain whose whole range lies above nothing is worth most; then promises to customers while they
 * are fresh; what surely comes up more often; a quality whose misses go together with trouble, though what lifting it
 * would bring is unknown yet; what makes the answer surer, the cheapest way only; what many customers met and nobody
 * looks after; a gain that may be nothing; and at last what there is to read. One of each kind: three ways to coach are
 * one decision. Nothing here names a person.
 *
 * @example chooseActions(facts).actions[0]?.title // 'Coach patience'
 */
import { type ActionKind, mostActions, type NextAction, type NextActions } from '@rapport/contract';
import type { ActionFacts } from './action-facts.ts';
import { findCoaching } from './find-coaching.ts';
import { findReading } from './find-reading.ts';
import { findSurer } from './find-surer.ts';
import { findTending } from './find-tending.ts';

/** Smaller comes first. */
export const actionRanks = {
  sureGain: 1,
  freshPromise: 2,
  rising: 3,
  goesTogether: 4,
  surer: 5,
  untended: 6,
  unsureGain: 7,
  oldPromise: 8,
  reading: 9,
} as const;

export interface RankedAction {
  rank: number;
  action: NextAction;
}

export function chooseActions(facts: ActionFacts): NextActions {
  // Each finder gives its own in the order of what is worth more; the sort keeps that order within a rank.
  const found = [...findCoaching(facts), ...findTending(facts), ...findSurer(facts), ...findReading(facts)].sort(
    (a, b) => a.rank - b.rank,
  );
  const kinds = new Set<ActionKind>();
  const actions: NextAction[] = [];
  for (const { action } of found) {
    if (actions.length === mostActions) break;
    if (kinds.has(action.kind)) continue;
    kinds.add(action.kind);
    actions.push(action);
  }
  return { actions, quiet: actions.length > 0 ? null : whatComesNext(facts) };
}

const weekMilliseconds = 7 * 86_400_000;

/** Older data holds nothing that is due now, late or new. */
export function isOld({ focus: { asOf }, now }: Pick<ActionFacts, 'focus' | 'now'>): boolean {
  return asOf === null || now.getTime() - Date.parse(asOf) > 2 * 86_400_000;
}

function whatComesNext(facts: ActionFacts): NonNullable<NextActions['quiet']> {
  const { coached, focus, now } = facts;
  if (coached.nextReading !== null && Date.parse(coached.nextReading) > now.getTime()) {
    return { next: 'Sessions that were planned are read then.', at: coached.nextReading };
  }
  if (focus.asOf === null || isOld(facts)) {
    return { next: 'There is more to say when newer conversations are brought in.', at: null };
  }
  const next = new Date(Date.parse(focus.asOf) + weekMilliseconds).toISOString();
  return { next: 'Another week can be compared then.', at: next };
}
