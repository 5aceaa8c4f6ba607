/**
 * Trains the model of feelings on customers' messages of the service corpus, with their acts as the act model reads them
 * blind. Two rounds: the second knows the mood of the message before, as read blind in the first.
 */
import { emotionLabels } from '@rapport/contract';
import type { ReadTurn } from '../packages/qualities/src/acts/act-reader.ts';
import { formFactor, textFactor } from '../packages/qualities/src/models/act-features.ts';
import { FeatureList } from '../packages/qualities/src/models/feature-list.ts';
import { storeWeights } from '../packages/qualities/src/models/feature-weights.ts';
import { findFeelingFeatures } from '../packages/qualities/src/models/feeling-features.ts';
import {
  type FeelingScaling,
  feelingColumnCount,
  feelingOf,
  valenceSteps,
} from '../packages/qualities/src/models/feeling-model.ts';
import { hashText } from '../packages/qualities/src/models/hash.ts';
import type { NumberArray } from '../packages/qualities/src/models/packed-arrays.ts';
import { fitScaling } from './calibrate.ts';
import { chooseFeatures, type Example, exampleOf } from './example.ts';
import { applyLinear, fitLinear, type Linear } from './fit-linear.ts';
import { applyNetwork, fitNetwork, type Network } from './fit-network.ts';
import { type CorpusConversation, type CorpusEmotion, type CorpusTurn, foldCount } from './read-service.ts';
import type { ActsRead } from './train-acts.ts';

/** Single sentences and own conversations show feelings otherwise often than the corpus. */
const otherWeight = 0.5;
const fewest = 3;
const linearSettings = { passes: 10, stepSize: 0.2, decay: 1e-4, seed: 1, outputCount: feelingColumnCount };
const settings = {
  hiddenCount: 64,
  passes: 12,
  stepSize: 0.05,
  decay: 1e-4,
  hiddenLeftOut: 0.5,
  featuresLeftOut: 0.2,
  seed: 1,
  outputCount: feelingColumnCount,
};
const weightSteps = 63;

export type MoodsRead = ReadonlyMap<CorpusTurn, number>;

interface Unit {
  conversation: CorpusConversation;
  turn: CorpusTurn;
  signs: number;
  example: Example;
}

export interface TrainedFeelings {
  arrays: Record<string, NumberArray>;
  /** Valence of every customer message as read by a model that did not see its conversation. */
  blind: MoodsRead;
}

export const trainFeelings = (conversations: readonly CorpusConversation[], acts: ActsRead): TrainedFeelings => {
  let moods: { own: MoodsRead; carried: MoodsRead } = { own: new Map(), carried: new Map() };
  let units: Unit[] = [];
  let scaling = scaleAll([], []);
  for (let round = 0; round < 2; round += 1) {
    units = collectUnits(conversations, acts, moods.own);
    const odds = readBlind(units);
    scaling = scaleAll(units, odds);
    moods = readMoods(units, odds, scaling);
  }
  const { keys, examples } = chooseFeatures(
    units.filter(({ turn }) => turn.emotion).map((unit) => unit.example),
    fewest,
  );
  const { linear, network } = fitBoth(examples, keys.length);
  const stored = storeWeights(keys, rowsOf(linear, network, keys.length), width, weightSteps);
  return {
    blind: moods.carried,
    arrays: {
      'feelings.keys': stored.keys,
      'feelings.rows': stored.rows,
      'feelings.scales': stored.scales,
      'feelings.hiddenBiases': network.hiddenBiases,
      'feelings.outputs': network.outputs.map((weight) => weight / 2),
      'feelings.biases': network.biases.map((bias, column) => (bias + (linear.biases[column] ?? 0)) / 2),
      'feelings.slopes': scaling.slopes,
      'feelings.offsets': scaling.offsets,
      'feelings.sharpness': Float32Array.of(scaling.sharpness),
    },
  };
};

/** Of each message alone, and with what the messages before it left. */
const readMoods = (units: readonly Unit[], odds: readonly Float32Array[], scaling: FeelingScaling) => {
  const own = new Map<CorpusTurn, number>();
  const carried = new Map<CorpusTurn, number>();
  let last: { conversation: CorpusConversation; valence: number } | null = null;
  for (const [index, { conversation, turn, signs }] of units.entries()) {
    const before: number | null = last?.conversation === conversation ? last.valence : null;
    const read = feelingOf(odds[index] ?? new Float32Array(0), { signs, carried: before }, scaling);
    own.set(turn, read.mood);
    carried.set(turn, read.valence);
    last = { conversation, valence: read.valence };
  }
  return { own, carried };
};

/** Two models that err differently; their log-odds are averaged. */
interface Both {
  linear: Linear;
  network: Network;
}

