/**
 * Finds the row of weights that belongs to a feature. Open addressing over one typed array, in which key and row stand
 * side by side so that a look costs one place of memory: a Map was three times slower.
 */
export class RowTable {
  /** Key, then row, for each slot. */
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(keys: Int32Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2).fill(-1);
    for (let row = 0; row < keys.length; row += 1) {
      const key = keys[row] ?? 0;
      let slot = slotOf(key) & this.mask;
      while (this.slots[slot * 2 + 1] !== -1) slot = (slot + 1) & this.mask;
      this.slots[slot * 2] = key;
      this.slots[slot * 2 + 1] = row;
    }
  }

  /** The row, or -1 for a feature that was never seen in training. */
  find(key: number): number {
    const { slots, mask } = this;
    let slot = slotOf(key) & mask;
    for (;;) {
      const row = slots[slot * 2 + 1] ?? -1;
      if (row === -1 || slots[slot * 2] === key) return row;
      slot = (slot + 1) & mask;
    }
  }
}

const slotOf = (key: number): number => key ^ (key >>> 15);
