/**
 * Keeps answers that take seconds over a million messages for as long as nothing they rest on has changed, and a while at
 * most: what a fingerprint does not see (a role that was corrected) shows after that.
 */
export interface KeptResults<T> {
  /** The kept answer, or a new one. */
  get(question: { key: string; fingerprint: string; now: Date; find: () => Promise<T> }): Promise<T>;
}

const keptMilliseconds = 10 * 60_000;
const mostKept = 50;

export function keepResults<T>(): KeptResults<T> {
  const kept = new Map<string, { fingerprint: string; until: number; answer: T }>();
  return {
    async get({ key, fingerprint, now, find }) {
      const known = kept.get(key);
      if (known !== undefined && known.fingerprint === fingerprint && known.until > now.getTime()) return known.answer;
      const answer = await find();
      kept.delete(key);
      kept.set(key, { fingerprint, until: now.getTime() + keptMilliseconds, answer });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}
