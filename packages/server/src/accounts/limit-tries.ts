/** So many tries in so long a time, counted in memory; of those who try, only the latest are remembered. */
export interface TryLimit {
  /** Counts one try. @returns seconds to wait, or 0 when it may be made */
  take(key: string): number;
  /** Forgets what was counted, as after a sign-in that went well. */
  clear(key: string): void;
}

interface Counted {
  since: number;
  tries: number;
}

/** Beyond this many keys the oldest are forgotten: made-up addresses must not fill the memory. */
const mostKeys = 50_000;

export function limitTries(o: { tries: number; milliseconds: number; now: () => number }): TryLimit {
  const counted = new Map<string, Counted>();
  return {
    take: (key) => {
      const now = o.now();
      const held = counted.get(key);
      const current = held === undefined || now - held.since >= o.milliseconds ? { since: now, tries: 0 } : held;
      current.tries += 1;
      counted.delete(key);
      counted.set(key, current);
      if (counted.size > mostKeys) counted.delete(counted.keys().next().value ?? '');
      return current.tries > o.tries ? Math.ceil((current.since + o.milliseconds - now) / 1000) : 0;
    },
    clear: (key) => void counted.delete(key),
  };
}
