/** What may be kept between two pieces of one work, in this process alone: never on a disk. */

export interface ShortMemory {
  recall<T>(name: string, make: () => Promise<T>): Promise<T>;
  forget(name: string): void;
}

const keptMilliseconds = 10 * 60_000;
const mostKept = 5000;

/** One for a whole process. `key` names a connection in its present form: whoever changes it begins anew. */
export function createShortMemories(now: () => number): (key: string) => ShortMemory {
  const memories = new Map<string, Map<string, { value: Promise<unknown>; until: number }>>();
  return (key) => {
    const own = memories.get(key) ?? new Map();
    memories.set(key, own);
    return {
      recall: <T>(name: string, make: () => Promise<T>): Promise<T> => {
        const known = own.get(name);
        // Whatever stands under a name was put there by the same caller, who knows its type.
        if (known !== undefined && known.until > now()) return known.value as Promise<T>;
        const value = make();
        if (own.size >= mostKept) own.clear();
        own.set(name, { value, until: now() + keptMilliseconds });
        value.catch(() => own.delete(name));
        return value;
      },
      forget: (name) => void own.delete(name),
    };
  };
}