const fitBoth = (examples: readonly Example[], featureCount: number): Both => ({
  linear: fitLinear(examples, { ...linearSettings, featureCount }),
  network: fitNetwork(examples, { ...settings, featureCount }),
});

const applyBoth = ({ linear, network }: Both, example: Example): Float32Array => {
  const odds = applyLinear(linear, example);
  return applyNetwork(network, example).map((one, column) => (one + (odds[column] ?? 0)) / 2);
};

const width = settings.hiddenCount + feelingColumnCount;

/** Columns side by side: the hidden layer's, then the linear model's half. To the reader it is one wide network. */
const rowsOf = (linear: Linear, network: Network, count: number): Float32Array => {
  const { hiddenCount } = settings;
  const rows = new Float32Array(count * width);
  for (let row = 0; row < count; row += 1) {
    rows.set(network.rows.subarray(row * hiddenCount, (row + 1) * hiddenCount), row * width);
    for (let column = 0; column < feelingColumnCount; column += 1)
      rows[row * width + hiddenCount + column] = (linear.rows[row * feelingColumnCount + column] ?? 0) / 2;
  }
  return rows;
};

const collectUnits = (conversations: readonly CorpusConversation[], acts: ActsRead, moods: MoodsRead): Unit[] => {
  const list = new FeatureList();
  const units: Unit[] = [];
  for (const conversation of conversations) {
    const before: ReadTurn[] = [];
    for (const turn of conversation.turns) {
      const sentences = turn.sentences.map((one) => ({ ...one, acts: acts.get(one) ?? {} }));
      if (turn.role === 'customer') {
        const { split, signs } = findFeelingFeatures(sentences, before, list);
        if (conversation.kind !== 'whole') list.add(hashText(`feeling ${conversation.kind}`));
        const weight = conversation.kind === 'whole' ? 1 : otherWeight;
        const example = exampleOf(list, split, [textFactor(split), formFactor], targetsOf(turn.emotion), weight);
        units.push({ conversation, turn, signs, example });
      }
      const mood = moods.get(turn);
      before.push({ role: turn.role, sentences, ...(mood === undefined ? {} : { mood }) });
    }
  }
  return units;
};

const targetsOf = (emotion: CorpusEmotion | null): Float32Array =>
  Float32Array.from({ length: feelingColumnCount }, (_, column) => {
    if (!emotion) return Number.NaN;
    if (column < emotionLabels.length) return emotionLabels[column] === emotion.label ? 1 : 0;
    return emotion.valence > column - emotionLabels.length - valenceSteps / 2 ? 1 : 0;
  });

const readBlind = (units: readonly Unit[]): Float32Array[] => {
  const { keys, examples } = chooseFeatures(
    units.map((unit) => unit.example),
    fewest,
    units.filter(({ turn }) => turn.emotion).map((unit) => unit.example),
  );
  const odds: Float32Array[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const isHeld = (index: number): boolean => units[index]?.conversation.fold === fold;
    const both = fitBoth(
      examples.filter((_, index) => !isHeld(index) && units[index]?.turn.emotion),
      keys.length,
    );
    for (const [index, example] of examples.entries()) if (isHeld(index)) odds[index] = applyBoth(both, example);
  }
  return odds;
};

const scaleAll = (units: readonly Unit[], odds: readonly Float32Array[]): FeelingScaling => {
  const scalings = Array.from({ length: feelingColumnCount }, (_, column) =>
    fitScaling(
      units.flatMap(({ conversation, turn, example }, index) =>
        conversation.kind !== 'whole' || !turn.emotion
          ? []
          : [{ odds: odds[index]?.[column] ?? 0, isTrue: example.targets[column] === 1, weight: 1 }],
      ),
    ),
  );
  const each = {
    slopes: Float32Array.from(scalings, (one) => one.slope),
    offsets: Float32Array.from(scalings, (one) => one.offset),
  };
  return { ...each, sharpness: findSharpness(units, odds, each) };
};

const noMood = { signs: 0, carried: null };

/** The power with which the true label gets the largest likelihood. */
const findSharpness = (
  units: readonly Unit[],
  odds: readonly Float32Array[],
  each: Pick<FeelingScaling, 'slopes' | 'offsets'>,
): number => {
  let best = { sharpness: 1, likelihood: Number.NEGATIVE_INFINITY };
  for (let sharpness = 0.6; sharpness < 3; sharpness += 0.1) {
    let likelihood = 0;
    for (const [index, { conversation, turn }] of units.entries()) {
      if (conversation.kind !== 'whole' || !turn.emotion) continue;
      const { probabilities } = feelingOf(odds[index] ?? new Float32Array(0), noMood, { ...each, sharpness });
      likelihood += Math.log(Math.max(1e-4, probabilities[turn.emotion.label]));
    }
    if (likelihood > best.likelihood) best = { sharpness, likelihood };
  }
  return best.sharpness;
};
