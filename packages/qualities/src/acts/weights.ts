/** The measured weights of cues, circumstances and words, unpacked from the generated file. */
import type { Act } from '@rapport/contract';
import type { Cue } from './cue.ts';

/** As written by `npx tsx bench/acts.ts fit`. */
export interface PackedWeights {
  acts: readonly string[];
  /** Hash of each cue the weights were measured for, in order, as base64 of 32-bit numbers. */
  cueKeys: string;
  /** Words and word pairs, one a line. */
  vocabulary: string;
  /** Log-odds of each act when nothing holds, already moved so that probability .5 is the act's best threshold. */
  biases: readonly number[];
  /** Signed bytes, feature by feature, act by act, as base64; times `scale` they are log-odds. */
  weights: string;
  scale: number;
}

export interface ActWeights {
  biases: Float32Array;
  /** `featureCount × acts`, row by row. */
  rows: Float32Array;
}

/**
 * Weights in the order of the present features. A cue written after the last measuring keeps the strength its author
 * gave it, for its own act alone.
 */
export const unpackWeights = (
  packed: PackedWeights,
  acts: readonly Act[],
  cues: readonly Cue[],
  rest: number,
): ActWeights => {
  const bytes = fromBase64(packed.weights);
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const keyBytes = fromBase64(packed.cueKeys);
  const view = new DataView(keyBytes.buffer, keyBytes.byteOffset, keyBytes.length);
  const measured = keyBytes.length / 4;
  const rowOfKey = new Map<number, number>();
  for (let row = 0; row < measured; row += 1) rowOfKey.set(view.getUint32(row * 4, true), row);
  const columns = acts.map((act) => packed.acts.indexOf(act));
  const rows = new Float32Array((cues.length + rest) * acts.length);
  const copy = (to: number, from: number): void => {
    for (const [column, packedColumn] of columns.entries()) {
      rows[to * acts.length + column] = (signed[from * packed.acts.length + packedColumn] ?? 0) * packed.scale;
    }
  };
  for (const [index, cue] of cues.entries()) {
    const row = rowOfKey.get(cueKey(cue));
    if (row === undefined) rows[index * acts.length + acts.indexOf(cue.act)] = cue.weight * priorShare;
    else copy(index, row);
  }
  for (let index = 0; index < rest; index += 1) copy(cues.length + index, measured + index);
  return { biases: Float32Array.from(columns, (column) => packed.biases[column] ?? -3), rows };
};

/** Share of an author's strength that a cue starts with: measured cues overlap, so each says less than it seems. */
export const priorShare = 0.25;

/** FNV-1a over act and phrase; tells whether a cue is the one that was measured. */
export const cueKey = (cue: Pick<Cue, 'act' | 'phrase'>): number => {
  let hash = 0x811c9dc5;
  for (const character of `${cue.act}:${cue.phrase}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
};

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
