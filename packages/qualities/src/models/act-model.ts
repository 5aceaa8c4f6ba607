/**
 * Reads acts by a small network and a linear model side by side: rows of a sentence's features are added up; one part,
 * cut at zero, is the hidden layer, the other speaks for each act directly. Platt scaling makes a probability of the sum.
 *
 * The reader hands on probabilities bent so that .5 is the act's own threshold, because rules compare with .5;
 * `probabilityOf` straightens them again.
 */
import { type Act, agentActs, customerActs } from '@rapport/contract';
import type { ActReader, ReadTurn, TurnToRead } from '../acts/act-reader.ts';
import { ActRow, chanceOfAct, noActs } from '../acts/act-row.ts';
import { findActFeatures, formFactor, textFactor } from './act-features.ts';
import type { Arena } from './arena.ts';
import { FeatureList } from './feature-list.ts';
import { FeatureWeights, pickFloats, pickWeights, sizeOfWeights } from './feature-weights.ts';
import { findMessageFeatures, findPlace, type Place } from './find-place-features.ts';
import { outputWidth } from './kernel.ts';
import type { NumberArray } from './packed-arrays.ts';

export type Side = 'agent' | 'customer';

/** Columns of the outputs: acts of agents, then those of customers. */
export const actColumns: readonly { side: Side; act: Act }[] = [
  ...agentActs.map((act) => ({ side: 'agent' as const, act })),
  ...customerActs.map((act) => ({ side: 'customer' as const, act })),
];

const first = { agent: 0, customer: agentActs.length } as const;
const end = { agent: agentActs.length, customer: actColumns.length } as const;

/** Bent values below this are left out: nothing asks for them and objects stay small. */
const worthNaming = 0.05;

export interface ActModel {
  readActs: ActReader;
  /** The calibrated probability behind a value the reader gave. */
  probabilityOf: (side: Side, act: Act, read: number) => number;
}

export const createActModel = (arrays: ReadonlyMap<string, NumberArray>, arena: Arena): ActModel => {
  const network = new ActNetwork(arrays, arena);
  const readSide = (side: Side, turn: TurnToRead, before: readonly ReadTurn[]): ActRow[] => {
    const place = findPlace(side, turn.sentences, before);
    network.begin(place);
    const read: ActRow[] = [];
    for (let index = 0; index < turn.sentences.length; index += 1) {
      const split = findActFeatures(place, index, read[index - 1]?.asActs(), network.list);
      read.push(network.read(side, split));
    }
    return read;
  };
  return {
    readActs: (turn, before) => {
      if (turn.role === 'bot' || turn.role === 'system') return turn.sentences.map(() => noActs);
      if (turn.role !== 'other') return readSide(turn.role, turn, before).map((row) => row.asActs());
      const asCustomer = readSide('customer', turn, before);
      return readSide('agent', turn, before).map((row, index) => both(row, asCustomer[index] ?? row).asActs());
    },
    probabilityOf: (side, act, read) => {
      const threshold = network.thresholds[actColumns.findIndex((one) => one.side === side && one.act === act)] ?? 0.5;
      return straighten(read, threshold);
    },
  };
};

/** Bytes of arena that the model takes. */
export const sizeOfActModel = (arrays: ReadonlyMap<string, NumberArray>): number => {
  const weights = pickWeights(arrays, 'acts');
  const width = weights.scales.length + 16;
  return sizeOfWeights(weights) + width * (2 + 2 * outputWidth) * 4 + outputWidth * 4 + 256;
};

class ActNetwork {
  readonly list = new FeatureList();
  readonly thresholds: Float32Array;
  private readonly arena: Arena;
  private readonly weights: FeatureWeights;
  private readonly hiddenCount: number;
  private readonly hiddenBiases: Float32Array;
  private readonly outputs: Record<Side, Float32Array>;
  private readonly biases: Float32Array;
  private readonly slopes: Float32Array;
  private readonly offsets: Float32Array;
  /** Below these an act is not worth naming; spares most of the exponentials. */
  private readonly leastOdds: Float32Array;
  /** What the place of the whole message adds. */
  private readonly message: Float32Array;
  /** Hidden values, then the linear part. */
  private readonly layer: Float32Array;
  private readonly sums: Float32Array;

