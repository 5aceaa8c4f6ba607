/**
 * Trains politeness and hostility as two outputs of one linear model. Politeness learns from its raters' place within
 * their site (soft targets, so the neutral half teaches too); hostility from abuse of chatbots, slurs and insults.
 *
 * Both learn beside 28 emotions read by a linear model over the same features, learned from six times as many texts.
 * What is linear in what is linear is linear: the emotions are multiplied out, and reading costs nothing more.
 */
import { goEmotions } from '../packages/qualities/src/models/emotions28-model.ts';
import { FeatureList } from '../packages/qualities/src/models/feature-list.ts';
import { storeWeights } from '../packages/qualities/src/models/feature-weights.ts';
import { hashText } from '../packages/qualities/src/models/hash.ts';
import type { NumberArray } from '../packages/qualities/src/models/packed-arrays.ts';
import { findToneFeatures, forEachTonePart } from '../packages/qualities/src/models/tone-features.ts';
import { toneColumns } from '../packages/qualities/src/models/tone-model.ts';
import { fitScaling } from './calibrate.ts';
import { findClassBorders } from './class-borders.ts';
import { chooseFeatures, type Example } from './example.ts';
import { applyLinear, fitLinear, type Linear } from './fit-linear.ts';
import { keepTellingRows } from './keep-telling-rows.ts';
import { readToneUnits, type ToneRows, type ToneUnit } from './read-tone-rows.ts';

const fewest = 5;
/** Raters of politeness agree little, so it is learned in smaller steps than hostility. */
const columns = {
  politeness: { passes: 8, stepSize: 0.04, decay: 1e-4, seed: 1 },
  hostility: { passes: 6, stepSize: 0.15, decay: 1e-4, seed: 1 },
} as const;
const emotionSettings = { passes: 5, stepSize: 0.1, decay: 1e-5, seed: 1 };
/** How much one standard deviation of an emotion's log-odds counts beside the features themselves. */
const emotionAmount = 0.1;
const weightSteps = 31;
const keptRows = 30_000;
const foldCount = 5;

export const trainTone = (rows: ToneRows): Record<string, NumberArray> => {
  const units = readToneUnits(rows).filter(({ sentences }) => sentences.length > 0);
  const { keys, examples } = chooseFeatures(units.map(exampleOf), fewest);
  const emotions = fitEmotions(units, examples, keys.length);
  const fits = toneColumns.map((column) => fitColumn(column, units, examples, emotions, keys.length));
  const rated = units.flatMap(({ rated: own }, index) => (own ? [{ ...own, odds: fits[0]?.blind[index] ?? 0 }] : []));
  const politeness = fitScaling(
    rated
      .filter(({ politeClass }) => politeClass !== 0)
      .map(({ politeClass, odds }) => ({ odds, isTrue: politeClass === 1, weight: 1 })),
  );
  const hostility = fitScaling(
    units.flatMap(({ source, hostility: target }, index) =>
      source === 'convabuse' ? [{ odds: fits[1]?.blind[index] ?? 0, isTrue: target === 1, weight: 1 }] : [],
    ),
  );
  const both = sideBySide(fits.map(({ linear }) => linear));
  const kept = keepTellingRows(keys, both.rows, examplesOfColumns(units, examples), keptRows);
  const stored = storeWeights(kept.keys, kept.rows, toneColumns.length, weightSteps);
  return {
    'tone.keys': stored.keys,
    'tone.rows': stored.rows,
    'tone.scales': stored.scales,
    'tone.biases': both.biases,
    'tone.slopes': Float32Array.of(politeness.slope, hostility.slope),
    'tone.offsets': Float32Array.of(politeness.offset, hostility.offset),
    'tone.classes': Float32Array.from(
      findClassBorders(
        rated.map(({ politeClass, site, odds }) => ({
          truth: politeClass,
          site,
          score: 1 / (1 + Math.exp(-(politeness.slope * odds + politeness.offset))),
        })),
      ),
    ),
  };
};

/** The texts that say something about each column. */
const examplesOfColumns = (units: readonly ToneUnit[], examples: readonly Example[]): Example[][] =>
  toneColumns.map((column) => examples.filter((_, index) => !Number.isNaN(units[index]?.[column] ?? Number.NaN)));

const list = new FeatureList();

