/** How far reading a source has come: saved with what it stands for, so that a stop at any moment loses nothing. */
import { z } from 'zod';

export const mostAtOnce = 4;

const walk = z.object({
  /** Where the next page begins; null at the first. */
  token: z.string().nullable(),
  /** The newest change this walk has seen, ISO; '' before the first. */
  newest: z.string(),
});

const waiting = z.object({
  id: z.string(),
  at: z.string(),
  part: z.string().nullable(),
  walk: z.enum(['history', 'live']),
});
export type WaitingItem = z.infer<typeof waiting>;

export const syncCursor = z.object({
  /** Everything that changed before this moment is read, the past aside. */
  knownTo: z.string(),
  /** The look at what is new that is under way. */
  live: walk.nullable(),
  /** When to look again, ISO. */
  lookAt: z.string(),
  /** The past: null when all of it is read. */
  history: walk.nullable(),
  /** How far the past is read, for people. */
  historyAt: z.string(),
  /** Conversations of a page that are still to be fetched. */
  waiting: z.array(waiting),
  /** What was read lately, by id: when it had changed. Lists overlap, and nobody fetches the same thing twice for that. */
  recent: z.record(z.string(), z.string()),
  /** How many conversations are asked for side by side: fewer where the other side is slow. */
  atOnce: z.int().min(1).default(mostAtOnce),
  /** Stored conversations are looked at again in turn: our id of the last one, and the look behind which it was. */
  lookedAgainTo: z.number(),
  lookedAgainFor: z.string(),
  /** When the habits of those who write were last looked at, ISO; '' before the first time. */
  peopleAt: z.string().default(''),
});
export type SyncCursor = z.infer<typeof syncCursor>;

/** @param now ISO */
export const firstCursor = (now: string): SyncCursor => ({
  ...{ knownTo: now, live: null, lookAt: now, history: { token: null, newest: '' }, historyAt: '' },
  ...{ waiting: [], recent: {}, atOnce: mostAtOnce, lookedAgainTo: 0, lookedAgainFor: '', peopleAt: '' },
});
