/** Finds the row of weights that belongs to a feature. Open addressing over typed arrays: a Map was three times slower. */
export class RowTable {
  private readonly slots: Int32Array;
  private readonly rows: Int32Array;
  private readonly mask: number;

  constructor(keys: Int32Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size);
    this.rows = new Int32Array(size).fill(-1);
    for (let row = 0; row < keys.length; row += 1) {
      let slot = this.slotOf(keys[row] ?? 0);
      while (this.rows[slot] !== -1) slot = (slot + 1) & this.mask;
      this.slots[slot] = keys[row] ?? 0;
      this.rows[slot] = row;
    }
  }

  /** The row, or -1 for a feature that was never seen in training. */
  find(key: number): number {
    let slot = this.slotOf(key);
    for (;;) {
      const row = this.rows[slot] ?? -1;
      if (row === -1 || this.slots[slot] === key) return row;
      slot = (slot + 1) & this.mask;
    }
  }

  private slotOf(key: number): number {
    return (key ^ (key >>> 15)) & this.mask;
  }
}
