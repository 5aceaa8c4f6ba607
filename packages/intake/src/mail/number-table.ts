/** Numbers → 0, 1, 2 … in the order of their first adding, at 20 bytes each: a map of objects would take ten times that. */
export interface NumberTable {
  /** The place of the number, which is added when it is new. */
  add(value: number): number;
  /** The place, or -1. */
  find(value: number): number;
  readonly size: number;
}

export function createNumberTable(): NumberTable {
  let slots = new Int32Array(1024).fill(-1);
  let values = new Float64Array(512);
  let size = 0;
  const slotOf = (value: number): number => {
    let slot = (value ^ Math.floor(value / 4294967296)) & (slots.length - 1);
    for (let at = slots[slot] ?? -1; at >= 0 && values[at] !== value; at = slots[slot] ?? -1) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  const grow = (): void => {
    const more = new Float64Array(values.length * 2);
    more.set(values);
    values = more;
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let at = 0; at < size; at += 1) slots[slotOf(values[at] ?? 0)] = at;
  };
  return {
    add(value) {
      const slot = slotOf(value);
      const known = slots[slot] ?? -1;
      if (known >= 0) return known;
      const place = size;
      values[place] = value;
      slots[slot] = place;
      size += 1;
      if (size === values.length) grow();
      return place;
    },
    find: (value) => slots[slotOf(value)] ?? -1,
    get size() {
      return size;
    },
  };
}
