/**
 * Trains the act model: a linear model reads every sentence blind first, so that "what was done before" is learned from
 * acts as they will be read, not as they were labelled; then the network, blind again for calibration, and on everything
 * for the weights.
 */
import type { ActProbabilities, ReadTurn } from '../packages/qualities/src/acts/act-reader.ts';
import { findActFeatures, formFactor, textFactor } from '../packages/qualities/src/models/act-features.ts';
import { actColumns, bend, type Side } from '../packages/qualities/src/models/act-model.ts';
import { FeatureList } from '../packages/qualities/src/models/feature-list.ts';
import { storeWeights } from '../packages/qualities/src/models/feature-weights.ts';
import { findMessageFeatures, findPlace } from '../packages/qualities/src/models/find-place-features.ts';
import { hashText } from '../packages/qualities/src/models/hash.ts';
import type { NumberArray } from '../packages/qualities/src/models/packed-arrays.ts';
import { findThreshold, fitScaling, type Judged } from './calibrate.ts';
import { dropWeakRows } from './drop-weak-rows.ts';
import { chooseFeatures, type Example, exampleOf } from './example.ts';
import { applyLinear, fitLinear, type Linear } from './fit-linear.ts';
import { applyNetwork, fitNetwork, type Network } from './fit-network.ts';
import { type CorpusConversation, type CorpusSentence, foldCount } from './read-service.ts';

/**
 * Own conversations are rich in rare acts, single sentences show every act equally often; other fields speak otherwise,
 * but mail says only three acts and was measured to do them no harm.
 */
const weights = { whole: 1, own: 0.7, single: 0.5, chat: 0.25, mail: 1 } as const;
const weightsInCalibration = { whole: 1, own: 0.15, single: 0.15, chat: 0, mail: 0 } as const;
const fewest = 3;
const linearSettings = { passes: 8, stepSize: 0.3, decay: 1e-4, seed: 1 };
const networkSettings = {
  hiddenCount: 128,
  passes: 16,
  stepSize: 0.05,
  decay: 1e-4,
  hiddenLeftOut: 0.5,
  featuresLeftOut: 0.2,
};
const networkSeeds = [1, 2];
/** Signed steps a weight of a feature may take; fewer compress better. */
const weightSteps = 11;
const keptShare = 0.33;

export type ActsRead = ReadonlyMap<CorpusSentence, ActProbabilities>;

export interface TrainedActs {
  arrays: Record<string, NumberArray>;
  /** Acts of every sentence as read by a model that did not see its conversation. */
  blind: ActsRead;
}

interface Unit {
  conversation: CorpusConversation;
  sentence: CorpusSentence;
  side: Side;
  example: Example;
}

export const trainActs = (conversations: readonly CorpusConversation[], say: (text: string) => void): TrainedActs => {
  const first = collectUnits(conversations, new Map());
  const firstOdds = readBlind(first, (examples, featureCount) => {
    const linear = fitFirst(examples, featureCount);
    return (example) => applyLinear(linear, example);
  });
  const readBefore = actsOf(first, firstOdds, calibrateAll(first, firstOdds));
  say('acts: first reading done');
  const units = collectUnits(conversations, readBefore);
  const odds = readBlind(units, (examples, featureCount) => {
    const team = fitTeam(examples, featureCount);
    return (example) => applyTeam(team, example);
  });
  const calibration = calibrateAll(units, odds);
  say(`acts: macro-F1 ${blindF1(units, odds, calibration).toFixed(3)} on whole conversations, read blind`);
  const { keys, examples } = chooseFeatures(
    units.filter(isLabelled).map((unit) => unit.example),
    fewest,
    counted(units),
  );
  const team = fitTeam(examples, keys.length);
  const kept = dropWeakRows(keys, rowsOf(team, keys.length), teamWidth, keptShare);
  const stored = storeWeights(kept.keys, kept.rows, teamWidth, weightSteps);
  const outputs = outputsOf(team);
  return {
    blind: actsOf(units, odds, calibration),
    arrays: {
      'acts.keys': stored.keys,
      'acts.rows': stored.rows,
      'acts.scales': stored.scales,
      'acts.hiddenBiases': outputs.hiddenBiases,
      'acts.outputs': outputs.outputs,
      'acts.biases': outputs.biases,
      'acts.slopes': Float32Array.from(calibration, (one) => one.slope),
      'acts.offsets': Float32Array.from(calibration, (one) => one.offset),
      'acts.thresholds': Float32Array.from(calibration, (one) => one.threshold),
    },
  };
};