const exampleOf = ({ sentences, weight, emotions }: ToneUnit): Example => {
  const parts = findToneFeatures(sentences, list);
  const amounts = new Float32Array(list.length);
  forEachTonePart(parts, (from, to, amount) => amounts.fill(amount, from, to));
  return {
    features: list.keys.slice(0, list.length),
    amounts,
    targets: emotions ?? new Float32Array(goEmotions.length).fill(Number.NaN),
    weight,
  };
};

/** A linear model of the emotions whose log-odds have mean 0 and deviation 1 over the texts rated for politeness. */
const fitEmotions = (units: readonly ToneUnit[], examples: readonly Example[], featureCount: number): Linear => {
  const outputCount = goEmotions.length;
  const labelled = examples.filter((_, index) => units[index]?.emotions).map((one) => ({ ...one, weight: 1 }));
  const { rows, biases } = fitLinear(labelled, { ...emotionSettings, featureCount, outputCount });
  const read = examples.filter((_, index) => units[index]?.rated).map((one) => applyLinear({ rows, biases }, one));
  for (let at = 0; at < outputCount; at += 1) {
    const mean = read.reduce((sum, odds) => sum + (odds[at] ?? 0), 0) / read.length;
    const square = read.reduce((sum, odds) => sum + ((odds[at] ?? 0) - mean) ** 2, 0) / read.length;
    const scale = 1 / Math.sqrt(square + 1e-6);
    for (let place = at; place < rows.length; place += outputCount) rows[place] = (rows[place] ?? 0) * scale;
    biases[at] = ((biases[at] ?? 0) - mean) * scale;
  }
  return { rows, biases };
};

interface FittedColumn {
  linear: Linear;
  /** Log-odds of every example that says something about this column, from a fit that did not see its group. */
  blind: Float32Array;
}

const fitColumn = (
  column: (typeof toneColumns)[number],
  units: readonly ToneUnit[],
  examples: readonly Example[],
  emotions: Linear,
  featureCount: number,
): FittedColumn => {
  const telling = units.flatMap((unit, index) => {
    const example = examples[index];
    if (!example || Number.isNaN(unit[column])) return [];
    const fold = (hashText(unit.group) >>> 0) % foldCount;
    return [{ index, fold, example: withEmotions(example, emotions, featureCount, unit[column]) }];
  });
  const settings = { ...columns[column], featureCount: featureCount + goEmotions.length, outputCount: 1 };
  const blind = new Float32Array(examples.length);
  for (let fold = 0; fold < foldCount; fold += 1) {
    const seen = telling.filter((one) => one.fold !== fold).map(({ example }) => example);
    const linear = fitLinear(seen, settings);
    for (const { index, fold: own, example } of telling)
      if (own === fold) blind[index] = applyLinear(linear, example)[0] ?? 0;
  }
  const linear = fitLinear(
    telling.map(({ example }) => example),
    settings,
  );
  return { linear: multiplyOut(linear, emotions, featureCount), blind };
};

const withEmotions = (example: Example, emotions: Linear, featureCount: number, target: number): Example => {
  const odds = applyLinear(emotions, example);
  const count = example.features.length;
  const features = new Int32Array(count + odds.length);
  const amounts = new Float32Array(count + odds.length);
  features.set(example.features);
  amounts.set(example.amounts);
  for (let at = 0; at < odds.length; at += 1) {
    features[count + at] = featureCount + at;
    amounts[count + at] = emotionAmount * (odds[at] ?? 0);
  }
  return { features, amounts, targets: Float32Array.of(target), weight: example.weight };
};

/** Weights of the features alone that say the same as weights of features and emotions. */
const multiplyOut = ({ rows, biases }: Linear, emotions: Linear, featureCount: number): Linear => {
  const outputCount = goEmotions.length;
  const own = rows.slice(0, featureCount);
  let bias = biases[0] ?? 0;
  for (let at = 0; at < outputCount; at += 1) {
    const weight = (rows[featureCount + at] ?? 0) * emotionAmount;
    bias += weight * (emotions.biases[at] ?? 0);
    for (let row = 0; row < featureCount; row += 1)
      own[row] = (own[row] ?? 0) + weight * (emotions.rows[row * outputCount + at] ?? 0);
  }
  return { rows: own, biases: Float32Array.of(bias) };
};

const sideBySide = (linears: readonly Linear[]): Linear => {
  const width = linears.length;
  const count = linears[0]?.rows.length ?? 0;
  return {
    rows: Float32Array.from(
      { length: count * width },
      (_, at) => linears[at % width]?.rows[Math.floor(at / width)] ?? 0,
    ),
    biases: Float32Array.from(linears, ({ biases }) => biases[0] ?? 0),
  };
};