  constructor(arrays: ReadonlyMap<string, NumberArray>, arena: Arena) {
    this.arena = arena;
    this.weights = new FeatureWeights(arena, pickWeights(arrays, 'acts'));
    this.hiddenBiases = pickFloats(arrays, 'acts.hiddenBiases');
    this.hiddenCount = this.hiddenBiases.length;
    this.biases = pickFloats(arrays, 'acts.biases');
    this.slopes = pickFloats(arrays, 'acts.slopes');
    this.offsets = pickFloats(arrays, 'acts.offsets');
    this.thresholds = pickFloats(arrays, 'acts.thresholds');
    this.leastOdds = this.thresholds.map((threshold) => {
      const least = straighten(worthNaming, threshold);
      return Math.log(least / (1 - least));
    });
    if (this.biases.length !== actColumns.length || this.weights.width !== this.hiddenCount + actColumns.length) {
      throw new RangeError(`The model knows ${this.biases.length} acts; this version has ${actColumns.length}.`);
    }
    const outputs = pickFloats(arrays, 'acts.outputs');
    this.outputs = { agent: this.outputsOf('agent', outputs), customer: this.outputsOf('customer', outputs) };
    this.message = arena.floats(this.weights.paddedWidth);
    this.layer = arena.floats(this.weights.paddedWidth);
    this.sums = arena.floats(outputWidth);
  }

  private outputsOf(side: Side, outputs: Float32Array): Float32Array {
    const own = this.arena.floats(this.hiddenCount * outputWidth);
    for (let unit = 0; unit < this.hiddenCount; unit += 1) {
      const from = unit * actColumns.length;
      own.set(outputs.subarray(from + first[side], from + end[side]), unit * outputWidth);
    }
    return own;
  }

  begin(place: Place): void {
    const { list, message } = this;
    list.clear();
    findMessageFeatures(place, list);
    message.fill(0);
    message.set(this.hiddenBiases);
    this.weights.addTo(message, list, 0, list.length, formFactor);
  }

  /** Reads the sentence whose features are in `list`, those of its words up to `split`. */
  read(side: Side, split: number): ActRow {
    const { layer, sums, list, weights, hiddenCount } = this;
    layer.set(this.message);
    weights.addTo(layer, list, 0, split, textFactor(split));
    weights.addTo(layer, list, split, list.length, formFactor);
    const from = first[side];
    const count = end[side] - from;
    // All indexes are in range by construction; this runs for every sentence.
    for (let at = 0; at < count; at += 1)
      sums[at] = (this.biases[from + at] as number) + (layer[hiddenCount + from + at] as number);
    this.arena.kernel.addOutputs(layer.byteOffset, hiddenCount, this.outputs[side].byteOffset, sums.byteOffset);
    const row = new ActRow();
    for (let at = 0; at < count; at += 1) {
      const column = from + at;
      const odds = (sums[at] as number) * (this.slopes[column] as number) + (this.offsets[column] as number);
      if (odds < (this.leastOdds[column] as number)) continue;
      row.set(column, bend(1 / (1 + Math.exp(-odds)), this.thresholds[column] as number));
    }
    return row;
  }
}

/** Threshold becomes .5; 0 and 1 stay; straight lines between. */
export const bend = (probability: number, threshold: number): number =>
  probability < threshold ? (0.5 * probability) / threshold : 0.5 + (0.5 * (probability - threshold)) / (1 - threshold);

export const straighten = (bent: number, threshold: number): number =>
  bent < 0.5 ? bent * 2 * threshold : threshold + (bent - 0.5) * 2 * (1 - threshold);

/** Acts of either side; where an act is of both, the larger chance stands for it on both. */
const both = (asAgent: ActRow, asCustomer: ActRow): ActRow => {
  const row = new ActRow();
  for (const [column, { act }] of actColumns.entries()) {
    const value = Math.max(chanceOfAct(asAgent.asActs(), act), chanceOfAct(asCustomer.asActs(), act));
    if (value > 0) row.set(column, value);
  }
  return row;
};