/** Models that err differently; the mean of their log-odds was measured to be better than any of them. */
interface Team {
  linear: Linear;
  networks: Network[];
}

const fitFirst = (examples: readonly Example[], featureCount: number): Linear =>
  fitLinear(examples, { ...linearSettings, featureCount, outputCount: actColumns.length });

const fitTeam = (examples: readonly Example[], featureCount: number): Team => ({
  linear: fitFirst(examples, featureCount),
  networks: networkSeeds.map((seed) =>
    fitNetwork(examples, { ...networkSettings, seed, featureCount, outputCount: actColumns.length }),
  ),
});

const share = 1 / (networkSeeds.length + 1);

const applyTeam = ({ linear, networks }: Team, example: Example): Float32Array => {
  const sums = applyLinear(linear, example);
  for (const network of networks) {
    const odds = applyNetwork(network, example);
    for (let column = 0; column < sums.length; column += 1) sums[column] = (sums[column] ?? 0) + (odds[column] ?? 0);
  }
  return sums.map((sum) => sum * share);
};

const teamWidth = networkSeeds.length * networkSettings.hiddenCount + actColumns.length;

/** Columns side by side: the hidden layers', then the linear model's share. To the reader it is one wide network. */
const rowsOf = ({ linear, networks }: Team, count: number): Float32Array => {
  const { hiddenCount } = networkSettings;
  const rows = new Float32Array(count * teamWidth);
  for (let row = 0; row < count; row += 1) {
    let to = row * teamWidth;
    for (const network of networks) {
      rows.set(network.rows.subarray(row * hiddenCount, (row + 1) * hiddenCount), to);
      to += hiddenCount;
    }
    for (let column = 0; column < actColumns.length; column += 1)
      rows[to + column] = (linear.rows[row * actColumns.length + column] ?? 0) * share;
  }
  return rows;
};

const joined = (parts: readonly Float32Array[]): Float32Array => Float32Array.from(parts.flatMap((part) => [...part]));

const outputsOf = ({ linear, networks }: Team): Record<'hiddenBiases' | 'outputs' | 'biases', Float32Array> => ({
  hiddenBiases: joined(networks.map((network) => network.hiddenBiases)),
  outputs: joined(networks.map((network) => network.outputs)).map((weight) => weight * share),
  biases: linear.biases.map(
    (bias, column) => networks.reduce((sum, network) => sum + (network.biases[column] ?? 0), bias) * share,
  ),
});

const collectUnits = (conversations: readonly CorpusConversation[], read: ActsRead): Unit[] => {
  const list = new FeatureList();
  const units: Unit[] = [];
  for (const conversation of conversations) {
    const before: ReadTurn[] = [];
    for (const { role, sentences } of conversation.turns) {
      if (role === 'agent' || role === 'customer') {
        const place = findPlace(role, sentences, before);
        for (const [index, sentence] of sentences.entries()) {
          const previous = sentences[index - 1];
          const split = findActFeatures(place, index, previous && read.get(previous), list);
          findMessageFeatures(place, list);
          // Says "all acts are equally frequent here" in training; nothing ever says it in the product.
          if (conversation.kind !== 'whole') list.add(hashText(`${role} ${conversation.kind}`));
          const weight = weights[conversation.kind];
          const example = exampleOf(list, split, [textFactor(split), formFactor], targetsOf(role, sentence), weight);
          units.push({ conversation, sentence, side: role, example });
        }
      }
      before.push({ role, sentences: sentences.map((one) => ({ ...one, acts: read.get(one) ?? {} })) });
    }
  }
  return units;
};

/** Mail teaches what the service's own words mean there; its other words would only fill the file. */
const counted = (units: readonly Unit[]): Example[] =>
  units.flatMap((unit) => (isLabelled(unit) && unit.conversation.kind !== 'mail' ? [unit.example] : []));

