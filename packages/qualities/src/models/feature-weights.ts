/** The weights of features: one row of numbers per feature, added up over the features of a text. */
import type { Arena } from './arena.ts';
import type { FeatureList } from './feature-list.ts';
import { mostRows } from './kernel.ts';
import type { NumberArray } from './packed-arrays.ts';
import { RowTable } from './row-table.ts';

/** As stored: whole numbers between −127 and 127, times the scale of their column. */
export interface StoredWeights {
  keys: Int32Array;
  rows: Int8Array;
  scales: Float32Array;
}

const padded = (width: number): number => (width + 15) & ~15;

/** Bytes of arena that `FeatureWeights` takes. */
export const sizeOfWeights = ({ keys, scales }: StoredWeights): number =>
  keys.length * padded(scales.length) + padded(scales.length) * 4 + mostRows * 4 + 64;

export class FeatureWeights {
  readonly width: number;
  /** `width` and what fills it up to a multiple of 16; targets of `addTo` are so long. */
  readonly paddedWidth: number;
  private readonly table: RowTable;
  private readonly arena: Arena;
  private readonly firstRow: number;
  private readonly scales: Float32Array;
  private readonly list: Int32Array;

  constructor(arena: Arena, { keys, rows, scales }: StoredWeights) {
    this.width = scales.length;
    this.paddedWidth = padded(this.width);
    if (rows.length !== keys.length * this.width) throw new RangeError('Model weights: rows do not fit their keys.');
    const own = arena.bytes(keys.length * this.paddedWidth);
    for (let row = 0; row < keys.length; row += 1)
      own.set(rows.subarray(row * this.width, (row + 1) * this.width), row * this.paddedWidth);
    this.table = new RowTable(keys);
    this.arena = arena;
    this.firstRow = own.byteOffset;
    this.scales = arena.floats(this.paddedWidth);
    this.scales.set(scales);
    this.list = arena.integers(mostRows);
  }

  /** Adds the rows of the features from `from` up to `to` in the list, times `factor`, to `target`, which is the arena's. */
  addTo(target: Float32Array, features: FeatureList, from: number, to: number, factor: number): void {
    const { table, list, firstRow, paddedWidth } = this;
    const { keys } = features;
    let count = 0;
    for (let at = from; at < to; at += 1) {
      // In range: `to` is at most the length of the list.
      const row = table.find(keys[at] as number);
      if (row < 0) continue;
      list[count] = firstRow + row * paddedWidth;
      count += 1;
      if (count === mostRows) {
        this.add(target, count, factor);
        count = 0;
      }
    }
    if (count > 0) this.add(target, count, factor);
  }

  private add(target: Float32Array, count: number, factor: number): void {
    const { list, scales, paddedWidth } = this;
    this.arena.kernel.addRows(list.byteOffset, count, paddedWidth, scales.byteOffset, target.byteOffset, factor);
  }
}

/**
 * Rounds floats to whole steps with one scale per column. The scale lets the largest two of a thousand be cut, which
 * keeps the rest finer. Fewer steps compress better.
 */
export const storeWeights = (keys: Int32Array, floats: Float32Array, width: number, steps: number): StoredWeights => {
  const scales = new Float32Array(width);
  const column = new Float32Array(keys.length);
  for (let at = 0; at < width; at += 1) {
    for (let row = 0; row < keys.length; row += 1) column[row] = Math.abs(floats[row * width + at] ?? 0);
    column.sort();
    scales[at] = (column[Math.floor(column.length * 0.998)] ?? 0) / steps;
  }
  const rows = new Int8Array(floats.length);
  for (let at = 0; at < floats.length; at += 1) {
    const scale = scales[at % width] ?? 0;
    rows[at] = scale === 0 ? 0 : Math.max(-steps, Math.min(steps, Math.round((floats[at] ?? 0) / scale)));
  }
  return { keys, rows, scales };
};

/** Picks the arrays of one model out of the unpacked file; throws a RangeError naming what is missing. */
export const pickWeights = (arrays: ReadonlyMap<string, NumberArray>, name: string): StoredWeights => {
  const keys = arrays.get(`${name}.keys`);
  const rows = arrays.get(`${name}.rows`);
  const scales = arrays.get(`${name}.scales`);
  if (!(keys instanceof Int32Array && rows instanceof Int8Array && scales instanceof Float32Array)) {
    throw new RangeError(`The model weights hold no "${name}".`);
  }
  return { keys, rows, scales };
};

export const pickFloats = (arrays: ReadonlyMap<string, NumberArray>, name: string): Float32Array => {
  const floats = arrays.get(name);
  if (!(floats instanceof Float32Array)) throw new RangeError(`The model weights hold no "${name}".`);
  return floats;
};
