/** How often one address may ring: more is refused before its connection is looked up and anything is written. */
export interface CallCount {
  /** @returns seconds to wait; 0: it is taken */
  count(address: string): number;
}

const windowMilliseconds = 60_000;
/** Freshdesk itself sends at most a thousand an hour. */
const mostInWindow = 120;

/** Of one process; addresses that exist are the only ones it is asked about, so it stays small. */
export function createCallCount(now: () => Date): CallCount {
  const windows = new Map<string, { from: number; calls: number }>();
  return {
    count: (address) => {
      const at = now().getTime();
      const found = windows.get(address);
      if (found === undefined || at - found.from >= windowMilliseconds) {
        windows.set(address, { from: at, calls: 1 });
        return 0;
      }
      found.calls += 1;
      return found.calls <= mostInWindow ? 0 : Math.ceil((found.from + windowMilliseconds - at) / 1000);
    },
  };
}