const isLabelled = ({ sentence }: Unit): boolean => sentence.labels !== null;

const targetsOf = (side: Side, { labels, judged }: CorpusSentence): Float32Array =>
  Float32Array.from(actColumns, (column) => {
    if (labels === null || column.side !== side || (judged && !judged.includes(column.act))) return Number.NaN;
    return labels.includes(column.act) ? 1 : 0;
  });

type Fit = (examples: readonly Example[], featureCount: number) => (example: Example) => Float32Array;

/** Log-odds of each unit from a model that saw no sentence of its conversation. */
const readBlind = (units: readonly Unit[], fitOne: Fit): Float32Array[] => {
  const { keys, examples } = chooseFeatures(
    units.map((unit) => unit.example),
    fewest,
    counted(units),
  );
  const odds: Float32Array[] = [];
  for (let fold = 0; fold < foldCount; fold += 1) {
    const isHeld = (index: number): boolean => units[index]?.conversation.fold === fold;
    const shown = examples.filter((_, index) => !isHeld(index) && units[index]?.sentence.labels);
    const apply = fitOne(shown, keys.length);
    for (const [index, example] of examples.entries()) if (isHeld(index)) odds[index] = apply(example);
  }
  return odds;
};

interface Calibration {
  slope: number;
  offset: number;
  threshold: number;
}

/** Acts of one name share a threshold, because `other` is answered with the acts of both sides. */
const calibrateAll = (units: readonly Unit[], odds: readonly Float32Array[]): Calibration[] => {
  const own = actColumns.map(({ side }, column): Calibration => {
    const judged: Judged[] = [];
    for (const [index, unit] of units.entries()) {
      const weight = weightsInCalibration[unit.conversation.kind];
      if (unit.side !== side || !unit.sentence.labels || weight === 0) continue;
      judged.push({
        odds: odds[index]?.[column] ?? 0,
        isTrue: unit.example.targets[column] === 1,
        weight,
      });
    }
    const scaling = fitScaling(judged.filter(({ weight }) => weight === weightsInCalibration.whole));
    return { ...scaling, threshold: findThreshold(judged) };
  });
  return own.map((one, column) => {
    const twins = own.filter((_, other) => actColumns[other]?.act === actColumns[column]?.act);
    return { ...one, threshold: twins.reduce((sum, twin) => sum + twin.threshold, 0) / twins.length };
  });
};

/** A little too kind, because the thresholds were found on the same conversations. */
const blindF1 = (
  units: readonly Unit[],
  odds: readonly Float32Array[],
  calibration: readonly Calibration[],
): number => {
  const f1s = actColumns.map(({ side }, column) => {
    const { slope, offset, threshold } = calibration[column] ?? { slope: 1, offset: 0, threshold: 0.5 };
    let right = 0;
    let claimedAndTrue = 0;
    for (const [index, unit] of units.entries()) {
      if (unit.side !== side || unit.conversation.kind !== 'whole' || !unit.sentence.labels) continue;
      const isTrue = unit.example.targets[column] === 1;
      const isSeen = 1 / (1 + Math.exp(-(slope * (odds[index]?.[column] ?? 0) + offset))) >= threshold;
      claimedAndTrue += (isTrue ? 1 : 0) + (isSeen ? 1 : 0);
      if (isTrue && isSeen) right += 1;
    }
    return (2 * right) / (claimedAndTrue || 1);
  });
  return f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length;
};

const actsOf = (
  units: readonly Unit[],
  odds: readonly Float32Array[],
  calibration: readonly Calibration[],
): ActsRead => {
  const read = new Map<CorpusSentence, ActProbabilities>();
  for (const [index, { sentence, side }] of units.entries()) {
    const acts: ActProbabilities = {};
    for (const [column, { act, side: columnSide }] of actColumns.entries()) {
      const { slope, offset, threshold } = calibration[column] ?? { slope: 1, offset: 0, threshold: 0.5 };
      if (columnSide !== side) continue;
      const value = bend(1 / (1 + Math.exp(-(slope * (odds[index]?.[column] ?? 0) + offset))), threshold);
      if (value >= 0.05) acts[act] = value;
    }
    read.set(sentence, acts);
  }
  return read;
};
